package net

// Input is what the network reads of one token.
type Input struct {
	Word   int32          // row of Words; -1 for none
	Subs   [NumSub]uint32 // rows of Subs
	Caps   Caps           // for names only, as is Listed
	Listed uint8          // the lists the word stands on
}

// Masks are dropout masks: a factor for each element, the same for all tokens of a sentence. Nil masks keep everything.
type Masks struct{ X, H1, H2, View []float32 }

// Cell is what one LSTM computed for a sentence, token by token in the order of the text.
type Cell struct {
	Gates []float32 // n × 4·Hidden, behind tanh
	C     []float32 // n × Hidden: the cell
	TanhC []float32 // n × Hidden
	H     []float32 // n × Hidden: the output
}

// State is the scratch of one forward pass, to be used again for the next sentence; not for two goroutines at once.
type State struct {
	N       int // tokens
	Columns int // N+1, padded: the length of a row of ArcScores; column 0 is the root, column i+1 token i
	Masks   Masks
	X       []float32 // n × (Word+Sub)
	Cells   [4]Cell
	H1, H2  []float32 // n × 2·Hidden, behind the masks
	Tag     []float32 // n × Tags: scores
	XPOS    []float32 // n × XPOS
	Name    []float32 // n × Names
	View    []float32 // n × 4·Arc, behind the rectifier and the mask
	Heads   []float32 // Columns × Arc: arc-head views, root first
	headsT  []float32 // its transpose
	Query   []float32 // n × Arc: what each dependent looks for in a head

	Dependents []float32 // n × Arc: arc-dependent views
	Arc        []float32 // n × Columns: score of each head
	RelIn      []float32 // n × Arc, behind the rectifier: each token with the head chosen for it
	Rel        []float32 // n × Rels: scores of the relations to that head
}

// grow makes a slice of n zeros, in place when there is room.
func grow(v []float32, n int) []float32 {
	if cap(v) < n {
		return make([]float32, n, n+n/2)
	}
	v = v[:n]
	clear(v)
	return v
}

// Run computes everything but the relations, which wait for heads.
func (p *Params) Run(s *State, in []Input) {
	n, h2 := len(in), 2*p.Hidden
	s.N, s.Columns = n, Pad(n+1)
	p.embed(s, in)
	s.H1, s.H2 = grow(s.H1, n*h2), grow(s.H2, n*h2)
	p.layer(s, 0, s.X, s.H1)
	scale(s.H1, s.Masks.H1)
	p.layer(s, 2, s.H1, s.H2)
	scale(s.H2, s.Masks.H2)
	s.Tag, s.XPOS, s.Name = grow(s.Tag, n*p.Tags), grow(s.XPOS, n*p.Shape.XPOS), grow(s.Name, n*p.Names)
	p.Tag.Apply(s.Tag, s.H1, n)
	p.XPOS.Apply(s.XPOS, s.H1, n)
	p.Name.Apply(s.Name, s.H2, n)
	s.View = grow(s.View, n*4*p.Arc.W.Cols)
	p.View.Apply(s.View, s.H2, n)
	Rectify(s.View)
	scale(s.View, s.Masks.View)
	p.arcs(s)
}

// embed looks up the tokens' vectors.
func (p *Params) embed(s *State, in []Input) {
	d := p.Word + p.Sub
	s.X = grow(s.X, len(in)*d)
	for t := range in {
		x := s.X[t*d : (t+1)*d]
		if w := in[t].Word; w >= 0 {
			copy(x, p.Words.Row(int(w)))
		}
		for _, row := range in[t].Subs {
			Add(x[p.Word:], p.Subs.Row(int(row)))
		}
	}
	scale(s.X, s.Masks.X)
}

// layer runs the two LSTMs i and i+1 over n rows of x and writes both states of each token side by side.
func (p *Params) layer(s *State, i int, x, out []float32) {
	p.lstm(&s.Cells[i], &p.Layers[i], x, s.N, false)
	p.lstm(&s.Cells[i+1], &p.Layers[i+1], x, s.N, true)
	h := p.Hidden
	for t := range s.N {
		copy(out[2*t*h:], s.Cells[i].H[t*h:(t+1)*h])
		copy(out[(2*t+1)*h:], s.Cells[i+1].H[t*h:(t+1)*h])
	}
}

func (p *Params) lstm(c *Cell, l *LSTM, x []float32, n int, backward bool) {
	h := p.Hidden
	c.Gates, c.C = grow(c.Gates, n*4*h), grow(c.C, n*h)
	c.TanhC, c.H = grow(c.TanhC, n*h), grow(c.H, n*h)
	l.In.Apply(c.Gates, x, n)
	for i := range n {
		t, before := i, i-1
		if backward {
			t, before = n-1-i, n-i
		}
		gates := c.Gates[t*4*h : (t+1)*4*h]
		if i > 0 {
			MulAdd(gates, c.H[before*h:(before+1)*h], l.Rec.V)
		}
		Tanh(gates)
		now := c.C[t*h : (t+1)*h]
		if i > 0 {
			copy(now, c.C[before*h:(before+1)*h])
		}
		cell(now, gates)
		tanhC := c.TanhC[t*h : (t+1)*h]
		copy(tanhC, now)
		Tanh(tanhC)
		emit(c.H[t*h:(t+1)*h], tanhC, gates)
	}
}

// cell forgets and takes in: c = f·c + i·g.
func cell(c, gates []float32) {
	h := len(c)
	in, forget, candidate := gates[:h], gates[h:2*h], gates[3*h:4*h]
	for k := range c {
		kept := float32((0.5 + float32(0.5*forget[k])) * c[k])
		c[k] = kept + float32((0.5+float32(0.5*in[k]))*candidate[k])
	}
}

// emit lets out: h = o·tanh(c).
func emit(y, tanhC, gates []float32) {
	h := len(y)
	out := gates[2*h : 3*h]
	for k := range y {
		y[k] = (0.5 + float32(0.5*out[k])) * tanhC[k]
	}
}

// arcs scores every head for every token.
func (p *Params) arcs(s *State) {
	n, a := s.N, p.Shape.Arc
	s.Heads, s.headsT = grow(s.Heads, s.Columns*a), grow(s.headsT, s.Columns*a)
	copy(s.Heads, p.Root.Row(0))
	for t := range n {
		copy(s.Heads[(t+1)*a:(t+2)*a], s.View[(4*t+1)*a:])
	}
	for i := range n + 1 {
		for k := range a {
			s.headsT[k*s.Columns+i] = s.Heads[i*a+k]
		}
	}
	s.Query, s.Arc, s.Dependents = grow(s.Query, n*a), grow(s.Arc, n*s.Columns), grow(s.Dependents, n*a)
	for t := range n {
		copy(s.Dependents[t*a:(t+1)*a], s.View[4*t*a:])
	}
	p.Arc.Apply(s.Query, s.Dependents, n)
	MulAddRows(s.Arc, s.Query, s.headsT, n)
}

// Relations scores the relations of each token to its head; heads holds token indices, -1 for the root.
func (p *Params) Relations(s *State, heads []int) {
	n, a := s.N, p.Shape.Arc
	s.RelIn, s.Rel = grow(s.RelIn, n*a), grow(s.Rel, n*p.Rels)
	for t, head := range heads {
		y := s.RelIn[t*a : (t+1)*a]
		copy(y, s.View[(4*t+2)*a:])
		if head < 0 {
			Add(y, p.Root.Row(1))
		} else {
			Add(y, s.View[(4*head+3)*a:(4*head+4)*a])
		}
	}
	Rectify(s.RelIn)
	p.Rel.Apply(s.Rel, s.RelIn, n)
}

// scale multiplies each row of v by the mask, if there is one.
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
