package eval

import (
	"fmt"
	"strings"

	"demarche/graph"
	"demarche/ingest"
)

// Tally counts right, wrong and missed.
type Tally struct{ TP, FP, FN int }

// Precision is the share of what was predicted that is right, 0 … 1.
func (t Tally) Precision() float64 { return Share{t.TP, t.TP + t.FP}.Value() }

// Recall is the share of what was asked for that was found, 0 … 1.
func (t Tally) Recall() float64 { return Share{t.TP, t.TP + t.FN}.Value() }

// F1 is the harmonic mean of precision and recall, 0 … 1.
func (t Tally) F1() float64 {
	p, r := t.Precision(), t.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// Share is a number of right ones of a whole.
type Share struct{ Right, Of int }

// Value is the share, 0 … 1; 0 of nothing.
func (s Share) Value() float64 {
	if s.Of == 0 {
		return 0
	}
	return float64(s.Right) / float64(s.Of)
}

func (s *Share) add(right bool) {
	s.Of++
	if right {
		s.Right++
	}
}

// Score adds up over articles. The zero value is ready to use.
type Score struct {
	State, Entity, Kind Tally
	Kinds               map[graph.Kind]Tally // the dyads of Kind, by kind

	// Shares of the matched events for which the annotation gives the attribute.
	Place, Date, Status, Unhappened, Attribution Share
	// Statuses counts matched events by annotated and by predicted status.
	Statuses map[graph.Status]map[graph.Status]int

	Phantom    Share // matched events predicted as real that are not
	Invented   Share // matched events without a place that were given one
	Grounded   Share // predicted events whose evidence is a piece of the text
	Repeated   int   // predicted events that say again what another of the article says
	Negatives  Share // Of: articles without an event; Right: dyads predicted on them
	Unanswered int   // articles without a prediction

	Errors []string // every missed and every extra dyad of the entity grain, by article
}

// Add scores one article: its annotation, its exact text, and what the extractor says of it; nil for nothing.
func (s *Score) Add(g Gold, text string, x *ingest.Extract) {
	if x == nil {
		s.Unanswered++
		x = &ingest.Extract{}
	}
	entities := g.entities()
	sheets := sheets(g, entities)
	var found cut
	for n := range found {
		found[n] = dyads{}
	}
	var rows []row
	for _, e := range x.Events {
		s.Grounded.add(e.Evidence != "" && strings.Contains(text, e.Evidence))
		c := foundCut(e, g, entities)
		for n := range c {
			for d := range sheets[n].read(c[n]) {
				found[n][d] = true
			}
		}
		rows = append(rows, row{e, sheets[byEntity].read(c[byEntity])})
	}
	s.grains(g, entities, sheets, found)
	s.Repeated += repeated(rows)
	if len(g.Events) == 0 {
		s.Negatives.Of++
		s.Negatives.Right += len(found[byEntity])
	}
	s.attributes(g, entities, rows)
}

// row is a predicted event with its dyads at the entity grain.
type row struct {
	ingest.ExtractEvent
	dyads dyads
}

// grains tallies an article's dyads.
func (s *Score) grains(g Gold, entities map[string]Entity, sheets [grains]sheet, found cut) {
	for n, tally := range []*Tally{byState: &s.State, byEntity: &s.Entity, byKind: &s.Kind} {
		right, missed, extra := sheets[n].judge(found[n])
		*tally = tally.plus(Tally{len(right), len(extra), len(missed)})
		switch n {
		case byKind:
			s.perKind(right, Tally{TP: 1})
			s.perKind(extra, Tally{FP: 1})
			s.perKind(missed, Tally{FN: 1})
		case byEntity:
			s.list(g.ID+" missed", missed, entities)
			s.list(g.ID+" extra ", extra, entities)
		}
	}
}

func (t Tally) plus(o Tally) Tally { return Tally{t.TP + o.TP, t.FP + o.FP, t.FN + o.FN} }

func (s *Score) perKind(ds []dyad, each Tally) {
	if s.Kinds == nil {
		s.Kinds = map[graph.Kind]Tally{}
	}
	for _, d := range ds {
		s.Kinds[graph.Kind(d.label)] = s.Kinds[graph.Kind(d.label)].plus(each)
	}
}

// list names dyads among the errors.
func (s *Score) list(what string, ds []dyad, entities map[string]Entity) {
	name := func(id string) string {
		if e, ok := entities[id]; ok {
			return e.Name
		}
		return id
	}
	for _, d := range ds {
		s.Errors = append(s.Errors, fmt.Sprintf("%s %s %s -> %s", what, d.label, name(d.source), name(d.target)))
	}
}

// repeated counts the events that say again what an earlier one said: kind, dyads and date.
func repeated(rows []row) (n int) {
	seen := map[string]bool{}
	for _, r := range rows {
		date := ""
		if r.Date != nil {
			date = *r.Date
		}
		key := fmt.Sprint(r.Kind, r.dyads.sorted(), date)
		if seen[key] {
			n++
		}
		seen[key] = true
	}
	return n
}
