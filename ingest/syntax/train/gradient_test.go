package main

import (
	"math"
	"math/rand/v2"
	"testing"

	"demarche/ingest/syntax/internal/net"
)

// tiny is a network small enough to try every parameter, and a sentence with everything to learn.
func tiny() (*net.Params, []net.Input, *target) {
	p := net.New(net.Shape{Vocab: 5, SubRows: 7, Word: 8, Sub: 8, Hidden: 8, Arc: 8, Tags: 8, XPOS: 8, Names: 8, Rels: 8})
	initialize(p, 1)
	rng := rand.New(rand.NewPCG(5, 6))
	in := make([]net.Input, 5)
	for i := range in {
		in[i].Word = int32(i) - 1
		for k := range in[i].Subs {
			in[i].Subs[k] = uint32(rng.IntN(7))
		}
	}
	want := &target{
		tags: []int{1, 2, none, 4, 0}, xpos: []int{3, 3, 1, 0, 2}, names: []int{0, 1, 2, 0, none},
		rels: []int{1, 2, 3, 4, 5}, heads: []int{1, -1, 3, 1, 3},
	}
	return p, in, want
}

func newLearner(p *net.Params) *learner {
	l := &learner{params: p, back: &transposed{}, grad: newGradient(p.Shape)}
	rng := rand.New(rand.NewPCG(7, 8))
	m := &l.state.Masks
	m.X, m.H1 = dropout(nil, p.Word+p.Sub, 0.2, rng), dropout(nil, 2*p.Hidden, 0.2, rng)
	m.H2, m.View = dropout(nil, 2*p.Hidden, 0.2, rng), dropout(nil, 4*p.Shape.Arc, 0.2, rng)
	return l
}

func TestGradientsAreTheSlopeOfTheLoss(t *testing.T) {
	p, in, want := tiny()
	l := newLearner(p)
	loss := func() float64 {
		l.back.refresh(p)
		l.grad.reset()
		return l.learn(in, want)
	}
	loss()
	matrices, grads := append(p.Tables(), p.Dense()...), append(l.grad.Tables(), l.grad.Dense()...)
	slopes := make([][]float32, len(grads))
	for i, g := range grads {
		slopes[i] = append([]float32(nil), g.V...)
	}
	const step = 2e-3 // small, since the rectifiers have corners
	for i, m := range matrices {
		var wrong, size float64
		for k := range m.V {
			was := m.V[k]
			m.V[k] = was + step
			up := loss()
			m.V[k] = was - step
			down := loss()
			m.V[k] = was
			measured, computed := (up-down)/(2*step), float64(slopes[i][k])
			wrong += (measured - computed) * (measured - computed)
			size += measured * measured
		}
		if math.Sqrt(wrong) > 0.03*math.Sqrt(size)+0.02 {
			t.Errorf("matrix %d of %d by %d: off by %.5f of %.5f", i, m.Rows, m.Cols, math.Sqrt(wrong), math.Sqrt(size))
		}
	}
}
