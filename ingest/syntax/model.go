package syntax

import (
	"fmt"
	"sync"

	"demarche/ingest/syntax/internal/net"
	"demarche/ingest/syntax/internal/tree"
)

// Model tags, parses and finds names. It never changes, so many goroutines may use one.
type Model struct {
	params *net.Params
	wide   *net.Wide
	vocab  map[string]int32
	lemmas *lemmas
	spare  sync.Pool // of *scratch
}

// scratch is what one goroutine needs while it works on a sentence.
type scratch struct {
	features net.Features
	inputs   []net.Input
	state    net.State
	chart    tree.Chart
	heads    []int
	lemmas   lemmaCache
	names    net.NameScratch
}

// Open reads a model from the bytes of its files, the network and the names; bytes of anything else give an error.
func Open(network, names []byte) (*Model, error) {
	m, err := net.Decode(network)
	if err != nil {
		return nil, fmt.Errorf("syntax model: %w", err)
	}
	wide, err := net.DecodeWide(names, m.Params.Vocab)
	if err != nil {
		return nil, fmt.Errorf("name model: %w", err)
	}
	return newModel(m, wide), nil
}

func newModel(n *net.Model, wide *net.Wide) *Model {
	m := &Model{params: n.Params, wide: wide, vocab: make(map[string]int32, len(n.Words)), lemmas: loadLemmas()}
	for i, w := range n.Words {
		m.vocab[w] = int32(i)
	}
	m.spare.New = func() any {
		return &scratch{
			features: net.Features{Vocab: m.vocab, SubRows: m.params.SubRows, Lists: Lists()},
			lemmas:   make(lemmaCache),
		}
	}
	return m
}

// Parse fills in tags, lemmas, heads, relations and names of a sentence in place. Its tree has exactly one root. A sentence of
// more than 160 tokens, which Split does not make, is parsed in pieces whose roots hang on the first one's as parataxis.
func (m *Model) Parse(s *Sentence) {
	k := m.spare.Get().(*scratch)
	defer m.spare.Put(k)
	s.Names = s.Names[:0]
	for from := 0; from < len(s.Tokens); from += maxSentence {
		piece := s.Tokens[from:min(from+maxSentence, len(s.Tokens))]
		m.parse(k, piece)
		s.Names = appendNames(s.Names, m.names(k, piece), from)
	}
	if len(s.Tokens) > maxSentence {
		joinPieces(s.Tokens)
	}
}

// joinPieces makes one tree of the trees of pieces.
func joinPieces(tokens []Token) {
	root := -1
	for i := range tokens {
		t := &tokens[i]
		switch {
		case t.Head >= 0:
			t.Head += i / maxSentence * maxSentence
		case root < 0:
			root = i
		default:
			t.Head, t.Rel = root, Parataxis
		}
	}
}

func (m *Model) parse(k *scratch, tokens []Token) {
	m.read(k, tokens)
	p, s := m.params, &k.state
	k.heads = growInts(k.heads, len(tokens))
	k.chart.Best(k.heads, s.Arc, s.Columns)
	p.Relations(s, k.heads)
	for i := range tokens {
		t := &tokens[i]
		t.Tag = Tag(best(s.Tag[i*p.Tags:], len(tagNames)))
		t.XPOS = XPOS(best(s.XPOS[i*p.Shape.XPOS:], len(xposNames)))
		t.Head, t.Rel = k.heads[i], Root
		if t.Head >= 0 {
			t.Rel = relation(s.Rel[i*p.Rels:])
		}
		t.Lemma = k.lemmas.of(m.lemmas, t.Text, t.Tag, t.XPOS)
	}
	repairInversion(tokens)
}

// names finds the tags of names of tokens just parsed.
func (m *Model) names(k *scratch, tokens []Token) []int {
	k.names.XPOS = k.names.XPOS[:0]
	for i := range tokens {
		k.names.XPOS = append(k.names.XPOS, uint8(tokens[i].XPOS))
	}
	m.wide.Find(&k.names, k.inputs, k.state.Name, m.params.Names)
	return k.names.Tags
}

// read runs the network over the tokens.
func (m *Model) read(k *scratch, tokens []Token) {
	if cap(k.inputs) < len(tokens) {
		k.inputs = make([]net.Input, len(tokens), len(tokens)+len(tokens)/2)
	}
	k.inputs = k.inputs[:len(tokens)]
	c := net.CaseOf(len(tokens), func(i int) string { return tokens[i].Text })
	for i := range tokens {
		k.features.Read(&k.inputs[i], tokens[i].Text, i == 0, c)
	}
	m.params.Run(&k.state, k.inputs)
}

// best is the index of the highest of the scores of n labels, "none" left out.
func best(scores []float32, n int) int {
	at := 1
	for i := 2; i < n; i++ {
		if scores[i] > scores[at] {
			at = i
		}
	}
	return at
}

// relation is the best relation to a head that is a word, so not root.
func relation(scores []float32) Rel {
	at := 1
	for i := 2; i < len(relNames); i++ {
		if scores[i] > scores[at] && Rel(i) != Root {
			at = i
		}
	}
	return Rel(at)
}

func growInts(v []int, n int) []int {
	if cap(v) < n {
		return make([]int, n, n+n/2)
	}
	v = v[:n]
	clear(v)
	return v
}
