package event

import (
	"strings"

	"demarche/graph"
	"demarche/ingest/syntax"
)

// agent lists who does what verb v says.
func (c *coder) agent(s, v int, f Frame) []graph.ID {
	t := c.trees[s]
	if t.passive(v) && !f.stative(t.tokens[v]) {
		for _, k := range c.slot(s, v, -1, "by") {
			if ids := c.who(s, k); len(ids) > 0 {
				c.noteWho("actors", "by", s, k, ids)
				return ids
			}
		}
		return nil
	}
	subject := t.subject(v)
	if subject < 0 || civilians[t.lemma(subject)] {
		return nil
	}
	ids := c.who(s, subject)
	c.noteWho("actors", "subject", s, subject, ids)
	return ids
}

// civilians do not act for their state.
var civilians = set(`citizen national people resident tourist student refugee worker voter protester civilian company firm journalist reporter
	settler sailor passenger family player team fan artist`)

// slot finds the words in a slot: obj, iobj, a preposition, or obj.PREPOSITION and obj.poss under the object.
func (c *coder) slot(s, v, object int, slot string) []int {
	t := c.trees[s]
	switch slot {
	case "obj":
		if object < 0 {
			return nil
		}
		return []int{object}
	case "iobj":
		return t.children(v, syntax.Iobj)
	case "obj.deal": // an agreement to buy a satellite from China
		var out []int
		for _, k := range t.children(max(object, 0), syntax.Acl) {
			out = append(out, t.oblique(k, []string{"from", "with", "to"})...)
			for _, o := range t.children(k, syntax.Obj) {
				out = append(out, t.oblique(o, []string{"from", "with", "to"})...)
			}
		}
		return out
	case "clause":
		return t.arguments(v, 3)
	case "clause.subj":
		return t.children(t.obliged(v, true), syntax.Nsubj)
	}
	if len(slot) > 4 && slot[:4] == "obj." {
		if object < 0 {
			return nil
		}
		return c.slot(s, object, -1, slot[4:])
	}
	switch slot {
	case "poss":
		return c.possessors(s, v)
	case "adj":
		return t.children(v, syntax.Amod, syntax.Compound)
	}
	found := t.oblique(v, []string{slot})
	if len(found) == 0 { // spoke by telephone with …, met on Monday with …
		for _, k := range t.children(v, syntax.Obl, syntax.OblAgent, syntax.OblUnmarked, syntax.Obj, syntax.Nmod) {
			if m := c.text.At(s, k); slot == "by" || slot == "to" || m == nil || m.Place != "" {
				found = append(found, t.oblique(k, []string{slot})...)
			}
		}
	}
	return found
}

// arguments are the objects and obliques of the clauses under a word.
func (t *tree) arguments(v, depth int) (out []int) {
	if depth == 0 {
		return nil
	}
	for _, k := range t.children(v, syntax.Xcomp, syntax.Ccomp, syntax.Acl) {
		out = append(out, t.children(k, syntax.Iobj, syntax.Obj, syntax.Obl)...)
		out = append(out, t.arguments(k, depth-1)...)
	}
	return out
}

// possessors are the words in the genitive before a noun, also where the parse takes the title of the owner for a part of
// the noun: "North Korean leader Kim Jong Un's visit".
func (c *coder) possessors(s, i int) []int {
	t := c.trees[s]
	out := t.children(i, syntax.NmodPoss)
	for _, k := range t.children(i, syntax.Compound, syntax.Amod, syntax.Nmod) {
		if m := c.text.At(s, k); m != nil && m.Last < len(t.tokens) && (t.low(m.Last) == "'s" || t.low(m.Last) == "’s") && m.Last < i {
			out = append(out, k)
		}
	}
	return out
}

// verbBetween tells whether a verb stands between two tokens.
func (t *tree) verbBetween(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if t.tag(k) == syntax.VERB {
			return true
		}
	}
	return false
}

// side lists who fills a slot of a noun, for one of the two sides.
func (c *coder) side(s, i, object int, field, slot string) (out []graph.ID) {
	t := c.trees[s]
	switch slot {
	case "subject":
		return c.attends(s, i)
	case "involving":
		for k := i + 1; k < len(t.tokens); k++ {
			if (t.lemma(k) == "involve" || t.lemma(k) == "include") && t.is(k, syntax.Acl, syntax.Advcl) && (t.head(k) == i || !t.verbBetween(i, k)) {
				out = c.fill(out, field, slot, s, t.child(k, syntax.Obj))
			}
		}
		for _, k := range t.oblique(i, []string{"involving", "including"}) {
			out = c.fill(out, field, slot, s, k)
		}
		return out
	}
	for _, k := range c.slot(s, i, object, strings.TrimLeft(slot, "~@")) {
		out = c.fill(out, field, slot, s, k)
	}
	return out
}

// fill adds those whom a word in a slot stands for.
func (c *coder) fill(out []graph.ID, field, slot string, s, k int) []graph.ID {
	ids := c.whom(s, k, slot)
	c.noteWho(field, slot, s, k, ids)
	return add(out, ids...)
}

// attends is who takes part in a meeting that a noun names, when the noun does not say: the subject of the clause.
//
//	During a meeting with Han, Xi stated … → Xi
func (c *coder) attends(s, i int) []graph.ID {
	t := c.trees[s]
	for v, n := t.head(i), 0; v >= 0 && n < 6; v, n = t.head(v), n+1 {
		if t.tag(v) == syntax.VERB || t.child(v, syntax.Nsubj) >= 0 {
			ids := c.who(s, t.subject(v))
			c.noteWho("actors", "subject of the clause", s, t.subject(v), ids)
			return ids
		}
	}
	return nil
}
