package main

import (
	"math"
	"math/rand/v2"

	"demarche/ingest/syntax/internal/net"
)

// window is how many words on each side a word's vector learns to foretell, each place with outputs of its own (the
// structured skip-gram of Ling et al. 2015: order tells more about syntax than company does).
const window = 2

// negatives is how many words drawn at random stand against each real neighbour.
const negatives = 5

// embed fills m, one row a word of the vocabulary, with vectors learned from sentences of word rows.
func embed(m *net.Matrix, sentences [][]int32, count []int, passes int, seed uint64) {
	rng := rand.New(rand.NewPCG(seed, 2))
	for i := range m.V {
		m.V[i] = (rng.Float32() - 0.5) / float32(m.Cols)
	}
	out := net.NewMatrix(2*window*m.Rows, m.Cols)
	draw := sampler(count)
	steps, total := 0, passes*words32(sentences)
	change := make([]float32, m.Cols)
	for range passes {
		for _, s := range sentences {
			for t, w := range s {
				rate := 0.05 * max(1e-3, 1-float32(steps)/float32(total))
				steps++
				if w < 0 || rng.Float64() > keep(count[w], total/passes) {
					continue
				}
				v := m.Row(int(w))
				for place := range 2 * window {
					at := t + place - window
					if place >= window {
						at++
					}
					if at < 0 || at >= len(s) || s[at] < 0 {
						continue
					}
					clear(change)
					foretell(v, out.Row(place*m.Rows+int(s[at])), change, 1, rate)
					for range negatives {
						other := draw[rng.IntN(len(draw))]
						foretell(v, out.Row(place*m.Rows+int(other)), change, 0, rate)
					}
					net.Add(v, change)
				}
			}
		}
	}
	normalize(m)
}

// foretell moves the output u toward saying label of v, and notes in change how v should move. Vectors have a multiple of
// four elements.
func foretell(v, u, change []float32, label, rate float32) {
	u, change = u[:len(v)], change[:len(v)]
	var a, b, c, d float32
	for i := 0; i+3 < len(v); i += 4 {
		a += v[i] * u[i]
		b += v[i+1] * u[i+1]
		c += v[i+2] * u[i+2]
		d += v[i+3] * u[i+3]
	}
	g := (label - sigmoid(a+b+c+d)) * rate
	for i, x := range v {
		change[i] += g * u[i]
		u[i] += g * x
	}
}

// sigmoid is the logistic function, by the same fraction as the network's tanh.
func sigmoid(x float32) float32 {
	x = min(max(x/2, -4.97), 4.97)
	s := x * x
	return 0.5 + 0.5*x*(((s+378)*s+17325)*s+135135)/(((28*s+3150)*s+62370)*s+135135)
}

// sampler is a table in which a word stands in proportion to its count to the power 3/4.
func sampler(count []int) []int32 {
	var table []int32
	for w, n := range count {
		for range 1 + int(math.Pow(float64(n), 0.75)) {
			table = append(table, int32(w))
		}
	}
	return table
}

// keep is the chance not to skip a word; very frequent ones are skipped often.
func keep(n, total int) float64 {
	share := float64(n) / float64(total)
	return min(1, math.Sqrt(1e-3/max(share, 1e-9)))
}

func words32(sentences [][]int32) int {
	n := 0
	for _, s := range sentences {
		n += len(s)
	}
	return n
}

// normalize scales the vectors so that an element is about 0.25.
func normalize(m *net.Matrix) {
	var sum float64
	for _, x := range m.V {
		sum += float64(x) * float64(x)
	}
	factor := float32(0.25 / math.Sqrt(sum/float64(len(m.V))))
	for i := range m.V {
		m.V[i] *= factor
	}
}

// rowsOf looks sentences up in the vocabulary.
func rowsOf(v *vocabulary, sentences [][]word) [][]int32 {
	var f net.Features
	all := make([][]int32, len(sentences))
	for i, s := range sentences {
		for _, w := range s {
			row, ok := v.rows[f.Fold(w.Form)]
			if !ok {
				row = -1
			}
			all[i] = append(all[i], row)
		}
	}
	return all
}
