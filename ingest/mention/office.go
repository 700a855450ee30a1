package mention

import (
	"cmp"

	"demarche/graph"
	"demarche/ingest/lexicon"
)

// office is a title with the country or body it belongs to.
type office struct {
	title, rank string
	country     string
	body        graph.ID // of an office in a body that is no state's
	stateless   bool
	past        bool // "former"
	plural      bool
	end         int // the token behind it
}

// weak tells whether the title is a word that often stands before other things than names: "Official Visit".
func (o office) weak() bool {
	switch o.rank {
	case "OFFICIAL", "OTHER", "LEGISLATOR", "MILITARY", "RELIGIOUS":
		return true
	}
	return false
}

// office reads an office at token i: nationality, modifiers, one or more titles, and what they are "of".
//
//	South Korean Prime Minister · China's President · President of Ukraine · UN Secretary-General · former US Secretary of
//	State · foreign ministers · Prime Minister and Minister of Defence;  not: "China's leading role"
func (s *scanner) office(i int) (o office, ok bool) {
	at := i
	for at < len(s.words) {
		e, n := s.longest(at)
		if n == 0 {
			return o, false
		}
		switch entry := e[0]; entry.Class {
		case lexicon.CountryName, lexicon.Demonym, lexicon.Seat, lexicon.Capital:
			o.country = cmp.Or(o.country, entry.Country)
		case lexicon.Body:
			o.body, o.country, o.stateless = s.body(entry), entry.Country, entry.Country == ""
		case lexicon.Organ:
			if o.country == "" || at == i {
				return o, false
			}
		case lexicon.TitleModifier:
			o.past = o.past || entry.Detail == "past"
		case lexicon.Title:
			s.take(&o, entry, at+n)
			return o, true
		default:
			return o, false
		}
		at += n
		at += s.possessive(at)
	}
	return o, false
}

// take adds a title, with the titles and the "of" that follow it.
func (s *scanner) take(o *office, e lexicon.Entry, at int) {
	o.title, o.rank, o.plural, o.country = e.Name, e.Detail, e.Plural, cmp.Or(o.country, e.Country)
	o.stateless = o.stateless || e.Detail == "IO_HEAD"
	o.end = at
	switch s.text(at) {
	case "of", "for":
		s.of(o, at+1+s.the(at+1))
	case "to":
		if k := at + 1 + s.the(at+1); e.Detail == "AMBASSADOR" || e.Detail == "ENVOY" {
			if _, n := s.longest(k); n > 0 {
				o.end = k + n // where an ambassador is sent is not whose he is
			}
		}
	case "and":
		if more, n := s.longest(at + 1); n > 0 && more[0].Class == lexicon.Title && !e.Plural {
			first := *o
			s.take(o, more[0], at+1+n)
			o.title, o.rank, o.country = first.title, first.rank, cmp.Or(first.country, o.country)
		}
	}
}

// of reads what an office is of: a country, or a body.
func (s *scanner) of(o *office, at int) {
	e, n := s.longest(at)
	if n == 0 {
		return
	}
	switch e[0].Class {
	case lexicon.CountryName:
		if o.stateless || o.rank == "ENVOY" || o.rank == "AMBASSADOR" {
			return // the UN envoy for Yemen is no Yemeni
		}
		if o.plural {
			return // "the foreign ministers of China, Japan and South Korea": a list, left to the event room
		}
		o.country = cmp.Or(o.country, e[0].Country)
	case lexicon.Body:
		o.body, o.stateless = s.body(e[0]), e[0].Country == ""
		o.country = cmp.Or(o.country, e[0].Country)
	default:
		return
	}
	o.end = at + n
}
