package event

import (
	"slices"
	"strings"

	"demarche/graph"
	"demarche/ingest/syntax"
)

// fits tells whether verb v has what the frame wants of its object, particle and complement, and finds the object.
func (c *coder) fits(s, v int, f Frame) (object int, ok bool) {
	t := c.trees[s]
	if !c.particle(t, v, f) {
		return -1, false
	}
	if f.Kind == graph.Meet && t.hasAdverb(v, "halfway") {
		return -1, false // an idiom of giving way
	}
	object = t.object(v)
	if len(f.Objects) > 0 {
		if object = max(t.objectOf(v, f.Objects), t.partOf(v, f.Objects)); object < 0 {
			return -1, false
		}
	}
	switch f.Needs {
	case "clause":
		if t.child(v, syntax.Xcomp, syntax.Ccomp) < 0 && !t.infinitive(v) {
			return -1, false
		}
	case "infinitive":
		return object, t.infinitive(v)
	case "object":
		return object, object >= 0 && t.tag(object) != syntax.PRON
	case "for", "with", "to", "of", "against", "as":
		return object, len(t.oblique(v, []string{f.Needs})) > 0
	case "should", "that":
		return object, t.obliged(v, f.Needs == "that") >= 0
	case "harm":
		return object, c.clauseWith(s, v, harms...)
	case "leave":
		return object, c.clauseWith(s, v, "leave", "quit", "depart")
	case "phone":
		return object, c.byPhone(s, object)
	case "topic":
		return object, c.onTopic(s, object)
	}
	return object, true
}

// met tells whether a draft has the recipient that its frame needs.
func (c *coder) met(needs string, d draft) bool {
	switch needs {
	case "recipient", "should", "that", "infinitive":
		return len(d.Recipients) > 0 || d.Symmetric || d.Kind.Predicate().Symmetric
	case "person":
		return len(d.Recipients) > 0 && d.Recipients[0].Prefix() == graph.PersonPrefix
	}
	return true
}

// clauseWith tells whether the clause under a verb has one of the verbs.
func (c *coder) clauseWith(s, v int, lemmas ...string) bool {
	t := c.trees[s]
	for _, k := range t.children(v, syntax.Xcomp, syntax.Ccomp, syntax.Advcl) {
		if slices.Contains(lemmas, t.lemma(k)) {
			return true
		}
	}
	return false
}

// onTopic tells whether talks are about something that states negotiate: peace talks, missile talks.
func (c *coder) onTopic(s, i int) bool {
	if i < 0 {
		return false
	}
	t := c.trees[s]
	for _, k := range t.children(i, syntax.Compound, syntax.Amod) {
		if topics[t.low(k)] {
			return true
		}
	}
	return false
}

var topics = set(`peace nuclear missile trade disarmament border ceasefire cease-fire truce six-party six-way accession denuclearisation
	denuclearization arms reunification boundary`)

// particle tells whether verb v has the particle that a frame's word wants: "call+on".
func (c *coder) particle(t *tree, v int, f Frame) bool {
	for _, w := range f.Words {
		verb := verbOf(w)
		if verb != t.lemma(v) && verb != t.low(v) {
			continue
		}
		if verb == w {
			p := t.child(v, syntax.CompoundPrt)
			return p < 0 || t.low(p) == "up" // "spoke out" is no "spoke"
		}
		want := w[len(verb)+1:]
		for _, k := range t.kids[v] {
			if t.low(k) == want && t.is(k, syntax.CompoundPrt, syntax.Advmod) || t.preposition(k) == want && t.is(k, syntax.Obl) {
				return true
			}
		}
	}
	return false
}

// object is the object of a verb, or the subject of a passive one, or the noun that a participle describes.
func (t *tree) object(v int) int {
	if t.passive(v) {
		if o := t.child(v, syntax.NsubjPass); o >= 0 {
			return o
		}
		if t.is(v, syntax.Acl) {
			return t.head(v)
		}
	}
	return t.child(v, syntax.Obj)
}

// objectOf is the object when it, or one joined to it, is one of the nouns.
func (t *tree) objectOf(v int, nouns []string) int {
	o := t.object(v)
	if o < 0 {
		return -1
	}
	candidates := t.conjuncts(o)
	if parts[t.lemma(o)] {
		candidates = append(candidates, t.oblique(o, []string{"of", "in", "worth"})...) // a second round of talks, dollars in aid
	}
	for _, k := range candidates {
		if slices.Contains(nouns, strings.ToLower(t.lemma(k))) || slices.Contains(nouns, t.low(k)) {
			return k
		}
	}
	return -1
}

// parts are nouns that count what they are "of".
var parts = set(`round series set number batch package pair session couple lot dollar euro million billion pound yen yuan ton tonne
	shipment`)

// infinitive tells whether a verb has a clause with "to" under it.
func (t *tree) infinitive(v int) bool {
	for _, k := range t.children(v, syntax.Advcl, syntax.Xcomp, syntax.Ccomp) {
		for _, m := range t.children(k, syntax.Mark) {
			if t.low(m) == "to" {
				return true
			}
		}
	}
	return false
}

// ofNoun finds one of the nouns that a noun is "of": the restoration of ties.
func (c *coder) ofNoun(s, i int, nouns []string) int {
	t := c.trees[s]
	for _, k := range t.oblique(i, []string{"of"}) {
		if slices.Contains(nouns, strings.ToLower(t.lemma(k))) || slices.Contains(nouns, t.low(k)) {
			return k
		}
	}
	return -1
}

func (c *coder) byPhone(s, i int) bool {
	if i < 0 {
		return false
	}
	t := c.trees[s]
	for _, k := range t.children(i, syntax.Amod, syntax.Compound) {
		switch t.low(k) {
		case "phone", "telephone", "video":
			return true
		}
	}
	return false
}
