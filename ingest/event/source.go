package event

import (
	"slices"
	"strings"

	"demarche/graph"
	"demarche/ingest/mention"
	"demarche/ingest/syntax"
)

// attribution lists who says so, outlet and agency before speaker: the subject of the verb of saying that governs the
// clause, and whom it is "according to".
//
//	…, officials said · Yonhap, quoting an official, reported that … · according to state media
func (c *coder) attribution(s, i int) []graph.Attribution {
	t := c.trees[s]
	var out []graph.Attribution
	below := -1 // the word through which v was reached
	for v, n := i, 0; v >= 0 && n < 10; below, v, n = v, t.head(v), n+1 {
		if below >= 0 && t.speech(v) && t.is(below, syntax.Ccomp, syntax.Xcomp, syntax.Parataxis) {
			out = c.source(out, s, t.child(v, syntax.Nsubj, syntax.NsubjPass))
		}
		for _, k := range t.kids[v] {
			switch {
			case t.is(k, syntax.Parataxis) && t.speech(k) && !t.within(i, k):
				out = c.source(out, s, t.child(k, syntax.Nsubj))
			case t.is(k, syntax.Advcl) && (t.lemma(k) == "quote" || t.lemma(k) == "cite"):
				out = c.source(out, s, t.child(k, syntax.Obj))
			case t.is(k, syntax.Obl, syntax.Nmod) && t.preposition(k) == "according":
				out = c.source(out, s, k)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b graph.Attribution) int { return rank(a.Role) - rank(b.Role) })
	return out
}

func rank(r graph.Role) int {
	return slices.Index([]graph.Role{graph.Outlet, graph.Agency, graph.Speaker}, r)
}

// source adds the source named at token i.
func (c *coder) source(out []graph.Attribution, s, i int) []graph.Attribution {
	if i < 0 {
		return out
	}
	a := graph.Attribution{Role: graph.Speaker}
	m := c.text.At(s, i)
	switch {
	case m != nil && m.Class == mention.Outlet:
		a.Role, a.Actor = graph.Outlet, m.Actor
		if c.text.Cast.Agency(m.Actor) {
			a.Role = graph.Agency
		}
		a.Name = graph.NameOf(c.text.Cast.Node(m.Actor))
	case m != nil && m.Class == mention.Person:
		a.Actor, a.Name = m.Actor, graph.NameOf(c.text.Cast.Node(m.Actor))
	default:
		first, last := c.trees[s].nounPhrase(i)
		a.Name = graph.Span{Start: c.trees[s].tokens[first].Start, End: c.trees[s].tokens[last].End}.Of(c.text.Document.Article.Text)
		if ids := c.who(s, i); len(ids) == 1 {
			a.Actor = ids[0]
			if _, ok := c.text.Cast.Node(ids[0]).(graph.Person); ok {
				a.Name = graph.NameOf(c.text.Cast.Node(ids[0]))
			}
		}
	}
	if slices.ContainsFunc(out, func(o graph.Attribution) bool { return o.Name == a.Name }) {
		return out
	}
	c.note("attribution", strings.ToLower(string(a.Role)), s, i, i, a.Name)
	return append(out, a)
}

// stated attributes what a sentence says to whom the next one names: "This was stated by the president."
func (c *coder) stated() {
	for s := 1; s < len(c.trees); s++ {
		t := c.trees[s]
		for v := range t.tokens {
			if !t.is(v, syntax.Root) || !t.speech(v) || !t.passive(v) {
				continue
			}
			if what := t.child(v, syntax.NsubjPass); what < 0 || t.low(what) != "this" && t.low(what) != "it" {
				continue
			}
			for _, k := range c.slot(s, v, -1, "by") {
				c.attribute(s-1, s, k)
			}
		}
	}
}

// attribute adds the source at token i of sentence from to the drafts of sentence s.
func (c *coder) attribute(s, from, i int) {
	for k := range c.drafts {
		if d := &c.drafts[k]; d.sentence == s {
			c.notes = nil
			d.Attribution = c.source(d.Attribution, from, i)
			d.notes = append(d.notes, c.notes...)
		}
	}
}

// nounPhrase is the run of tokens around a noun up to its relative clauses and appositions.
func (t *tree) nounPhrase(i int) (first, last int) {
	first, last = i, i
	for _, k := range t.kids[i] {
		if t.is(k, syntax.Amod, syntax.Compound, syntax.NmodPoss, syntax.Flat, syntax.Nummod) {
			f, l := t.span(k)
			first, last = min(first, f), max(last, l)
		}
		if t.is(k, syntax.Nmod) && k > i && t.preposition(k) == "of" {
			_, l := t.span(k)
			last = max(last, l)
		}
	}
	return first, last
}
