package main

import (
	"math"
	"math/rand/v2"

	"demarche/ingest/syntax"
	"demarche/ingest/syntax/internal/net"
)

// perceptron learns the linear model of names: it reads a sentence with the weights it has (Viterbi) and, where that is
// wrong, moves them from the tags said to the tags meant (Collins 2002). The weights kept are the mean over all steps.
type perceptron struct {
	w     *net.Wide
	total *net.Wide // of each change times the step it was made at
	step  float32
}

func newPerceptron(rows int, cluster []uint8) *perceptron {
	return &perceptron{w: net.NewWide(rows, cluster), total: net.NewWide(rows, nil)}
}

// nameSentence is a sentence as the linear model sees it.
type nameSentence struct {
	rows [][net.NumWide]uint32
	want []int
}

// learn takes one step on a sentence.
func (p *perceptron) learn(s *nameSentence, said []int) {
	p.step++
	for i := range s.want {
		if said[i] != s.want[i] {
			for _, row := range s.rows[i] {
				p.move(&p.w.Table, &p.total.Table, int(row), s.want[i], 1)
				p.move(&p.w.Table, &p.total.Table, int(row), said[i], -1)
			}
		}
		if i > 0 && (said[i] != s.want[i] || said[i-1] != s.want[i-1]) {
			p.move(&p.w.Next, &p.total.Next, s.want[i-1], s.want[i], 1)
			p.move(&p.w.Next, &p.total.Next, said[i-1], said[i], -1)
		}
	}
}

func (p *perceptron) move(m, total *net.Matrix, row, tag int, by float32) {
	m.Row(row)[tag] += by
	total.Row(row)[tag] += by * p.step
}

// mean is the model whose weights are the mean over all steps.
func (p *perceptron) mean() *net.Wide {
	out := net.NewWide(p.w.Table.Rows, p.w.Cluster)
	for i, x := range p.w.Table.V {
		out.Table.V[i] = x - p.total.Table.V[i]/(p.step+1)
	}
	for i, x := range p.w.Next.V {
		out.Next.V[i] = x - p.total.Next.V[i]/(p.step+1)
	}
	return out
}

// clusters groups the words by the likeness of their vectors (k-means on the unit sphere); vectors are those of the
// vocabulary.
func clusters(vectors *net.Matrix, k, passes int, seed uint64) []uint8 {
	rng := rand.New(rand.NewPCG(seed, 4))
	unit := net.NewMatrix(vectors.Rows, vectors.Cols)
	for i := range unit.Rows {
		copy(unit.Row(i), vectors.Row(i))
		toUnit(unit.Row(i))
	}
	k = min(k, vectors.Rows)
	centers := net.NewMatrix(k, vectors.Cols)
	for i, row := range rng.Perm(unit.Rows)[:k] {
		copy(centers.Row(i), unit.Row(row))
	}
	of := make([]uint8, vectors.Rows)
	for range passes {
		sums := net.NewMatrix(k, vectors.Cols)
		for i := range unit.Rows {
			of[i] = nearest(&centers, unit.Row(i))
			net.Add(sums.Row(int(of[i])), unit.Row(i))
		}
		for c := range k {
			toUnit(sums.Row(c))
		}
		centers = sums
	}
	return of
}

func toUnit(v []float32) {
	if n := dot(v, v); n > 0 {
		for i := range v {
			v[i] /= sqrt32(n)
		}
	}
}

func nearest(centers *net.Matrix, v []float32) uint8 {
	at, best := 0, float32(-2)
	for c := range centers.Rows {
		if d := dot(centers.Row(c), v); d > best {
			at, best = c, d
		}
	}
	return uint8(at)
}

func dot(a, b []float32) float32 {
	var sum float32
	for i, x := range a {
		sum += x * b[i]
	}
	return sum
}

func sqrt32(x float32) float32 { return float32(math.Sqrt(float64(x))) }

const (
	widePasses   = 10
	forgotten    = 0.3
	wideRows     = 1 << 16
	wideClusters = 200
)

// nameReader runs the network for the linear model of names.
type nameReader struct {
	model  *net.Model
	reader *reader
	state  net.State
}

func newNameReader(m *net.Model) *nameReader {
	rows := make(map[string]int32, len(m.Words))
	for i, w := range m.Words {
		rows[w] = int32(i)
	}
	r := newReader(&vocabulary{words: m.Words, rows: rows}, m.Params.SubRows)
	r.features.Lists = syntax.Lists()
	return &nameReader{model: m, reader: r}
}

// read gives the input of a sentence, with its Penn tags and the network's scores in the scratch. A random source makes
// the network read under dropout, so that it errs on sentences it has learned from as it will on others.
func (r *nameReader) read(k *net.NameScratch, words []word, rng *rand.Rand) ([]net.Input, []float32) {
	p, m := r.model.Params, &r.state.Masks
	if rng != nil {
		m.X, m.H1 = dropout(m.X, p.Word+p.Sub, 0.2, rng), dropout(m.H1, 2*p.Hidden, 0.33, rng)
		m.H2 = dropout(m.H2, 2*p.Hidden, 0.33, rng)
	} else {
		*m = net.Masks{}
	}
	in := r.reader.plain(words)
	p.Run(&r.state, in)
	k.XPOS = k.XPOS[:0]
	for t := range in {
		scores := r.state.XPOS[t*p.Shape.XPOS : t*p.Shape.XPOS+syntax.XPOSes]
		at := 1
		for i := range scores {
			if i > 0 && scores[i] > scores[at] {
				at = i
			}
		}
		k.XPOS = append(k.XPOS, uint8(at))
	}
	return in, r.state.Name
}

// learnNames trains the linear model of names on sentences that have them, beside a network that stays as it is, and picks
// the weight of the network's scores on other sentences.
func learnNames(m *net.Model, sentences, dev [][]word, seed uint64) *net.Wide {
	r, k := newNameReader(m), &net.NameScratch{}
	p := newPerceptron(wideRows, clusters(&m.Params.Words, wideClusters, 10, seed))
	for pass := range widePasses {
		rng := rand.New(rand.NewPCG(seed, 5+uint64(pass)))
		for _, i := range rng.Perm(len(sentences)) {
			words := sentences[i]
			in, _ := r.read(k, words, rng)
			forget(in, rng)
			p.w.Find(k, in, nil, 0)
			p.learn(p.example(k, in, words), k.Tags)
		}
	}
	return r.balance(p.mean(), dev)
}

// forget takes words with a capital for words never seen, one in so many, so that the model does not lean on names it knows.
func forget(in []net.Input, rng *rand.Rand) {
	for i := range in {
		if in[i].Caps != net.NoCaps && rng.Float64() < forgotten {
			in[i].Word, in[i].Subs[8] = -1, 0
		}
	}
}

// balance picks the weight of the network's scores by F1 on sentences that nothing was learned from.
func (r *nameReader) balance(w *net.Wide, dev [][]word) *net.Wide {
	best, deep := -1.0, float32(0)
	for _, try := range []float32{0, 1, 2, 4, 6, 8, 10, 12, 16} {
		w.Deep = try
		if f := r.score(w, dev); f > best {
			best, deep = f, try
		}
	}
	w.Deep = deep
	return w
}

// example prepares a step on a sentence just read.
func (p *perceptron) example(k *net.NameScratch, in []net.Input, words []word) *nameSentence {
	s := &nameSentence{rows: make([][net.NumWide]uint32, len(words)), want: make([]int, len(words))}
	for i, w := range words {
		if net.Reads(in, i) {
			s.want[i] = nameTag(w.Name)
			p.w.Features(&s.rows[i], in, k.XPOS, i)
		}
	}
	return s
}

// score is F1 of whole names with class.
func (r *nameReader) score(w *net.Wide, sentences [][]word) float64 {
	k := &net.NameScratch{}
	said, meant, right := 0, 0, 0
	for i, words := range sentences {
		in, deep := r.read(k, words, nil)
		w.Find(k, in, deep, r.model.Params.Names)
		found := make([]word, len(words))
		for t, tag := range k.Tags {
			found[t].Name = nameTags[tag]
		}
		gold := map[span]bool{}
		for _, s := range nameSpans(i, words) {
			gold[s] = true
			meant++
		}
		for _, s := range nameSpans(i, found) {
			said++
			if gold[s] {
				right++
			}
		}
	}
	return percent(2*right, said+meant)
}

// withNames are the sentences that have names annotated.
func withNames(sentences [][]word) [][]word {
	var all [][]word
	for _, s := range sentences {
		if s[0].Name != "" {
			all = append(all, s)
		}
	}
	return all
}
