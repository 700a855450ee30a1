package net

// hasAVX2 and hasAVX512 tell whether the processor and the operating system keep 256-bit and 512-bit registers.
var (
	hasAVX2   = detectAVX2()
	hasAVX512 = hasAVX2 && detectAVX512()
)

// The detectors ask CPUID and XGETBV; the second only makes sense when the first said yes.
func detectAVX2() bool

func detectAVX512() bool

// mulAddAVX2 is MulAddPlain eight floats at a time: it multiplies, rounds, adds and rounds. It computes rows columns of
// a matrix whose rows are stride long.
//
//go:noescape
func mulAddAVX2(y *float32, rows, stride int, x *float32, cols int, w *float32)

// mulAddAVX512 is mulAddAVX2 sixteen floats at a time; rows is a multiple of 128.
//
//go:noescape
func mulAddAVX512(y *float32, rows, stride int, x *float32, cols int, w *float32)

// addAVX2 is AddPlain eight floats at a time.
//
//go:noescape
func addAVX2(y, x *float32, n int)

// rectifyAVX2 is RectifyPlain eight floats at a time.
//
//go:noescape
func rectifyAVX2(v *float32, n int)

// mulAddTileAVX512 computes 32 columns of four rows of y, which are stride apart, as those of w are; the rows of x are
// cols long and one after another.
//
//go:noescape
func mulAddTileAVX512(y *float32, stride int, x *float32, cols int, w *float32)

// tanhAVX2 is TanhPlain eight floats at a time.
//
//go:noescape
func tanhAVX2(v *float32, n int)
