package main

import "demarche/ingest/syntax/internal/net"

// gradient is the sum of the gradients of some sentences, in the same places as the parameters, with the rows of the two
// tables that are not zero.
type gradient struct {
	*net.Params
	touched [2][]int32
	seen    [2][]bool
}

func newGradient(s net.Shape) *gradient {
	return &gradient{Params: net.New(s), seen: [2][]bool{make([]bool, s.Vocab), make([]bool, s.SubRows)}}
}

// touch notes that row of a table is used and returns it.
func (g *gradient) touch(table int, row int32) []float32 {
	if !g.seen[table][row] {
		g.seen[table][row] = true
		g.touched[table] = append(g.touched[table], row)
	}
	return g.Tables()[table].Row(int(row))
}

// reset makes it zero again.
func (g *gradient) reset() {
	for i, t := range g.Tables() {
		for _, row := range g.touched[i] {
			clear(t.Row(int(row)))
			g.seen[i][row] = false
		}
		g.touched[i] = g.touched[i][:0]
	}
	for _, m := range g.Dense() {
		clear(m.V)
	}
}

// add adds another gradient.
func (g *gradient) add(o *gradient) {
	for i := range g.Tables() {
		for _, row := range o.touched[i] {
			net.Add(g.touch(i, row), o.Tables()[i].Row(int(row)))
		}
	}
	mine := g.Dense()
	for i, m := range o.Dense() {
		net.Add(mine[i].V, m.V)
	}
}

// transposed holds the transposes of the matrices that errors flow back through.
type transposed struct {
	in, rec         [4][]float32
	tag, xpos, name []float32
	view, arc, rel  []float32
}

func transpose(dst []float32, m *net.Matrix) []float32 {
	if dst == nil {
		dst = make([]float32, len(m.V))
	}
	flip(dst, m.V, m.Rows, m.Cols)
	return dst
}

// flip writes the transpose of the rows × cols matrix v.
func flip(dst, v []float32, rows, cols int) {
	for i := range rows {
		for k, x := range v[i*cols : (i+1)*cols] {
			dst[k*rows+i] = x
		}
	}
}

func (t *transposed) refresh(p *net.Params) {
	for i := range p.Layers {
		t.in[i] = transpose(t.in[i], &p.Layers[i].In.W)
		t.rec[i] = transpose(t.rec[i], &p.Layers[i].Rec)
	}
	t.tag, t.xpos, t.name = transpose(t.tag, &p.Tag.W), transpose(t.xpos, &p.XPOS.W), transpose(t.name, &p.Name.W)
	t.view, t.arc, t.rel = transpose(t.view, &p.View.W), transpose(t.arc, &p.Arc.W), transpose(t.rel, &p.Rel.W)
}

// buffers hands out zeroed slices that are all taken back at once, so that a step allocates nothing once warm.
type buffers struct {
	used int
	all  [][]float32
}

func (b *buffers) get(n int) []float32 {
	if b.used == len(b.all) {
		b.all = append(b.all, nil)
	}
	v := b.all[b.used]
	if cap(v) < n {
		v = make([]float32, n+n/2)
	}
	v = v[:n]
	clear(v)
	b.all[b.used] = v
	b.used++
	return v
}
