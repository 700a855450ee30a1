package main

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"sync"

	"demarche/ingest/syntax"
	"demarche/ingest/syntax/internal/net"
)

// shape is the size of the network that is trained; the vocabulary's size is filled in.
var shape = net.Shape{
	SubRows: 1 << 14, Word: 64, Sub: 64, Hidden: 96, Arc: 96,
	Tags: net.Pad(syntax.Tags), XPOS: net.Pad(syntax.XPOSes), Names: net.Pad(len(nameTags)), Rels: net.Pad(syntax.Rels),
}

// plan says how long and how fast to learn.
type plan struct {
	epochs int
	batch  int // sentences a step
	rate   float64
	seed   uint64
	log    io.Writer
	dev    func(*net.Model) string // what to print behind each epoch; nil for nothing
}

// shards is into how many parts a batch is cut, whatever the number of processors: the sum of their gradients always has
// the same order, so the same seed gives the same bytes.
const shards = 2

// learn trains the parameters on the examples.
func learn(p *net.Params, v *vocabulary, examples []*example, plan plan) {
	opt, back := newAdam(p.Shape), &transposed{}
	var learners [shards]*learner
	var readers [shards]*reader
	for i := range learners {
		learners[i] = &learner{params: p, back: back, grad: newGradient(p.Shape)}
		readers[i] = newReader(v, p.SubRows)
	}
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	steps := plan.epochs * ((len(examples) + plan.batch - 1) / plan.batch)
	for epoch := range plan.epochs {
		rng := rand.New(rand.NewPCG(plan.seed, uint64(epoch)))
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		var loss float64
		for from := 0; from < len(order); from += plan.batch {
			batch := order[from:min(from+plan.batch, len(order))]
			back.refresh(p)
			var losses [shards]float64
			var wait sync.WaitGroup
			for i := range shards {
				wait.Go(func() {
					for k := i; k < len(batch); k += shards {
						seed := rand.New(rand.NewPCG(plan.seed+uint64(epoch)<<32, uint64(batch[k])))
						losses[i] += learners[i].step(readers[i], examples[batch[k]], seed)
					}
				})
			}
			wait.Wait()
			for _, l := range learners[1:] {
				learners[0].grad.add(l.grad)
			}
			opt.update(p, learners[0].grad, plan.rate*schedule(opt.step, steps), float64(len(batch)))
			for i, l := range learners {
				l.grad.reset()
				loss += losses[i]
			}
		}
		if plan.log != nil {
			fmt.Fprintf(plan.log, "epoch %d loss %.4f %s\n", epoch+1, loss/float64(len(examples)), plan.report(p, v))
		}
	}
}

func (plan *plan) report(p *net.Params, v *vocabulary) string {
	if plan.dev == nil {
		return ""
	}
	return plan.dev(&net.Model{Params: p, Words: v.words})
}

// schedule is the factor of the learning rate: a short rise, then a straight fall to nothing.
func schedule(step, steps int) float64 {
	const rise = 200
	return min(float64(step+1)/rise, 1) * (1 - float64(step)/float64(steps))
}

// step learns one sentence under fresh dropout.
func (l *learner) step(r *reader, e *example, rng *rand.Rand) float64 {
	p, m := l.params, &l.state.Masks
	m.X = dropout(m.X, p.Word+p.Sub, 0.2, rng)
	m.H1 = dropout(m.H1, 2*p.Hidden, 0.33, rng)
	m.H2 = dropout(m.H2, 2*p.Hidden, 0.33, rng)
	m.View = dropout(m.View, 4*p.Shape.Arc, 0.33, rng)
	return l.learn(r.read(e, rng), &e.want)
}

// dropout fills a mask of length n that drops with a chance and scales up what it keeps.
func dropout(mask []float32, n int, chance float32, rng *rand.Rand) []float32 {
	if len(mask) != n {
		mask = make([]float32, n)
	}
	for i := range mask {
		mask[i] = 0
		if rng.Float32() >= chance {
			mask[i] = 1 / (1 - chance)
		}
	}
	return mask
}

// initialize fills the parameters with small random numbers, so that every layer starts with signals of about the same size.
func initialize(p *net.Params, seed uint64) {
	rng := rand.New(rand.NewPCG(seed, 1))
	fill := func(m *net.Matrix, scale float64) {
		for i := range m.V {
			m.V[i] = float32((2*rng.Float64() - 1) * scale)
		}
	}
	fill(&p.Words, 0.3)
	fill(&p.Subs, 0.15)
	for _, m := range p.Dense() {
		if m.Rows > 1 {
			fill(m, math.Sqrt(6/float64(m.Rows+m.Cols)))
		}
	}
	for i := range p.Layers {
		h := p.Hidden
		bias := p.Layers[i].In.Bias.V[h : 2*h]
		for k := range bias {
			bias[k] = 0.5 // remember, to begin with
		}
	}
}
