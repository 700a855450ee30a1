package mention

import (
	"cmp"
	"slices"
	"strings"

	"demarche/graph"
	"demarche/ingest/lexicon"
	"demarche/ingest/syntax"
)

// scanner walks through one sentence. In the first scan of an article it introduces persons; in the second, linking, it
// also knows surnames and bare titles, and keeps the mentions.
type scanner struct {
	cast    *Cast
	lex     *lexicon.Lexicon
	tokens  []syntax.Token
	words   []string
	names   []syntax.Name // what the recogniser found
	linking bool
	found   []Mention
}

func (s *scanner) scan() {
	for i := 0; i < len(s.words); {
		n := 0
		for _, read := range []func(int) int{s.occasion, s.counterpart, s.titled, s.listed, s.named} {
			if n = read(i); n > 0 {
				break
			}
		}
		i += max(n, 1)
	}
}

// keep adds a mention of tokens [first, last).
func (s *scanner) keep(first, last int, m Mention) {
	if !s.linking {
		return
	}
	m.First, m.Last = first, last
	m.Span = graph.Span{Start: s.tokens[first].Start, End: s.tokens[last-1].End}
	s.found = append(s.found, m)
}

// keepPerson adds a mention of a person.
func (s *scanner) keepPerson(first, last int, p *person) {
	if s.linking {
		p.seen = s.tokens[first].Start + 1
		s.keep(first, last, Mention{Class: Person, Actor: s.cast.actor(p), Country: p.country})
	}
}

// listed reads what the lexicon knows: countries and their people, capitals, seats, bodies, outlets, regions, and the
// organs of a state with the nationality before them.
func (s *scanner) listed(i int) int {
	entries, n := s.longest(i)
	if n == 0 || s.partOfName(i, n, entries[0]) {
		return 0
	}
	e := entries[0]
	m := Mention{Country: e.Country}
	switch e.Class {
	case lexicon.CountryName, lexicon.Demonym, lexicon.People:
		if organ, k := s.longest(i + n + s.possessive(i+n)); k > 0 && organ[0].Class == lexicon.Organ {
			m.Class, m.Actor = Organ, s.cast.Country(e.Country)
			n += s.possessive(i+n) + k
			if organ[0].Detail == "parliament" && s.capital(i+n-1) {
				m.Class, m.Actor = Body, s.cast.Organization(s.join(i, i+n), e.Country)
			}
			break
		}
		m.Class = map[lexicon.Class]Class{lexicon.CountryName: Country, lexicon.Demonym: Demonym, lexicon.People: People}[e.Class]
		m.Actor, m.Place = s.cast.Country(e.Country), s.cast.Scene(e.Country)
	case lexicon.Capital:
		m.Class, m.Actor, m.Place = Capital, s.cast.Country(e.Country), s.cast.City(e.Phrase, e.Country)
	case lexicon.Seat:
		m.Class, m.Actor, m.Place = Seat, s.cast.Country(e.Country), s.cast.Capital(e.Country)
	case lexicon.Region:
		m.Class, m.Place = Place, s.cast.place(e.Name, e.Country, nil, nil)
	case lexicon.Body:
		m.Class, m.Actor = Body, s.body(e)
	case lexicon.Outlet:
		m.Class, m.Actor = Outlet, s.cast.Organization(e.Name, e.Country, e.Phrase)
	default:
		return 0
	}
	s.keep(i, i+n, m)
	return n
}

// body is the actor that a body stands for: a government's department is its country.
func (s *scanner) body(e lexicon.Entry) graph.ID {
	if e.Country != "" && (e.Detail == "GOVERNMENT" || e.Detail == "MILITARY") {
		return s.cast.Country(e.Country)
	}
	return s.cast.Organization(e.Name, e.Country, e.Phrase)
}

// cityAt reads a city behind a preposition of place, or the city of the dateline.
//
//	in Hangzhou · near Geneva · to Port Louis;  not: "Mr Paris", "with Lima"
func (s *scanner) cityAt(i int) int {
	cities, n := s.lex.LongestCity(s.words[i:])
	if n == 0 || s.nameEnd(i) > i+n {
		return 0
	}
	dated := slices.ContainsFunc(s.cast.line.Cities, func(c string) bool { return graph.Fold(c) == graph.Fold(s.join(i, i+n)) })
	switch strings.ToLower(s.text(i - 1)) {
	case "in", "at", "near", "to", "from", "outside", "around", "of", "via", "through", "city", "town", "for", "leaving", "into", "between":
	default:
		if !dated {
			return 0
		}
	}
	if s.known(i, i+n) {
		return 0
	}
	city := s.nearest(cities)
	s.keep(i, i+n, Mention{Class: Place, Place: s.cast.city(city), Country: city.Country})
	return n
}

// nearest is the city in a country that the article speaks of, else the most populous.
func (s *scanner) nearest(cities []lexicon.City) lexicon.City {
	for _, c := range cities {
		if _, ok := s.cast.nodes[graph.CountryID(c.Country)]; ok {
			return c
		}
	}
	return cities[0]
}

// bodyHeads end the names of organizations.
var bodyHeads = set(`Council Union Party Group Movement Front Army Committee Commission Authority Organization Organisation Agency Assembly
	Alliance League Ministry Court Bank Parliament Congress Coalition Federation Association Institute University Fund Forces
	Corps Guard Command Post Times News Press Daily Journal Company Corporation Corp. Inc. Ltd. Force Office Service Bureau Department
	Brigade Brigades Centre Center Foundation Board Cabinet Corporation Network Airlines Tribune Herald Gazette Guardian Observer`)

// organization reads a run of capitalised words that ends like a body's name.
//
//	Palestinian Legislative Council · Copenhagen Post;  not: "Security Council" alone, which the lexicon knows
func (s *scanner) organization(i, end int) int {
	if end-i < 2 || !bodyHeads[s.text(end-1)] {
		return 0
	}
	class := Body
	switch s.text(end - 1) {
	case "Post", "Times", "News", "Press", "Daily", "Journal", "Tribune", "Herald", "Gazette", "Guardian", "Observer":
		class = Outlet
	}
	s.keep(i, end, Mention{Class: class, Actor: s.cast.Organization(s.join(i, end), "")})
	return end - i
}

// occasionHeads end the names of occasions.
var occasionHeads = set(`Games Summit Forum Olympics Conference Expo summit forum conference`)

// occasion reads the name of a happening: capitalised words up to a head such as Games or Summit.
//
//	Asian Games · G20 summit · Shangri-La Dialogue;  not: "the summit", "a Chinese conference"
func (s *scanner) occasion(i int) int {
	for j := i; j < len(s.words) && j < i+6; j++ {
		switch {
		case j > i && occasionHeads[s.text(j)]:
			e, n := s.longest(i)
			if j == i+1 && n > 0 && e[0].Class != lexicon.Body && e[0].Class != lexicon.Region {
				if s.text(j) == strings.ToLower(s.text(j)) || cmp.Compare(e[0].Class, lexicon.People) <= 0 && s.text(j) != "Games" {
					return 0
				}
			}
			if s.linking {
				s.keep(i, j+1, Mention{Class: Occasion, Occasion: s.cast.Occasion(s.join(i, j+1))})
			}
			return j + 1 - i
		case !s.capital(j) || j == 0 && begins[s.text(j)]:
			return 0
		}
	}
	return 0
}
