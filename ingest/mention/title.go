package mention

import (
	"cmp"

	"demarche/ingest/lexicon"
	"demarche/ingest/syntax"
)

// titled reads an office with or without the name of its holder, and what stands in apposition to the name.
//
//	South Korean Prime Minister Han Duck-soo · China's President Xi · President Emmanuel Macron of France ·
//	President of Ukraine Volodymyr Zelenskyy · the Danish prime minister · Mr Kim
func (s *scanner) titled(i int) int {
	o, ok := s.office(i)
	if !ok {
		return 0
	}
	at := o.end
	at = s.bracket(s.honorifics(at), &o)
	end := s.nameEnd(at)
	if end == at && !o.plural {
		at = s.honorifics(s.portfolio(at))
		end = s.nameEnd(at)
	}
	if end == at && !o.plural {
		at, end = s.behindComma(at)
	}
	if end == at || o.plural || o.weak() && s.recognized(at, syntax.Person) == 0 && !s.known(at, end) {
		return s.untitled(i, o)
	}
	p := s.cast.introduce(s.join(at, end))
	next := end
	if s.text(end) == "of" && o.country == "" {
		if e, n := s.longest(end + 1 + s.the(end+1)); n > 0 && e[0].Class == lexicon.CountryName {
			o.country = e[0].Country
			next = end + 1 + s.the(end+1) + n
		}
	}
	s.cast.hold(p, o)
	s.apposition(end, p)
	s.keepPerson(i, next, p)
	return next - i
}

// counterpart reads who holds the same office elsewhere.
//
//	his Afghan counterpart, Rangeen Dadfar Spanta · Russian counterpart Sergei Lavrov
func (s *scanner) counterpart(i int) int {
	e, n := s.longest(i)
	if n == 0 || e[0].Class != lexicon.Demonym || s.text(i+n) != "counterpart" {
		return 0
	}
	at := i + n + 1
	if s.text(at) == "," {
		at++
	}
	end := s.nameEnd(at)
	if end-at < 2 {
		return 0
	}
	p := s.cast.introduce(s.join(at, end))
	p.country = cmp.Or(p.country, e[0].Country)
	s.keepPerson(i, end, p)
	return end - i
}

// portfolio skips what a title is of, when no list knows it, up to the name of its holder.
//
//	Minister [for Trade and Industry] Gan Kim Yong · Chairman [of the Expediency Council] Akbar Hashemi Rafsanjani
func (s *scanner) portfolio(at int) int {
	switch s.text(at) {
	case "of", "for", "in", "at":
	case "and":
		if !s.capital(at + 1) {
			return at
		}
	default:
		return at
	}
	for j := at + 1; j < len(s.words) && j < at+16; j++ {
		if s.recognized(j, syntax.Person) > 1 {
			return j
		}
		if w := s.text(j); !s.capital(j) && !linking[w] && !(w == "," && s.capital(j+1)) {
			return at
		}
	}
	return at
}

var linking = set(`of for the and in to charge & - ’s 's a`)

// behindComma finds the name that stands in apposition to an office.
//
//	South Korea's prime minister, Han Duck-soo, sat down …;  not: "met the prime minister, Russian officials said"
func (s *scanner) behindComma(at int) (from, end int) {
	if s.text(at) != "," {
		return at, at
	}
	end = s.nameEnd(at + 1)
	if e, n := s.longest(at + 1); end-at < 3 || n > 0 && e[0].Also != "person" || s.text(end) != "," && s.text(end) != "." {
		return at, at
	}
	return at + 1, end
}

// bracket skips a gloss behind a title and takes the nationality from it.
//
//	Taoiseach (Irish PM) Simon Harris
func (s *scanner) bracket(at int, o *office) int {
	if s.text(at) != "(" {
		return at
	}
	for j := at + 1; j < min(at+6, len(s.words)); j++ {
		if e, _ := s.longest(j); len(e) > 0 && e[0].Class == lexicon.Demonym {
			o.country = cmp.Or(o.country, e[0].Country)
		}
		if s.text(j) == ")" {
			return j + 1
		}
	}
	return at
}

// untitled keeps an office without a name: its holder where the article has named one, else the country.
func (s *scanner) untitled(i int, o office) int {
	if o.rank == "HONORIFIC" {
		return 0
	}
	if n := s.respectively(i, o); n > 0 {
		return n
	}
	m := Mention{Class: Office, Country: o.country, Title: o.title, Rank: o.rank, Plural: o.plural}
	if o.country != "" {
		m.Actor = s.cast.Country(o.country)
	}
	if s.linking && !o.plural && o.rank != "SPOKESPERSON" && o.rank != "OFFICIAL" {
		if p := s.cast.holder(o.rank, o.title, o.country); p != nil && !o.stateless {
			m.Actor, m.Country = s.cast.actor(p), p.country
		}
	}
	if o.body != "" {
		m.Actor = o.body
	}
	s.keep(i, o.end, m)
	return o.end - i
}

// respectively reads two offices and their two holders: the Chinese and Mauritian premiers, Li Peng and Navin Ramgoolam.
func (s *scanner) respectively(i int, o office) int {
	before, n := s.longest(i - 2)
	if !o.plural || s.text(i-1) != "and" || n != 1 || before[0].Class != lexicon.Demonym || s.text(o.end) != "," {
		return 0
	}
	first := s.nameEnd(o.end + 1)
	if first == o.end+1 || s.text(first) != "and" {
		return 0
	}
	last := s.nameEnd(first + 1)
	if last == first+1 {
		return 0
	}
	for _, holder := range []struct {
		from, end int
		country   string
	}{{o.end + 1, first, before[0].Country}, {first + 1, last, o.country}} {
		p := s.cast.introduce(s.join(holder.from, holder.end))
		s.cast.hold(p, office{title: o.title, rank: o.rank, country: holder.country})
		s.keepPerson(holder.from, holder.end, p)
	}
	return last - i
}

// apposition reads an office behind a name and gives it to the person.
//
//	Han Duck-soo, South Korea's prime minister, said · Liang Guanglie, chief of general staff of the Chinese army
func (s *scanner) apposition(end int, p *person) {
	if s.text(end) != "," {
		return
	}
	at := end + 1
	for s.text(at) == "the" || s.text(at) == "a" || s.text(at) == "an" {
		at++
	}
	o, ok := s.office(at)
	if !ok || o.plural || s.nameEnd(o.end) > o.end {
		return
	}
	for j := o.end; o.country == "" && j < min(o.end+8, len(s.words)) && s.text(j) != ","; j++ {
		if e, _ := s.longest(j); len(e) > 0 && (e[0].Class == lexicon.CountryName || e[0].Class == lexicon.Demonym) {
			o.country = e[0].Country
		}
	}
	s.cast.hold(p, o)
}

// honorifics skips forms of address and further titles before a name: His Excellency Dr Mohammad Shtayyeh · mediator
// Archbishop Juan Luis Cipriani.
func (s *scanner) honorifics(at int) int {
	for {
		e, n := s.longest(at)
		switch {
		case s.text(at) == ".":
			at++
		case n > 0 && e[0].Class == lexicon.Title && !e[0].Plural:
			at += n
		default:
			return at
		}
	}
}
