package main

import (
	"math"
	"sync"

	"demarche/ingest/syntax"
	"demarche/ingest/syntax/internal/net"
	"demarche/ingest/syntax/internal/tree"
)

// jury is several networks that read a sentence together: their probabilities are averaged, then the best labels and the
// best tree are taken. Each goroutine has its own.
type jury struct {
	members []*net.Params
	states  []net.State
	reader  *reader
	chart   tree.Chart
	mean    []float32
}

func newJury(members []*net.Params, v *vocabulary) *jury {
	return &jury{members: members, states: make([]net.State, len(members)), reader: newReader(v, members[0].SubRows)}
}

// judge says what the jury thinks of a sentence.
func (j *jury) judge(words []word) target {
	in := j.reader.plain(words)
	for i, p := range j.members {
		p.Run(&j.states[i], in)
	}
	n, first := len(words), &j.states[0]
	var t target
	t.tags = j.labels(n, 1, syntax.Tags, func(s *net.State) []float32 { return s.Tag })
	t.xpos = j.labels(n, 1, syntax.XPOSes, func(s *net.State) []float32 { return s.XPOS })
	t.names = j.labels(n, 0, len(nameTags), func(s *net.State) []float32 { return s.Name })
	for i := range j.states {
		maskSelf(&j.states[i])
	}
	j.average(n, n+1, func(s *net.State) []float32 { return s.Arc })
	for i, x := range j.mean {
		j.mean[i] = float32(math.Log(float64(x) + 1e-9))
	}
	t.heads = make([]int, n)
	j.chart.Best(t.heads, j.mean, first.Columns)
	for i, p := range j.members {
		p.Relations(&j.states[i], t.heads)
	}
	t.rels = j.labels(n, 1, syntax.Rels, func(s *net.State) []float32 { return s.Rel })
	return t
}

// maskSelf keeps tokens from being their own heads.
func maskSelf(s *net.State) {
	for t := range s.N {
		s.Arc[t*s.Columns+t+1] = float32(math.Inf(-1))
	}
}

// average sets j.mean to the mean of the members' probabilities of the first labels columns.
func (j *jury) average(n, labels int, scores func(*net.State) []float32) int {
	width := len(scores(&j.states[0])) / n
	if cap(j.mean) < n*width {
		j.mean = make([]float32, n*width)
	}
	j.mean = j.mean[:n*width]
	clear(j.mean)
	for i := range j.states {
		v := scores(&j.states[i])
		for t := range n {
			addProbabilities(j.mean[t*width:t*width+labels], v[t*width:t*width+labels])
		}
	}
	return width
}

// addProbabilities adds the softmax of scores.
func addProbabilities(sum, scores []float32) {
	top, total := scores[0], 0.0
	for _, s := range scores {
		top = max(top, s)
	}
	for _, s := range scores {
		total += math.Exp(float64(s - top))
	}
	for i, s := range scores {
		sum[i] += float32(math.Exp(float64(s-top)) / total)
	}
}

// labels picks, for each of n tokens, the label most probable on average, from the first on.
func (j *jury) labels(n, first, labels int, scores func(*net.State) []float32) []int {
	width := j.average(n, labels, scores)
	out := make([]int, n)
	for t := range n {
		out[t] = first
		for k := first + 1; k < labels; k++ {
			if j.mean[t*width+k] > j.mean[t*width+out[t]] {
				out[t] = k
			}
		}
	}
	return out
}

// teach lets the members label plain sentences, and the names of examples that have none.
func teach(members []*net.Params, v *vocabulary, text [][]word, examples []*example) []*example {
	taught := make([]*example, len(text))
	var wait sync.WaitGroup
	for part := range shards {
		wait.Go(func() {
			j := newJury(members, v)
			for i := part; i < len(text); i += shards {
				taught[i] = &example{words: text[i], want: j.judge(text[i])}
			}
			for i := part; i < len(examples); i += shards {
				if e := examples[i]; e.want.names[0] == none {
					e.want.names = j.judge(e.words).names
				}
			}
		})
	}
	wait.Wait()
	return taught
}
