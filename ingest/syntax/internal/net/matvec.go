package net

// lanes is what the length of every vector the network computes with is a multiple of.
const lanes = 8

// MulAdd adds a matrix times a vector: y[i] += x[j]·w[j·len(y)+i] for every j in order. len(y) is a multiple of lanes.
// Each y[i] is its own sum, added up in the order of j with one rounding a product and one a sum, so vector registers
// and plain Go give the same bits on every machine.
func MulAdd(y, x, w []float32) {
	if len(y)%lanes != 0 || len(w) < len(x)*len(y) {
		panic("net: matrix and vectors do not fit")
	}
	if len(x) == 0 || len(y) == 0 {
		return
	}
	if !hasAVX2 {
		MulAddPlain(y, x, w)
		return
	}
	wide := 0
	if hasAVX512 {
		wide = len(y) &^ 127
	}
	if wide > 0 {
		mulAddAVX512(&y[0], wide, len(y), &x[0], len(x), &w[0])
	}
	if wide < len(y) {
		mulAddAVX2(&y[wide], len(y)-wide, len(y), &x[0], len(x), &w[wide])
	}
}

// MulAddRows is MulAdd for each of n rows of y and of x, with the same bits. Four rows at a time share one reading of w
// where there are 512-bit registers.
func MulAddRows(y, x, w []float32, n int) {
	if n == 0 || len(x) == 0 {
		return
	}
	rows, cols := len(y)/n, len(x)/n
	if rows%lanes != 0 || len(w) < cols*rows {
		panic("net: matrix and vectors do not fit")
	}
	tiled, wide := 0, rows&^31
	if hasAVX512 && wide > 0 {
		tiled = n &^ 3
	}
	for i := 0; i < wide && tiled > 0; i += 32 {
		for t := 0; t < tiled; t += 4 {
			mulAddTileAVX512(&y[t*rows+i], rows, &x[t*cols], cols, &w[i])
		}
	}
	for t := 0; t < tiled && wide < rows; t++ {
		mulAddAVX2(&y[t*rows+wide], rows-wide, rows, &x[t*cols], cols, &w[wide])
	}
	for t := tiled; t < n; t++ {
		MulAdd(y[t*rows:(t+1)*rows], x[t*cols:(t+1)*cols], w)
	}
}

// MulAddPlain is MulAdd as it reads; the conversion keeps the compiler from fusing product and sum.
func MulAddPlain(y, x, w []float32) {
	for j, xj := range x {
		row := w[j*len(y):][:len(y)]
		for i := range y {
			y[i] += float32(xj * row[i])
		}
	}
}

// Add adds x to y; both have the same length, a multiple of lanes.
func Add(y, x []float32) {
	if len(y)%lanes != 0 || len(x) != len(y) {
		panic("net: vectors do not fit")
	}
	if hasAVX2 && len(y) > 0 {
		addAVX2(&y[0], &x[0], len(y))
		return
	}
	AddPlain(y, x)
}

// AddPlain is Add as it reads.
func AddPlain(y, x []float32) {
	x = x[:len(y)]
	for i := range y {
		y[i] += x[i]
	}
}

// Leak is the slope of the rectifier below zero.
const Leak = 0.1

// Rectify multiplies the negative elements by Leak. len(v) is a multiple of lanes.
func Rectify(v []float32) {
	if len(v)%lanes != 0 {
		panic("net: vector does not fit")
	}
	if hasAVX2 && len(v) > 0 {
		rectifyAVX2(&v[0], len(v))
		return
	}
	RectifyPlain(v)
}

// RectifyPlain is Rectify as it reads.
func RectifyPlain(v []float32) {
	for i, x := range v {
		v[i] = max(x, Leak*x)
	}
}

// Tanh replaces each element by (nearly) its hyperbolic tangent: the continued fraction of Lambert cut at the seventh
// step, right to 2e-4, with its argument held in ±4.97. len(v) is a multiple of lanes.
func Tanh(v []float32) {
	if len(v)%lanes != 0 {
		panic("net: vector does not fit")
	}
	if hasAVX2 && len(v) > 0 {
		tanhAVX2(&v[0], len(v))
		return
	}
	TanhPlain(v)
}

// TanhPlain is Tanh as it reads.
func TanhPlain(v []float32) {
	for i, x := range v {
		x = min(max(x, -4.97), 4.97)
		s := x * x
		p := float32(float32(float32(float32(float32(s+378)*s)+17325)*s) + 135135)
		q := float32(float32(float32(float32(float32(float32(28*s)+3150)*s)+62370)*s) + 135135)
		v[i] = float32(x*p) / q
	}
}
