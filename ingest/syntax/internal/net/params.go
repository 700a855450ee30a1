package net

// Shape is the size of a network. Every dimension but Vocab and SubRows is a multiple of lanes.
type Shape struct {
	Vocab   int // words with a vector of their own
	SubRows int // rows of the hashed table of affixes and shapes
	Word    int // length of a word's vector
	Sub     int // length of the sum of a word's affix vectors
	Hidden  int // length of the state of one LSTM; a layer has two, one in each direction
	Arc     int // length of the views of a word as a dependent and as a head
	Tags    int // outputs for universal tags, padded
	XPOS    int // outputs for Penn tags, padded
	Names   int // outputs for names, padded
	Rels    int // outputs for relations, padded
}

// Pad rounds n up to a multiple of lanes.
func Pad(n int) int { return (n + lanes - 1) / lanes * lanes }

// Matrix is Rows vectors of length Cols, one after another.
type Matrix struct {
	Rows, Cols int
	V          []float32
}

// NewMatrix is a matrix of zeros.
func NewMatrix(rows, cols int) Matrix {
	return Matrix{Rows: rows, Cols: cols, V: make([]float32, rows*cols)}
}

// Row is row i, to be read or written.
func (m *Matrix) Row(i int) []float32 { return m.V[i*m.Cols : (i+1)*m.Cols : (i+1)*m.Cols] }

// Linear is y = bias + x·W with W of len(x) rows and len(y) columns.
type Linear struct{ W, Bias Matrix }

func newLinear(in, out int) Linear { return Linear{W: NewMatrix(in, out), Bias: NewMatrix(1, out)} }

// Apply computes one output row for each of the n rows of x.
func (l *Linear) Apply(y, x []float32, n int) {
	in, out := l.W.Rows, l.W.Cols
	for t := range n {
		copy(y[t*out:(t+1)*out], l.Bias.V)
	}
	MulAddRows(y[:n*out], x[:n*in], l.W.V, n)
}

// LSTM is a recurrent layer in one direction. The columns of In and Rec are four gates of Hidden columns each: input, forget,
// output and candidate. The first three go through 0.5+0.5·tanh, which is a sigmoid of twice the argument.
type LSTM struct {
	In  Linear // from the input, with the bias
	Rec Matrix // from the state before
}

// Params are all parameters of the network.
type Params struct {
	Shape
	Words  Matrix  // Vocab × Word
	Subs   Matrix  // SubRows × Sub
	Layers [4]LSTM // first layer forward, backward; second layer forward, backward
	Tag    Linear  // from the first layer
	XPOS   Linear  // from the first layer
	Name   Linear  // from the second layer
	View   Linear  // from the second layer to four views: arc dependent, arc head, relation dependent, relation head
	Root   Matrix  // the two head views of the root: 2 × Arc
	Arc    Linear  // bilinear form between dependent and head views
	Rel    Linear  // from the sum of relation views to relations
}

// New makes the parameters of a shape, all zero.
func New(s Shape) *Params {
	p := &Params{Shape: s, Words: NewMatrix(s.Vocab, s.Word), Subs: NewMatrix(s.SubRows, s.Sub)}
	for i := range p.Layers {
		in := s.Word + s.Sub
		if i >= 2 {
			in = 2 * s.Hidden
		}
		p.Layers[i] = LSTM{In: newLinear(in, 4*s.Hidden), Rec: NewMatrix(s.Hidden, 4*s.Hidden)}
	}
	p.Tag, p.XPOS = newLinear(2*s.Hidden, s.Tags), newLinear(2*s.Hidden, s.XPOS)
	p.Name, p.View = newLinear(2*s.Hidden, s.Names), newLinear(2*s.Hidden, 4*s.Arc)
	p.Root, p.Arc, p.Rel = NewMatrix(2, s.Arc), newLinear(s.Arc, s.Arc), newLinear(s.Arc, s.Rels)
	return p
}

// Tables are the two embedding tables, of which a sentence touches only a few rows.
func (p *Params) Tables() []*Matrix { return []*Matrix{&p.Words, &p.Subs} }

// Dense are all other matrices, in the order of the file.
func (p *Params) Dense() []*Matrix {
	var all []*Matrix
	for i := range p.Layers {
		all = append(all, &p.Layers[i].In.W, &p.Layers[i].In.Bias, &p.Layers[i].Rec)
	}
	for _, l := range []*Linear{&p.Tag, &p.XPOS, &p.Name, &p.View, &p.Arc, &p.Rel} {
		all = append(all, &l.W, &l.Bias)
	}
	return append(all, &p.Root)
}
