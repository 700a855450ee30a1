package main

import (
	"math"

	"demarche/ingest/syntax/internal/net"
)

// none marks a label that is not known: it costs nothing and teaches nothing.
const none = -1

// target is what the network should say about a sentence.
type target struct {
	tags, xpos, rels, names []int // none where unknown
	heads                   []int // -1 the root
}

// learner computes gradients; each goroutine has its own.
type learner struct {
	params  *net.Params
	back    *transposed
	grad    *gradient
	state   net.State
	buffers buffers
	ones    []float32
}

// weights of the losses.
const (
	tagLoss  = 0.5
	nameLoss = 0.7
)

// learn adds the gradient of one sentence and returns its loss.
func (l *learner) learn(in []net.Input, want *target) float64 {
	l.buffers.used = 0
	p, s := l.params, &l.state
	p.Run(s, in)
	p.Relations(s, want.heads)
	n, h2 := s.N, 2*p.Hidden
	for len(l.ones) < n {
		l.ones = append(l.ones, 1)
	}
	dH1, dH2 := l.buffers.get(n*h2), l.buffers.get(n*h2)
	loss := l.labels(&p.Tag, &l.grad.Tag, l.back.tag, s.Tag, s.H1, dH1, want.tags, tagLoss)
	loss += l.labels(&p.XPOS, &l.grad.XPOS, l.back.xpos, s.XPOS, s.H1, dH1, want.xpos, tagLoss)
	loss += l.labels(&p.Name, &l.grad.Name, l.back.name, s.Name, s.H2, dH2, want.names, nameLoss)
	dView := l.buffers.get(len(s.View))
	loss += l.arcs(dView, want.heads)
	loss += l.relations(dView, want)
	unrectify(dView, s.View)
	scale(dView, s.Masks.View)
	l.linear(&p.View, &l.grad.View, l.back.view, s.H2, dView, dH2)
	scale(dH2, s.Masks.H2)
	l.layer(2, s.H1, dH2, dH1)
	scale(dH1, s.Masks.H1)
	dX := l.buffers.get(len(s.X))
	l.layer(0, s.X, dH1, dX)
	scale(dX, s.Masks.X)
	l.embed(in, dX)
	return loss
}

func scale(v, mask []float32) {
	if mask == nil {
		return
	}
	for ; len(v) > 0; v = v[len(mask):] {
		for i, m := range mask {
			v[i] *= m
		}
	}
}

// unrectify takes errors back through the leaky rectifier whose outputs were y.
func unrectify(dy, y []float32) {
	for i := range dy {
		if y[i] < 0 {
			dy[i] *= net.Leak
		}
	}
}

// softmax turns scores into the gradient of the cross-entropy against a wanted index, times weight; it returns the loss.
func softmax(d, scores []float32, want int, weight float32) float64 {
	top := scores[0]
	for _, s := range scores {
		top = max(top, s)
	}
	var sum float64
	for i, s := range scores {
		e := math.Exp(float64(s - top))
		d[i] = float32(e)
		sum += e
	}
	for i := range scores {
		d[i] *= weight / float32(sum)
	}
	d[want] -= weight
	return float64(weight) * (math.Log(sum) - float64(scores[want]-top))
}

// labels learns a linear classifier over x.
func (l *learner) labels(p, g *net.Linear, back, scores, x, dX []float32, want []int, weight float32) float64 {
	width := p.W.Cols
	d := l.buffers.get(len(scores))
	var loss float64
	known := false
	for t, w := range want {
		if w != none {
			known = true
			loss += softmax(d[t*width:(t+1)*width], scores[t*width:(t+1)*width], w, weight)
		}
	}
	if known {
		l.linear(p, g, back, x, d, dX)
	}
	return loss
}

// linear takes the errors dy of y = bias + x·W back to the parameters and adds those of x to dx.
func (l *learner) linear(p, g *net.Linear, back, x, dy, dx []float32) {
	in, out := p.W.Rows, p.W.Cols
	n := len(dy) / out
	net.MulAddRows(dx[:n*in], dy, back, n)
	l.outer(&g.W, x, dy, n)
	net.MulAdd(g.Bias.V, l.ones[:n], dy)
}

// outer adds the sum of the n outer products of the rows of x and dy.
func (l *learner) outer(g *net.Matrix, x, dy []float32, n int) {
	xT := l.buffers.get(g.Rows * n)
	flip(xT, x, n, g.Rows)
	net.MulAddRows(g.V, xT, dy, g.Rows)
}

// arcs learns heads; a token is no candidate for its own head.
func (l *learner) arcs(dView []float32, heads []int) float64 {
	p, s := l.params, &l.state
	n, a, cols := s.N, p.Shape.Arc, s.Columns
	dArc := l.buffers.get(n * cols)
	var loss float64
	for t, head := range heads {
		row := s.Arc[t*cols : t*cols+n+1]
		row[t+1] = float32(math.Inf(-1))
		loss += softmax(dArc[t*cols:t*cols+n+1], row, head+1, 1)
	}
	dQuery := l.buffers.get(n * a)
	for t := range n {
		net.MulAdd(dQuery[t*a:(t+1)*a], dArc[t*cols:t*cols+n+1], s.Heads)
	}
	dArcT := l.buffers.get(n * cols)
	flip(dArcT, dArc, n, cols)
	net.MulAdd(l.grad.Root.Row(0), dArcT[:n], s.Query)
	dDependents := l.buffers.get(n * a)
	for t := range n {
		net.MulAdd(dView[(4*t+1)*a:(4*t+2)*a], dArcT[(t+1)*n:(t+2)*n], s.Query)
	}
	l.linear(&p.Arc, &l.grad.Arc, l.back.arc, s.Dependents, dQuery, dDependents)
	for t := range n {
		net.Add(dView[4*t*a:(4*t+1)*a], dDependents[t*a:(t+1)*a])
	}
	return loss
}

// relations learns the relations to the right heads.
func (l *learner) relations(dView []float32, want *target) float64 {
	p, s := l.params, &l.state
	a := p.Shape.Arc
	d := l.buffers.get(len(s.RelIn))
	loss := l.labels(&p.Rel, &l.grad.Rel, l.back.rel, s.Rel, s.RelIn, d, want.rels, 1)
	unrectify(d, s.RelIn)
	for t, head := range want.heads {
		dt := d[t*a : (t+1)*a]
		net.Add(dView[(4*t+2)*a:(4*t+3)*a], dt)
		if head < 0 {
			net.Add(l.grad.Root.Row(1), dt)
		} else {
			net.Add(dView[(4*head+3)*a:(4*head+4)*a], dt)
		}
	}
	return loss
}

// layer takes the errors of both directions' outputs back to their input x.
func (l *learner) layer(i int, x, dOut, dX []float32) {
	h, n := l.params.Hidden, l.state.N
	for side := range 2 {
		dH := l.buffers.get(n * h)
		for t := range n {
			copy(dH[t*h:(t+1)*h], dOut[(2*t+side)*h:])
		}
		l.lstm(i+side, x, dH, dX, side == 1)
	}
}

// lstm takes the errors of one direction back through time.
func (l *learner) lstm(i int, x, dH, dX []float32, backward bool) {
	p, g, c := &l.params.Layers[i], &l.grad.Layers[i], &l.state.Cells[i]
	h, n := l.params.Hidden, l.state.N
	dZ, dC, before := l.buffers.get(n*4*h), l.buffers.get(h), l.buffers.get(n*h)
	for k := n - 1; k >= 0; k-- {
		t, prev := k, k-1
		if backward {
			t, prev = n-1-k, n-k
		}
		var cPrev []float32
		if k > 0 {
			cPrev = c.C[prev*h : (prev+1)*h]
		}
		dz := dZ[t*4*h : (t+1)*4*h]
		uncell(dz, dC, dH[t*h:(t+1)*h], c.Gates[t*4*h:(t+1)*4*h], c.TanhC[t*h:(t+1)*h], cPrev)
		if k > 0 {
			net.MulAdd(dH[prev*h:(prev+1)*h], dz, l.back.rec[i])
			copy(before[t*h:(t+1)*h], c.H[prev*h:(prev+1)*h])
		}
	}
	l.outer(&g.Rec, before, dZ, n)
	l.linear(&p.In, &g.In, l.back.in[i], x, dZ, dX)
}

// uncell takes the error dh of a cell's output, and dC of its state from the step behind it, to the gates' arguments dz
// and to the state before, in dC. cPrev is nil at the first step.
func uncell(dz, dC, dh, gates, tanhC, cPrev []float32) {
	h := len(dC)
	for k := range h {
		in, forget, out := 0.5+0.5*gates[k], 0.5+0.5*gates[h+k], 0.5+0.5*gates[2*h+k]
		candidate := gates[3*h+k]
		dc := dC[k] + dh[k]*out*(1-tanhC[k]*tanhC[k])
		dz[k] = 0.5 * dc * candidate * (1 - gates[k]*gates[k])
		if cPrev != nil {
			dz[h+k] = 0.5 * dc * cPrev[k] * (1 - gates[h+k]*gates[h+k])
		}
		dz[2*h+k] = 0.5 * dh[k] * tanhC[k] * (1 - gates[2*h+k]*gates[2*h+k])
		dz[3*h+k] = dc * in * (1 - candidate*candidate)
		dC[k] = dc * forget
	}
}

// embed adds the errors of the input vectors to the rows they were summed from.
func (l *learner) embed(in []net.Input, dX []float32) {
	p := l.params
	d := p.Word + p.Sub
	for t := range in {
		dx := dX[t*d : (t+1)*d]
		if w := in[t].Word; w >= 0 {
			net.Add(l.grad.touch(0, w), dx[:p.Word])
		}
		for _, row := range in[t].Subs {
			net.Add(l.grad.touch(1, int32(row)), dx[p.Word:])
		}
	}
}
