package main

import (
	"math"

	"demarche/ingest/syntax/internal/net"
)

// adam is the optimizer of Kingma and Ba (2015). Rows of the tables are updated, and their moments decay, only when a
// batch touches them.
type adam struct {
	first, second *net.Params
	step          int
}

const (
	beta1, beta2 = 0.9, 0.98
	epsilon      = 1e-8
	maxNorm      = 5 // of a batch's dense gradient, scaled down to it
)

func newAdam(s net.Shape) *adam { return &adam{first: net.New(s), second: net.New(s)} }

// update takes one step against the gradient g, which was summed over a batch and is divided by size.
func (a *adam) update(p *net.Params, g *gradient, rate, size float64) {
	a.step++
	factor := 1 / size
	if norm := denseNorm(g) * factor; norm > maxNorm {
		factor *= maxNorm / norm
	}
	rate *= math.Sqrt(1-math.Pow(beta2, float64(a.step))) / (1 - math.Pow(beta1, float64(a.step)))
	params, grads, m, v := p.Dense(), g.Dense(), a.first.Dense(), a.second.Dense()
	for i := range params {
		move(params[i].V, grads[i].V, m[i].V, v[i].V, float32(rate), float32(factor))
	}
	params, grads, m, v = p.Tables(), g.Tables(), a.first.Tables(), a.second.Tables()
	for i := range params {
		for _, row := range g.touched[i] {
			r := int(row)
			move(params[i].Row(r), grads[i].Row(r), m[i].Row(r), v[i].Row(r), float32(rate), float32(factor))
		}
	}
}

func denseNorm(g *gradient) float64 {
	var sum float64
	for _, m := range g.Dense() {
		for _, x := range m.V {
			sum += float64(x) * float64(x)
		}
	}
	return math.Sqrt(sum)
}

func move(p, g, m, v []float32, rate, factor float32) {
	for i := range p {
		d := g[i] * factor
		m[i] = beta1*m[i] + (1-beta1)*d
		v[i] = beta2*v[i] + (1-beta2)*d*d
		p[i] -= rate * m[i] / (float32(math.Sqrt(float64(v[i]))) + epsilon)
	}
}
