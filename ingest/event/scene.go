package event

import (
	"slices"

	"demarche/graph"
	"demarche/ingest/mention"
	"demarche/ingest/syntax"
	"demarche/ingest/when"
)

var places = []string{"in", "at", "near", "outside", "inside"}

// place reads where an event happens: from a preposition of place at the trigger or at its object, or from "here".
//
//	held talks in the city of Hangzhou · talks in Seoul · met here
func (c *coder) place(s int, triggers ...int) graph.ID {
	t := c.trees[s]
	queue := slices.DeleteFunc(slices.Clone(triggers), func(i int) bool { return i < 0 })
	for n := 0; n < len(queue) && n < 40; n++ {
		for _, k := range t.oblique(queue[n], places) {
			if id := c.located(s, k, 0); id != "" {
				c.note("place", t.preposition(k), s, k, k, "")
				return id
			}
		}
		for _, k := range t.kids[queue[n]] {
			switch {
			case t.is(k, syntax.Advmod) && t.low(k) == "here":
				c.note("place", "the dateline", s, k, k, "")
				return c.text.Dateline
			case t.is(k, syntax.Obj, syntax.Obl, syntax.OblUnmarked, syntax.Nmod, syntax.NmodUnmarked, syntax.Appos, syntax.Flat):
				queue = append(queue, k)
			}
		}
	}
	return ""
}

// located is the place that a noun names, itself or by what is "of" it: the city of Hangzhou, the capital, Seoul.
func (c *coder) located(s, i, depth int) graph.ID {
	if depth > 3 {
		return ""
	}
	if m := c.text.At(s, i); m != nil && m.Class != mention.Demonym && m.Class != mention.People {
		return m.Place
	}
	t := c.trees[s]
	if t.lemma(i) == "capital" { // the Chinese capital
		for _, k := range t.children(i, syntax.Amod, syntax.NmodPoss, syntax.Compound) {
			if m := c.text.At(s, k); m != nil && m.Country != "" {
				return c.text.Cast.Capital(m.Country)
			}
		}
	}
	for _, k := range slices.Concat(t.children(i, syntax.Appos, syntax.Compound, syntax.NmodDesc, syntax.Flat), t.oblique(i, []string{"of", "in"})) {
		if id := c.located(s, k, depth+1); id != "" {
			return id
		}
	}
	return ""
}

// date reads when an event happens: from the time expression that belongs to its clause. With it comes the status: what is
// said to happen at a time still to come is planned, and what has not happened since a time happened then.
func (c *coder) date(s, v int, status graph.Status, also ...int) (graph.Date, graph.Status) {
	t := c.trees[s]
	future := status == graph.Planned || status == graph.Possible || status == graph.Cancelled
	best, distance := -1, 0
	expressions := c.times(s)
	for n, e := range expressions {
		near := t.tag(v) == syntax.NOUN && e.First > v && e.First < v+8 && !t.verbBetween(v, e.First)
		if !near && !c.belongs(t, e, append(also, v)) {
			continue
		}
		if d := abs(e.First - v); best < 0 || d < distance {
			best, distance = n, d
		}
	}
	for n, e := range expressions {
		if h := t.head(v); best < 0 && t.is(v, syntax.AclRelcl, syntax.Advcl) && e.First <= h && h < e.Last {
			return expressions[n].Date(future), status // December 2019, when the leaders gathered
		}
	}
	if best < 0 {
		return "", status
	}
	e := expressions[best]
	date := e.Date(future)
	c.note("date", "in its clause", s, e.First, e.Last-1, string(date))
	switch day := c.text.Document.Day; {
	case e.Since && status == graph.Denied && t.tag(v) == syntax.VERB:
		status = graph.Happened // "has not visited since 2014": a visit in 2014
		c.note("status", "since then", s, e.First, e.Last-1, string(status))
	case e.Since:
		return "", status // the time from which on is not the time at which
	case status.Real() && (e.Later || day.Precision() == graph.Day && date.First() > string(day)):
		status = graph.Planned
		c.note("status", "still to come", s, e.First, e.Last-1, string(status))
	}
	return date, status
}

// occasion is the named happening in the clause of an event, which frames it.
//
//	met on the sidelines of the G20 summit · held talks before the opening of the Asian Games
func (c *coder) occasion(s int, words ...int) graph.ID {
	for _, m := range c.text.Mentions[s] {
		if m.Class == mention.Occasion && c.belongs(c.trees[s], when.Expression{First: m.First, Last: m.Last}, words) {
			return m.Occasion
		}
	}
	return ""
}

// distant tells whether a sentence tells of another time: it or those just before it name a day long before the writing.
func (c *coder) distant(s int) bool {
	for k := s; k >= 0 && k > s-3; k-- {
		for _, e := range c.times(k) {
			if !e.Since && c.longAgo(e.Date(false)) {
				return true
			}
		}
	}
	return false
}

func (c *coder) times(s int) []when.Expression {
	return when.Find(c.trees[s].tokens, c.text.Document.Day)
}

// belongs tells whether an expression hangs from one of the words without another verb's clause between.
func (c *coder) belongs(t *tree, e when.Expression, words []int) bool {
	for i := e.First; i < e.Last; i++ {
		for k, n := i, 0; k >= 0 && n < 12; k, n = t.head(k), n+1 {
			if slices.Contains(words, k) {
				return true
			}
			if t.tag(k) == syntax.VERB {
				break
			}
		}
	}
	return false
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
