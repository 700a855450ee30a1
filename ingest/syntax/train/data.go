package main

import (
	"math/rand/v2"
	"sort"
	"strings"

	"demarche/ingest/syntax"
	"demarche/ingest/syntax/internal/net"
)

// example is a sentence as the network reads it and what it should say.
type example struct {
	words []word
	want  target
}

// nameTags are the outputs for names in their order.
var nameTags = []string{"O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"}

func nameTag(s string) int {
	for i, tag := range nameTags {
		if tag == s {
			return i
		}
	}
	return 0 // names of other classes are no names here
}

func newExample(words []word) *example {
	e := &example{words: words}
	for _, w := range words {
		e.want.tags = append(e.want.tags, known(int(syntax.TagOf(w.Tag))))
		e.want.xpos = append(e.want.xpos, known(int(syntax.XPOSOf(w.XPOS))))
		e.want.rels = append(e.want.rels, int(syntax.RelOf(w.Rel)))
		e.want.heads = append(e.want.heads, w.Head)
		if w.Name == "" {
			e.want.names = append(e.want.names, none)
		} else {
			e.want.names = append(e.want.names, nameTag(w.Name))
		}
	}
	return e
}

// known maps the empty label to none.
func known(label int) int {
	if label == 0 {
		return none
	}
	return label
}

// vocabulary holds the words that get a vector, most frequent first, with how often the treebanks have them.
type vocabulary struct {
	words []string
	rows  map[string]int32
	count []int // in the treebanks
}

// newVocabulary takes the words that stand at least twice in the trees or often in the plain text.
func newVocabulary(trees [][]word, text map[string]int, often int) *vocabulary {
	var f net.Features
	count := make(map[string]int)
	for _, s := range trees {
		for _, w := range s {
			count[f.Fold(w.Form)]++
		}
	}
	total := make(map[string]int)
	for w, n := range count {
		if n >= 2 {
			total[w] = n
		}
	}
	for w, n := range text {
		if n >= often {
			total[w] = n + count[w]
		}
	}
	v := &vocabulary{rows: make(map[string]int32)}
	for w := range total {
		if w != "" && !strings.Contains(w, "\n") {
			v.words = append(v.words, w)
		}
	}
	sort.Slice(v.words, func(i, j int) bool {
		a, b := v.words[i], v.words[j]
		return total[a] > total[b] || total[a] == total[b] && a < b
	})
	for i, w := range v.words {
		v.rows[w] = int32(i)
		v.count = append(v.count, count[w])
	}
	return v
}

// reader makes network input of examples; each goroutine has its own.
type reader struct {
	features net.Features
	vocab    *vocabulary
	inputs   []net.Input
}

func newReader(v *vocabulary, subRows int) *reader {
	return &reader{features: net.Features{Vocab: v.rows, SubRows: subRows}, vocab: v}
}

// restyled is how often, in a thousand, a sentence is read as if written in another case.
const (
	asTitle = 40
	asUpper = 10
	asLower = 10
)

// unknown is how readily a word is taken for one without a vector: unknown/(unknown+count).
const unknown = 0.4

// read makes the input of an example, with words forgotten and cases changed at random.
func (r *reader) read(e *example, rng *rand.Rand) []net.Input {
	r.inputs = r.inputs[:0]
	style := restyle(rng)
	form := func(i int) string { return style(i, e.words[i].Form) }
	c := net.CaseOf(len(e.words), form)
	for i := range e.words {
		var in net.Input
		r.features.Read(&in, form(i), i == 0, c)
		if in.Word >= 0 && rng.Float64() < unknown/(unknown+float64(r.vocab.count[in.Word])) {
			in.Word = -1
		}
		r.inputs = append(r.inputs, in)
	}
	return r.inputs
}

// plain makes the input of words as they stand.
func (r *reader) plain(words []word) []net.Input {
	r.inputs = r.inputs[:0]
	form := func(i int) string { return words[i].Form }
	c := net.CaseOf(len(words), form)
	for i := range words {
		var in net.Input
		r.features.Read(&in, words[i].Form, i == 0, c)
		r.inputs = append(r.inputs, in)
	}
	return r.inputs
}

// restyle picks a way to write a sentence.
func restyle(rng *rand.Rand) func(int, string) string {
	switch d := rng.IntN(1000); {
	case d < asTitle:
		return titleCase
	case d < asTitle+asUpper:
		return func(_ int, w string) string { return strings.ToUpper(w) }
	case d < asTitle+asUpper+asLower:
		return func(_ int, w string) string { return strings.ToLower(w) }
	}
	return func(_ int, w string) string { return w }
}

var smallWords = map[string]bool{
	"a": true, "an": true, "the": true, "and": true, "or": true, "but": true, "of": true, "in": true, "on": true, "at": true, "to": true,
	"for": true, "by": true, "as": true, "with": true, "from": true, "'s": true, "n't": true,
}

// titleCase writes a word as in a headline.
func titleCase(i int, w string) string {
	if i > 0 && smallWords[w] || w == "" || w[0] < 'a' || w[0] > 'z' {
		return w
	}
	return string(w[0]-'a'+'A') + w[1:]
}
