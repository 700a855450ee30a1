package eval

import (
	"cmp"
	"slices"
	"strings"

	"demarche/graph"
	"demarche/ingest"
)

// attributes compares place, date, status and attribution of each annotated event with the prediction that shares most
// of its dyads, each prediction used once.
func (s *Score) attributes(g Gold, entities map[string]Entity, rows []row) {
	used := make([]bool, len(rows))
	for _, e := range g.Events {
		if i := match(e, goldCut(e, entities)[byEntity], rows, used); i >= 0 {
			used[i] = true
			s.compare(e, rows[i].ExtractEvent, entities)
		}
	}
}

// match gives the row that fits an annotated event best: by shared dyads, then kind, then shared words of evidence, then
// order; −1 if none shares a dyad.
func match(e GoldEvent, gold dyads, rows []row, used []bool) int {
	best := -1
	var grade [3]float64
	for i, r := range rows {
		both := gold.common(r.dyads)
		if used[i] || both == 0 {
			continue
		}
		g := [3]float64{float64(both) / float64(len(gold)+len(r.dyads)-both), 0, overlap(r.Evidence, e.Evidence)}
		if r.Kind == e.Kind {
			g[1] = 1
		}
		if best < 0 || slices.Compare(g[:], grade[:]) > 0 {
			best, grade = i, g
		}
	}
	return best
}

// overlap is the share of words that two pieces of evidence have in common, 0 … 1.
func overlap(a, b string) float64 {
	p, g := set(strings.Fields(fold(a))), set(strings.Fields(fold(b)))
	both := 0
	for w := range p {
		if g[w] {
			both++
		}
	}
	return Share{both, len(p) + len(g) - both}.Value()
}

// compare counts the attributes of a matched pair.
func (s *Score) compare(e GoldEvent, p ingest.ExtractEvent, entities map[string]Entity) {
	if place, ok := entities[e.Place]; ok {
		s.Place.add(p.Place != nil && slices.Contains(place.forms(), fold(p.Place.Name)))
	} else {
		s.Invented.add(p.Place != nil)
	}
	if e.AttributedTo != "" {
		s.Attribution.add(sourced(p.Attributed, e.AttributedTo, entities))
	}
	if e.Date != "" {
		s.Date.add(p.Date != nil && strings.HasPrefix(*p.Date, e.Date))
	}
	s.Status.add(e.accepts(p.Status))
	if !e.Status.Real() {
		s.Unhappened.add(e.accepts(p.Status))
	}
	if p.Status.Real() {
		s.Phantom.add(!e.accepts(graph.Happened))
	}
	s.cross(e.Status, p.Status)
}

func (s *Score) cross(gold, predicted graph.Status) {
	if s.Statuses == nil {
		s.Statuses = map[graph.Status]map[graph.Status]int{}
	}
	if s.Statuses[gold] == nil {
		s.Statuses[gold] = map[graph.Status]int{}
	}
	s.Statuses[gold][predicted]++
}

// accepts tells whether a status is right; happened and ongoing are one.
func (e GoldEvent) accepts(s graph.Status) bool {
	return slices.ContainsFunc(append(e.Alternatives, e.Status), func(g graph.Status) bool { return g == s || g.Real() && s.Real() })
}

// sourced tells whether one of the named sources shares a word with the annotated one.
func sourced(names []string, gold string, entities map[string]Entity) bool {
	source, ok := entities[gold]
	if !ok {
		source.Name = gold
	}
	want := set(source.words())
	return slices.ContainsFunc(names, func(n string) bool {
		return slices.ContainsFunc(strings.Fields(fold(n)), func(w string) bool { return want[w] })
	})
}

// graded lists the statuses from the most to the least frequent.
func graded(counts map[graph.Status]int) []graph.Status {
	out := slices.Clone(graph.Statuses)
	slices.SortStableFunc(out, func(a, b graph.Status) int { return cmp.Compare(counts[b], counts[a]) })
	return slices.DeleteFunc(out, func(s graph.Status) bool { return counts[s] == 0 })
}
