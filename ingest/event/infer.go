package event

import (
	"slices"
	"strings"
	"time"

	"demarche/graph"
	"demarche/ingest/syntax"
)

// inherit gives what stays open from what surrounds it, marked as inferred.
func (c *coder) inherit() {
	for i := range c.drafts {
		d := &c.drafts[i]
		if together[d.Kind] {
			c.fromVisit(d)
			c.fromDateline(d)
		}
		c.onSite(d)
	}
	for i := range c.drafts {
		d := &c.drafts[i]
		if spoken[d.Kind] && d.Status.Real() {
			if m := c.meeting(*d); m != nil {
				d.infer(m.Place, m.Date, "the meeting in which it was said")
			}
			c.fromDateline(d)
		}
		if d.Status.Real() && c.text.Document.Day.Precision() == graph.Day && !c.distant(d.sentence) {
			d.infer("", c.current(*d), "the time of writing")
		}
	}
}

// infer fills an open place or date.
func (d *draft) infer(place graph.ID, date graph.Date, why string) {
	if d.Place == "" && place != "" {
		d.Place, d.PlaceInferred = place, true
		d.note("place", why, place.Local())
	}
	if d.Date == "" && date != "" {
		d.Date, d.DateInferred = date, true
		d.note("date", why, string(date))
	}
}

// fromVisit gives a meeting the place and the time of the visit during which it is held: of one participant, to the
// other's country.
//
//	Li arrived in Seoul on Sunday … Li met Yoon → Seoul
func (c *coder) fromVisit(d *draft) {
	for _, v := range c.drafts {
		if v.Kind != graph.Visit || v.Status.Real() != d.Status.Real() || !compatible(v.Date, d.Date) || c.longAgo(v.Date) || !meets(v.Place, d.Place) {
			continue
		}
		for _, host := range d.Participants() {
			if slices.Contains(d.Participants(), v.Actors[0]) && host != v.Actors[0] && slices.Contains(v.Recipients, graph.CountryID(c.country(host))) {
				d.infer(v.Place, v.Date, "the visit during which it was held")
				return
			}
		}
	}
}

// longAgo tells whether a date lies more than a year before the writing.
func (c *coder) longAgo(d graph.Date) bool {
	day, known := c.text.Document.Day.Time()
	t, dated := d.Time()
	return known && dated && day.Sub(t) > 366*24*time.Hour
}

// meets tells whether one place may be the other or lie in it; an open one may be any.
func meets(a, b graph.ID) bool {
	return a == "" || b == "" || a == b || strings.HasPrefix(string(a), string(b)+"/") || strings.HasPrefix(string(b), string(a)+"/")
}

// fromDateline gives what is done by word or handshake on the day of writing the place of the dateline, when one of those
// who take part is at home there.
func (c *coder) fromDateline(d *draft) {
	line, ok := c.text.Cast.Node(c.text.Dateline).(graph.Place)
	if !ok || !d.Status.Real() || !together[d.Kind] && !spoken[d.Kind] || !c.main(*d) || d.Date != "" && d.Date != c.text.Document.Day {
		return
	}
	if d.Place != "" && (!d.PlaceInferred || d.Place != graph.PlaceID(line.Country, "")) {
		return
	}
	for _, id := range d.Participants() {
		if c.country(id) == line.Country && (together[d.Kind] || slices.Contains(d.Actors, id)) {
			d.Place, d.PlaceInferred = line.ID, true
			d.note("place", "the dateline, where one of them is at home", line.ID.Local())
			return
		}
	}
}

// together are the kinds for which people come together.
var together = map[graph.Kind]bool{graph.Meet: true, graph.Sign: true, graph.Host: true, graph.Negotiate: true}

// onSite gives an attack, a delivery of aid or a withdrawal the country that it befalls.
func (c *coder) onSite(d *draft) {
	switch d.Kind {
	case graph.Attack, graph.Aid, graph.Withdraw:
		if len(d.Recipients) == 1 && d.Recipients[0].Prefix() == graph.CountryPrefix {
			d.infer(c.text.Cast.Scene(d.Recipients[0].Local()), "", "the country that it befalls")
		}
	}
}

// current is the date of a real event that the text leaves undated: the day of writing for what the main clauses of a dated
// report say was said or agreed, or a government's own release says was done, else the month.
func (c *coder) current(d draft) graph.Date {
	day := c.text.Document.Day
	release := c.text.Cast.Publisher() != ""
	dated := release || c.text.Document.Dateline.Date(2000) != ""
	if dated && c.main(d) && (release || spoken[d.Kind] || together[d.Kind] || d.Kind == graph.Call || d.Kind == graph.BreakRelations) {
		return day
	}
	return day[:7]
}

// main tells whether a draft stands in a main clause, in the past or the present.
func (c *coder) main(d draft) bool {
	t := c.trees[d.sentence]
	switch t.tokens[d.trigger].XPOS {
	case syntax.VBD, syntax.VBP, syntax.VBZ:
	case syntax.VBN:
		if aux := t.auxiliaries(d.trigger); !contains(aux, "was", "were") {
			return false
		}
	default:
		return false
	}
	i := d.trigger
	for t.is(i, syntax.Conj) && t.head(i) >= 0 {
		i = t.head(i)
	}
	return t.is(i, syntax.Root, syntax.Ccomp, syntax.Parataxis)
}

// spoken are the kinds that consist of words, and are said at meetings.
var spoken = map[graph.Kind]bool{
	graph.Promise: true, graph.Praise: true, graph.Appeal: true, graph.Accuse: true, graph.Condemn: true, graph.Reject: true, graph.Agree: true,
}

// meeting is the meeting at which a speech act was made: the speaker's, nearest before it in the text, else the first
// behind it.
func (c *coder) meeting(d draft) (at *draft) {
	for i := range c.drafts {
		m := &c.drafts[i]
		if m.Kind != graph.Meet || !m.Status.Real() || !slices.Contains(m.Participants(), d.Actors[0]) {
			continue
		}
		if at == nil || m.sentence <= d.sentence && m.sentence >= at.sentence {
			at = m
		}
	}
	return at
}
