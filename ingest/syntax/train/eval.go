package main

import (
	"fmt"
	"runtime"
	"sort"
	"strings"
	"time"

	"demarche/ingest/syntax"
)

// sentence makes a Sentence of a treebank's tokens, as if written with one space between them.
func sentence(words []word) *syntax.Sentence {
	s := &syntax.Sentence{Tokens: make([]syntax.Token, len(words))}
	at := 0
	for i, w := range words {
		t := &s.Tokens[i]
		t.Start, t.End, t.Text, t.Head = at, at+len(w.Form), w.Form, -1
		at = t.End + 1
	}
	s.End = max(0, at-1)
	return s
}

// score counts how often the model agrees with a treebank.
type score struct {
	words, tags, xpos, heads, both int
	right, said, meant             map[syntax.Rel]int
}

// evaluate parses every sentence; punctuation counts, subtypes of relations do not.
func evaluate(m *syntax.Model, trees [][]word) *score {
	sc := &score{right: map[syntax.Rel]int{}, said: map[syntax.Rel]int{}, meant: map[syntax.Rel]int{}}
	parsed := make([]*syntax.Sentence, len(trees))
	for i, words := range trees {
		parsed[i] = sentence(words)
	}
	for _, s := range parsed {
		m.Parse(s)
	}
	for i, words := range trees {
		for k, w := range words {
			sc.count(&parsed[i].Tokens[k], &w)
		}
	}
	return sc
}

// timeParsing parses all sentences again and again for about a second and returns how long one round takes, in
// CPU-seconds.
func timeParsing(m *syntax.Model, trees [][]word) float64 {
	sentences := make([]*syntax.Sentence, len(trees))
	for i, words := range trees {
		sentences[i] = sentence(words)
		m.Parse(sentences[i])
	}
	runtime.GC()
	start, rounds := cpuTime(), 0
	for rounds == 0 || cpuTime()-start < time.Second {
		rounds++
		for _, s := range sentences {
			m.Parse(s)
		}
	}
	return (cpuTime() - start).Seconds() / float64(rounds)
}

func (sc *score) count(t *syntax.Token, w *word) {
	said, meant := t.Rel.Plain(), syntax.RelOf(w.Rel).Plain()
	sc.words++
	sc.said[said]++
	sc.meant[meant]++
	if t.Tag.String() == w.Tag {
		sc.tags++
	}
	if t.XPOS.String() == w.XPOS {
		sc.xpos++
	}
	if t.Head != w.Head {
		return
	}
	sc.heads++
	if said == meant {
		sc.both++
		sc.right[said]++
	}
}

func percent(a, b int) float64 { return 100 * float64(a) / float64(max(b, 1)) }

func (sc *score) String() string {
	return fmt.Sprintf("UPOS %.2f UAS %.2f LAS %.2f", percent(sc.tags, sc.words), percent(sc.heads, sc.words),
		percent(sc.both, sc.words))
}

// relations is a table of precision, recall and F1 by relation, most frequent first.
func (sc *score) relations() string {
	var table strings.Builder
	var all []syntax.Rel
	for r := range sc.meant {
		all = append(all, r)
	}
	sort.Slice(all, func(i, j int) bool {
		a, b := sc.meant[all[i]], sc.meant[all[j]]
		return a > b || a == b && all[i] < all[j]
	})
	for _, r := range all {
		fmt.Fprintf(&table, "%-12s %5d  P %5.1f R %5.1f F1 %5.1f\n", r, sc.meant[r], percent(sc.right[r], sc.said[r]),
			percent(sc.right[r], sc.meant[r]), percent(2*sc.right[r], sc.said[r]+sc.meant[r]))
	}
	return table.String()
}

// span is a name with its class, or with "" for all classes together.
type span struct {
	sentence, from, to int
	class              string
}

var classes = map[string]string{"PERSON": "PER", "ORGANIZATION": "ORG", "PLACE": "LOC"}

// nameSpans reads IOB2 tags; classes other than the three are no names.
func nameSpans(i int, words []word) []span {
	var all []span
	for k := 0; k < len(words); {
		tag, from := words[k].Name, k
		k++
		if len(tag) < 2 || tag[0] != 'B' || nameTag(tag) == 0 {
			continue
		}
		for k < len(words) && words[k].Name == "I"+tag[1:] {
			k++
		}
		all = append(all, span{i, from, k, tag[2:]})
	}
	return all
}

// evaluateNames tells P, R and F1 of whole spans with class, then of each class.
func evaluateNames(m *syntax.Model, sentences [][]word) string {
	said, meant, right := map[string]int{}, map[string]int{}, map[string]int{}
	for i, words := range sentences {
		gold := map[span]bool{}
		for _, s := range nameSpans(i, words) {
			gold[s] = true
			meant[""]++
			meant[s.class]++
		}
		s := sentence(words)
		m.Parse(s)
		for _, n := range s.Names {
			class := classes[n.Class.String()]
			said[""]++
			said[class]++
			if gold[span{i, n.From, n.To, class}] {
				right[""]++
				right[class]++
			}
		}
	}
	var table strings.Builder
	for _, class := range []string{"", "PER", "ORG", "LOC"} {
		label := ""
		if class != "" {
			label = class + " "
		}
		fmt.Fprintf(&table, "%sP %.2f R %.2f F1 %.2f\n", label, percent(right[class], said[class]),
			percent(right[class], meant[class]), percent(2*right[class], said[class]+meant[class]))
	}
	return table.String()
}
