package event

import (
	"strings"

	"demarche/ingest/syntax"
)

// tree is a parsed sentence with its children at hand.
type tree struct {
	tokens []syntax.Token
	kids   [][]int
}

func newTree(s syntax.Sentence) *tree {
	t := &tree{tokens: s.Tokens, kids: make([][]int, len(s.Tokens))}
	for i, tok := range s.Tokens {
		if tok.Head >= 0 && tok.Head < len(s.Tokens) && tok.Head != i {
			t.kids[tok.Head] = append(t.kids[tok.Head], i)
		}
	}
	return t
}

func (t *tree) rel(i int) syntax.Rel { return t.tokens[i].Rel }
func (t *tree) head(i int) int       { return t.tokens[i].Head }
func (t *tree) lemma(i int) string   { return t.tokens[i].Lemma }
func (t *tree) low(i int) string     { return strings.ToLower(t.tokens[i].Text) }
func (t *tree) tag(i int) syntax.Tag { return t.tokens[i].Tag }

// is tells whether a token has one of the relations.
func (t *tree) is(i int, rels ...syntax.Rel) bool {
	for _, r := range rels {
		if t.rel(i) == r {
			return true
		}
	}
	return false
}

// child gives the first child with one of the relations; −1 if there is none.
func (t *tree) child(i int, rels ...syntax.Rel) int {
	for _, k := range t.kids[i] {
		if t.is(k, rels...) {
			return k
		}
	}
	return -1
}

// children gives all children with one of the relations.
func (t *tree) children(i int, rels ...syntax.Rel) (out []int) {
	for _, k := range t.kids[i] {
		if t.is(k, rels...) {
			out = append(out, k)
		}
	}
	return out
}

// preposition is the preposition of a noun, "ahead of" and the like by their first word; "" without one. It may hang from
// a word before the noun: with Maldives Minister Shahid.
func (t *tree) preposition(i int) string {
	for _, k := range t.kids[i] {
		if t.is(k, syntax.Case) && t.tag(k) != syntax.PART && t.low(k) != "'s" && t.low(k) != "’s" {
			return t.low(k)
		}
	}
	for _, k := range t.kids[i] {
		if k < i && t.is(k, syntax.Compound, syntax.Amod, syntax.NmodDesc) {
			if p := t.preposition(k); p != "" {
				return p
			}
		}
	}
	return ""
}

// oblique lists the nouns under a word with one of the prepositions.
func (t *tree) oblique(i int, prepositions []string) (out []int) {
	for _, k := range t.kids[i] {
		if !t.is(k, syntax.Obl, syntax.OblAgent, syntax.Nmod, syntax.NmodDesc, syntax.OblUnmarked) {
			continue
		}
		p := t.preposition(k)
		for _, want := range prepositions {
			if p == want {
				out = append(out, k)
			}
		}
	}
	return out
}

// conjuncts lists a word and what is joined to it by "and".
func (t *tree) conjuncts(i int) []int {
	out := []int{i}
	for _, k := range t.kids[i] {
		if t.is(k, syntax.Conj) {
			out = append(out, t.conjuncts(k)...)
		}
	}
	return out
}

// within tells whether token i stands in the subtree of token top.
func (t *tree) within(i, top int) bool {
	for n := 0; i >= 0 && n <= len(t.tokens); n++ {
		if i == top {
			return true
		}
		i = t.head(i)
	}
	return false
}

// span gives the tokens [first, last] of a word's subtree.
func (t *tree) span(i int) (first, last int) {
	first, last = i, i
	for _, k := range t.kids[i] {
		f, l := t.span(k)
		first, last = min(first, f), max(last, l)
	}
	return first, last
}

// passive tells whether a verb is in the passive voice.
func (t *tree) passive(v int) bool {
	return t.child(v, syntax.AuxPass, syntax.NsubjPass) >= 0 ||
		t.tokens[v].XPOS == syntax.VBN && t.is(v, syntax.Acl)
}

// negated tells whether a word has "not", "never" or "no" at it.
func (t *tree) negated(v int) bool {
	for _, k := range t.kids[v] {
		switch t.low(k) {
		case "not", "n't", "n’t", "never":
			return t.is(k, syntax.Advmod, syntax.Aux)
		case "no", "neither":
			if t.is(k, syntax.Det, syntax.Advmod, syntax.Cc, syntax.CcPreconj) {
				return true
			}
		}
	}
	return false
}

// auxiliaries lists the auxiliaries of a verb, and the copula of a noun or adjective, in lower case.
func (t *tree) auxiliaries(v int) (out []string) {
	for _, k := range t.kids[v] {
		if t.is(k, syntax.Aux, syntax.AuxPass, syntax.Cop) {
			out = append(out, t.low(k))
		}
	}
	return out
}

// blamed tells whether a verb says what somebody is praised or blamed for: condemned Russia for attacking, accused it of it.
func (t *tree) blamed(v int) bool {
	m := t.child(v, syntax.Mark)
	return m >= 0 && (t.low(m) == "for" || t.low(m) == "of")
}

// subject is the word that does what verb v says, whatever the voice: the nsubj, or that of the verb that v depends on.
//
//	Xi promised to visit           visit ← Xi
//	Xi urged Han to visit          visit ← Han
//	Xi arrived and met Han         met ← Xi
//	Xi, who met Han                met ← who
//	before visiting Seoul, Xi      visiting ← Xi
//	Xi thanked Han for visiting    visiting ← Han
func (t *tree) subject(v int) int {
	for n := 0; v >= 0 && n < len(t.tokens); n++ {
		if s := t.child(v, syntax.Nsubj, syntax.NsubjPass, syntax.NsubjOuter); s >= 0 {
			return s
		}
		if s := t.child(v, syntax.Vocative, syntax.Dislocated); s >= 0 && s < v && t.is(v, syntax.Root) {
			return s // a subject cut off by commas, taken for one spoken to: "Han, on the other hand, asked"
		}
		up := t.head(v)
		if up < 0 {
			return -1
		}
		switch t.rel(v) {
		case syntax.Xcomp, syntax.Advcl:
			if o := t.child(up, syntax.Obj, syntax.Iobj); o >= 0 && (t.is(v, syntax.Xcomp) && !abstract[t.lemma(o)] || t.blamed(v)) {
				return o
			}
		case syntax.Conj, syntax.Parataxis:
		case syntax.Acl, syntax.AclRelcl:
			return up
		case syntax.Ccomp:
			if t.child(v, syntax.Mark) >= 0 && t.tokens[v].XPOS != syntax.VB {
				return -1
			}
		default:
			return -1
		}
		v = up
	}
	return -1
}

// abstract are nouns that do nothing: of "expressed his willingness to visit" he is the visitor.
var abstract = set(`willingness readiness commitment intention desire determination resolve plan offer decision right permission effort hope
	interest pledge promise vow time step need opportunity chance ability power pressure`)
