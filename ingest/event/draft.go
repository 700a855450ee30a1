package event

import (
	"cmp"
	"slices"
	"strings"

	"demarche/graph"
	"demarche/ingest/mention"
	"demarche/ingest/syntax"
)

// finish completes a draft with the fields that do not depend on its frame, and keeps it if it is an event.
func (c *coder) finish(d *draft, trigger, object int) bool {
	p := d.Kind.Predicate()
	d.Symmetric, d.Cameo = d.Symmetric || p.Symmetric, p.Cameo
	if (d.Kind == graph.Promise || d.Kind == graph.Attack) && len(d.Recipients) == 0 && len(d.Actors) == 2 {
		d.Symmetric = true // they promised each other, they exchanged fire
	}
	d.Mode = p.Mode
	if d.Symmetric && len(d.Actors) == 0 {
		d.Actors, d.Recipients = d.Recipients, nil // talks were held between A and B
	}
	d.Recipients = slices.DeleteFunc(d.Recipients, func(id graph.ID) bool { return slices.Contains(d.Actors, id) })
	if !c.inScope(*d) {
		return false
	}
	s := d.sentence
	if d.Place == "" {
		d.Place = c.place(s, trigger, object)
	}
	d.Date, d.Status = c.date(s, trigger, d.Status, object)
	if c.longPause(*d) {
		return true
	}
	d.Occasion = c.occasion(s, trigger, object)
	d.Attribution = c.attribution(s, trigger)
	d.Evidence = c.evidence(d)
	d.Article = c.text.Document.Article.ID
	d.notes = slices.Clip(c.notes)
	if c.asked(*d) {
		return true
	}
	for _, part := range c.split(*d) {
		c.merge(part)
	}
	return true
}

// longPause tells whether a denial says how long something has not happened: "had not visited in two decades" is no visit
// denied, and tells no day of the last one.
func (c *coder) longPause(d draft) bool {
	t := c.trees[d.sentence]
	if d.Status != graph.Denied || !contains(t.auxiliaries(d.trigger), "has", "have", "had") {
		return false
	}
	for _, k := range t.oblique(d.trigger, []string{"in", "for"}) {
		if spans[t.lemma(k)] {
			return true
		}
	}
	return false
}

var spans = set(`year decade month week century`)

// asked tells whether a draft is only the content of a speech act that was read already: "urged Iran to release him" is
// an appeal and no release. What statesmen plan with each other counts on its own.
func (c *coder) asked(d draft) bool {
	if d.Status.Real() || meetings[d.Kind] || c.all {
		return false
	}
	t := c.trees[d.sentence]
	if up := t.head(d.trigger); t.is(d.trigger, syntax.Xcomp) && up >= 0 && t.child(up, syntax.Obj) >= 0 && abstract[t.lemma(t.child(up, syntax.Obj))] {
		return true // expressed its readiness to send aid
	}
	if t.is(d.trigger, syntax.Acl, syntax.Advcl) && t.form(d.trigger, nil) == graph.Planned {
		return true // efforts to provide aid, went on to attack
	}
	for v, n := d.trigger, 0; n < 4 && t.is(v, syntax.Xcomp, syntax.Ccomp, syntax.Acl, syntax.Advcl, syntax.Conj); n++ {
		v = t.head(v)
		if wishers[t.lemma(v)] || refusers[t.lemma(v)] && t.lemma(v) != "deny" || appeals[t.lemma(v)] {
			return true
		}
		for _, o := range c.drafts {
			if o.sentence == d.sentence && o.trigger == v && spoken[o.Kind] {
				return true
			}
		}
	}
	return false
}

// meetings are the kinds that are events also while they are only wished for.
var meetings = map[graph.Kind]bool{
	graph.Meet: true, graph.Call: true, graph.Visit: true, graph.Host: true, graph.Negotiate: true, graph.Sign: true, graph.Mediate: true,
	graph.Exercise: true,
}

var appeals = set(`call appeal demand request resist effort bid plan`)

// split makes one event of each pair that a sentence attests: "met A and B" says nothing of A with B, and a tour is a
// visit to each country.
func (c *coder) split(d draft) []draft {
	if len(d.Recipients) < 2 || len(d.Actors) != 1 || d.Kind != graph.Meet && d.Kind != graph.Visit && d.Kind != graph.Negotiate {
		return []draft{d}
	}
	parts := make([]draft, len(d.Recipients))
	for i, id := range d.Recipients {
		parts[i] = d
		parts[i].Recipients = []graph.ID{id}
		if d.Kind == graph.Visit && !strings.HasPrefix(d.Place.Local(), id.Local()) {
			parts[i].Place = c.text.Cast.Scene(id.Local())
		}
	}
	return parts
}

// inScope tells whether a draft is an event between states, bodies or their people. Two-sided events need two.
func (c *coder) inScope(d draft) bool {
	all := d.Participants()
	switch {
	case len(d.Actors) == 0, d.Symmetric && len(all) < 2, d.Kind == graph.Visit && (len(d.Recipients) == 0 || c.country(d.Actors[0]) == "" && !c.official(d.Actors[0])):
		return false
	case c.all:
		return true
	}
	states, known := map[string]bool{}, false
	for _, id := range all {
		country := c.country(id)
		known = known || country != "" || c.official(id)
		switch {
		case country != "":
			states[country] = true
		case id.Prefix() != graph.CountryPrefix:
			states[string(id)] = true
		}
	}
	return known && len(states) >= 2
}

// official tells whether somebody is known to hold an office.
func (c *coder) official(id graph.ID) bool {
	p, ok := c.text.Cast.Node(id).(graph.Person)
	return ok && len(p.Offices) > 0
}

// evidence is the clause that says so: from the first to the last token of the trigger's subtree, with the actor.
func (c *coder) evidence(d *draft) graph.Span {
	t := c.trees[d.sentence]
	first, last := t.span(d.trigger)
	if subject := t.subject(d.trigger); subject >= 0 {
		first = min(first, subject)
	}
	for _, m := range c.text.Mentions[d.sentence] {
		if m.First < first && first < m.Last {
			first = m.First
		}
		if slices.Contains(d.Actors, m.Actor) && m.Class != mention.Demonym && m.Last <= d.trigger {
			first = min(first, m.First)
		}
	}
	for last > first && t.tokens[last].Text == "," {
		last--
	}
	for first < last && t.tag(first) == syntax.PUNCT && !strings.ContainsAny(t.tokens[first].Text, `"“‘(`) {
		first++
	}
	return graph.Span{Start: t.tokens[first].Start, End: t.tokens[last].End}
}

// merge adds a draft, or completes the one it repeats.
func (c *coder) merge(d draft) {
	for i := range c.drafts {
		if o := &c.drafts[i]; c.repeats(*o, d) {
			o.complete(d)
			o.note("again", "told again", d.Rule)
			return
		}
	}
	c.drafts = append(c.drafts, d)
}

// repeats tells whether two drafts are mentions of one event: of one kind, between the same, with no contradiction in
// date, place or status.
func (c *coder) repeats(a, b draft) bool {
	switch {
	case a.Kind != b.Kind && !(talks[a.Kind] && talks[b.Kind] && len(a.Participants()) > 1):
		return false
	case stage(a.Status) != stage(b.Status), !compatible(a.Date, b.Date), !meets(a.Place, b.Place):
		return false
	}
	if a.Symmetric {
		return same(a.Participants(), b.Participants())
	}
	return same(a.Actors, b.Actors) && (same(a.Recipients, b.Recipients) || len(b.Recipients) == 0)
}

// talks are the kinds of one and the same conversation: they spoke by telephone, "they also discussed".
var talks = map[graph.Kind]bool{graph.Meet: true, graph.Call: true, graph.Negotiate: true}

// stage sorts statuses into those that one event may pass through within an article: what is planned may be called off.
func stage(s graph.Status) graph.Status {
	switch s {
	case graph.Ongoing:
		return graph.Happened
	case graph.Possible, graph.Cancelled:
		return graph.Planned
	}
	return s
}

func compatible(a, b graph.Date) bool { return a == "" || b == "" || a.Holds(b) || b.Holds(a) }

func same(a, b []graph.ID) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}

// complete fills what a draft leaves open from a repetition of it.
func (d *draft) complete(o draft) {
	clearer := strings.HasPrefix(d.Rule, "nouns") && strings.HasPrefix(o.Rule, "verbs") && o.Status.Real() && o.Kind == d.Kind
	if clearer || o.Status == graph.Cancelled && d.Status != graph.Cancelled { // called off in the end
		o.Place, o.Date = cmp.Or(o.Place, d.Place), cmp.Or(o.Date, d.Date)
		if len(o.Attribution) == 0 {
			o.Attribution = d.Attribution
		}
		*d, o = o, *d
	}
	if d.Place == "" || o.Place != d.Place && strings.HasPrefix(string(o.Place), string(d.Place)+"/") {
		d.Place, d.PlaceInferred = o.Place, o.PlaceInferred // the city rather than its country
		d.adopt(o, "place")
	}
	if len(o.Date) > len(d.Date) {
		d.Date = o.Date
		d.adopt(o, "date")
	}
	if len(d.Attribution) == 0 {
		d.Attribution = o.Attribution
	}
}

// finished gives the drafts with their ids, each once, in the order of the text.
func (c *coder) finished() []draft {
	out := make([]draft, 0, len(c.drafts))
	seen := map[graph.ID]bool{}
	for _, d := range c.drafts {
		d.Report = d.Identify()
		if !seen[d.ID] {
			seen[d.ID] = true
			out = append(out, d)
		}
	}
	slices.SortStableFunc(out, func(a, b draft) int {
		return cmp.Or(cmp.Compare(a.Evidence.Start, b.Evidence.Start), cmp.Compare(a.ID, b.ID))
	})
	return out
}
