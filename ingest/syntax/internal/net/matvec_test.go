package net_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"demarche/ingest/syntax/internal/net"
)

// noise is n numbers between -scale and scale, the same on every run.
func noise(n int, scale float32) []float32 {
	r := rand.New(rand.NewPCG(uint64(n), 7))
	v := make([]float32, n)
	for i := range v {
		v[i] = scale * (2*r.Float32() - 1)
	}
	return v
}

func TestVectorRegistersGiveTheBitsOfPlainGo(t *testing.T) {
	for _, rows := range []int{8, 56, 64, 72, 136, 512} {
		for _, cols := range []int{0, 1, 5, 130} {
			t.Run(fmt.Sprintf("%d by %d", rows, cols), func(t *testing.T) {
				fast, x, w := noise(rows, 1), noise(cols, 1), noise(rows*cols, 1)
				plain := slices.Clone(fast)
				net.MulAdd(fast, x, w)
				net.MulAddPlain(plain, x, w)
				if !slices.Equal(fast, plain) {
					t.Error("the sums differ")
				}
				net.Tanh(fast)
				net.TanhPlain(plain)
				if !slices.Equal(fast, plain) {
					t.Error("the hyperbolic tangents differ")
				}
				net.Add(fast, noise(rows, 2))
				net.AddPlain(plain, noise(rows, 2))
				net.Rectify(fast)
				net.RectifyPlain(plain)
				if !slices.Equal(fast, plain) {
					t.Error("the rectified sums differ")
				}
			})
		}
	}
}

func TestManyRowsGiveTheBitsOfOneAtATime(t *testing.T) {
	for _, rows := range []int{8, 56, 96, 384} {
		for _, n := range []int{0, 1, 4, 7, 17} {
			t.Run(fmt.Sprintf("%d rows of %d", n, rows), func(t *testing.T) {
				const cols = 13
				got, x, w := noise(n*rows, 1), noise(n*cols, 1), noise(rows*cols, 1)
				want := slices.Clone(got)
				net.MulAddRows(got, x, w, n)
				for i := range n {
					net.MulAddPlain(want[i*rows:(i+1)*rows], x[i*cols:(i+1)*cols], w)
				}
				if !slices.Equal(got, want) {
					t.Error("the sums differ")
				}
			})
		}
	}
}

func TestTanhIsNearTheTruth(t *testing.T) {
	for _, scale := range []float32{0.01, 1, 5, 100} {
		v := noise(64, scale)
		got := slices.Clone(v)
		net.Tanh(got)
		for i, x := range v {
			if want := math.Tanh(float64(x)); math.Abs(want-float64(got[i])) > 2e-4 {
				t.Errorf("tanh(%v) = %v, want %v", x, got[i], want)
			}
		}
	}
}

func TestAMatrixThatDoesNotFitPanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	net.MulAdd(make([]float32, 8), make([]float32, 3), make([]float32, 23))
}

func BenchmarkMulAdd(b *testing.B) {
	y, x, w := noise(256, 1), noise(128, 1), noise(256*128, 1)
	for b.Loop() {
		net.MulAdd(y, x, w)
	}
	b.ReportMetric(float64(b.N)*256*128/b.Elapsed().Seconds()/1e9, "GMAC/s")
}

func BenchmarkMulAddRows(b *testing.B) {
	const n, in, out = 20, 128, 384
	y, x, w := noise(n*out, 1), noise(n*in, 1), noise(in*out, 1)
	for b.Loop() {
		net.MulAddRows(y, x, w, n)
	}
	b.ReportMetric(float64(b.N)*n*in*out/b.Elapsed().Seconds()/1e9, "GMAC/s")
}
