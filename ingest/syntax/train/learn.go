package main

import (
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

// teacherShape is the size of the networks that teach it: larger, since nobody waits for them.
var teacherShape = func() net.Shape {
	s := shape
	s.Hidden, s.Arc = 128, 96
	return s
}()

// plan says how long and how fast to learn.
type plan struct {
	epochs int
	batch  int // sentences a step
	rate   float64
	seed   uint64
	log    func(format string, args ...any)

	// dev says what to print behind a pass, which may be the last; nil prints nothing.
	dev func(m *net.Model, last bool) string
}

// shards is into how many parts a batch is cut, whatever the number of processors: the sum of their gradients always has
// the same order, so the same seed gives the same bytes.
const shards = 2

// course is what is learned: all gold examples in every pass, and of those a jury has labelled a few more each time.
type course struct {
	gold, taught []*example
	share        float64 // taught examples a pass, as a multiple of gold ones
}

// pass is the order of one pass.
func (c *course) pass(number int, seed uint64) []*example {
	order := append([]*example(nil), c.gold...)
	more := min(int(c.share*float64(len(c.gold))), len(c.taught))
	for i := range more {
		order = append(order, c.taught[(number*more+i)%len(c.taught)])
	}
	rng := rand.New(rand.NewPCG(seed, uint64(number)))
	rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	return order
}

// learn trains the parameters on the course.
func learn(p *net.Params, v *vocabulary, c course, plan plan) {
	class := newClassroom(p, v)
	size := len(c.pass(0, plan.seed))
	steps := plan.epochs * ((size + plan.batch - 1) / plan.batch)
	for pass := range plan.epochs {
		var loss float64
		order := c.pass(pass, plan.seed)
		for from := 0; from < len(order); from += plan.batch {
			batch := order[from:min(from+plan.batch, len(order))]
			seed := rand.NewPCG(plan.seed, uint64(pass)<<32|uint64(from)).Uint64()
			loss += class.step(batch, seed, plan.rate*schedule(class.opt.step, steps))
		}
		if plan.log != nil {
			plan.log("pass %d loss %.4f %s", pass+1, loss/float64(len(order)), plan.report(p, v, pass+1 == plan.epochs))
		}
	}
}

// classroom is one network and what learning needs around it.
type classroom struct {
	params   *net.Params
	opt      *adam
	back     *transposed
	learners [shards]*learner
	readers  [shards]*reader
}

func newClassroom(p *net.Params, v *vocabulary) *classroom {
	c := &classroom{params: p, opt: newAdam(p.Shape), back: &transposed{}}
	for i := range c.learners {
		c.learners[i] = &learner{params: p, back: c.back, grad: newGradient(p.Shape)}
		c.readers[i] = newReader(v, p.SubRows)
	}
	return c
}

// step learns one batch, its examples dealt out to the shards, and returns the loss.
func (c *classroom) step(batch []*example, seed uint64, rate float64) float64 {
	c.back.refresh(c.params)
	var losses [shards]float64
	var wait sync.WaitGroup
	for i := range shards {
		wait.Go(func() {
			for k := i; k < len(batch); k += shards {
				losses[i] += c.learners[i].step(c.readers[i], batch[k], rand.New(rand.NewPCG(seed, uint64(k))))
			}
		})
	}
	wait.Wait()
	sum := c.learners[0].grad
	for _, l := range c.learners[1:] {
		sum.add(l.grad)
	}
	c.opt.update(c.params, sum, rate, float64(len(batch)))
	loss := 0.0
	for i, l := range c.learners {
		l.grad.reset()
		loss += losses[i]
	}
	return loss
}

// report tries the network out; last tells that it has learned all it will.
func (plan *plan) report(p *net.Params, v *vocabulary, last bool) string {
	if plan.dev == nil {
		return ""
	}
	return plan.dev(&net.Model{Params: p, Words: v.words}, last)
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
