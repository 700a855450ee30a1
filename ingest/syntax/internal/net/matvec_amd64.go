package net

// hasAVX2 tells whether the processor and the operating system keep 256-bit registers.
var hasAVX2 = detectAVX2()

// detectAVX2 asks CPUID and XGETBV.
func detectAVX2() bool

// mulAddAVX2 is MulAddPlain eight floats at a time: it multiplies, rounds, adds and rounds.
//
//go:noescape
func mulAddAVX2(y *float32, rows int, x *float32, cols int, w *float32)

// tanhAVX2 is TanhPlain eight floats at a time.
//
//go:noescape
func tanhAVX2(v *float32, n int)
