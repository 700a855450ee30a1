package mention

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"demarche/graph"
	"demarche/ingest/article"
	"demarche/ingest/lexicon"
)

// Cast is everybody and every place that an article names.
type Cast struct {
	lex      *lexicon.Lexicon
	day      graph.Date
	speaks   string // alpha-3 of the state whose government publishes the article, "" for the press
	home     string // alpha-3 of the state that speaks in an unqualified "the president": publisher's, else dateline's
	line     article.Dateline
	nodes    map[graph.ID]graph.Node
	persons  []*person
	surnames map[string]bool // single words that were recognised as persons somewhere in the article
}

// person is somebody whom the article introduces.
type person struct {
	names     []string // as written: the longest is the name, the rest are aliases
	tokens    []string // folded words of the longest name
	country   string
	stateless bool // holds an office of no state: the UN's, NATO's
	offices   []graph.Office
	ranks     []string // classes of the titles
	seen      int      // when last mentioned: a running number
}

func newCast(doc article.Document, lex *lexicon.Lexicon) *Cast {
	c := &Cast{lex: lex, day: doc.Day, line: doc.Dateline, nodes: map[graph.ID]graph.Node{}, surnames: map[string]bool{}}
	c.speaks = c.publisher(doc.Article.Source)
	c.home = c.speaks
	if c.home == "" {
		if p, ok := c.nodes[c.dateline()].(graph.Place); ok {
			c.home = p.Country
		}
	}
	return c
}

// publisher is the state whose government publishes the source: "Kremlin", "MFA Singapore", "President of Ukraine".
func (c *Cast) publisher(source string) string {
	fields := strings.Fields(source)
	for i := range fields {
		entries, _ := c.lex.Longest(fields[i:])
		for _, e := range entries {
			switch e.Class {
			case lexicon.Outlet:
				return ""
			case lexicon.CountryName, lexicon.Seat, lexicon.Demonym:
				return e.Country
			case lexicon.Body:
				if e.Detail == "GOVERNMENT" {
					return e.Country
				}
			}
		}
	}
	return ""
}

// Publisher is the state that says "we" in an article of its own government; "" in an article of the press.
func (c *Cast) Publisher() graph.ID { return c.Country(c.speaks) }

// dateline is the place of the dateline's first city.
func (c *Cast) dateline() graph.ID {
	if len(c.line.Cities) == 0 {
		return ""
	}
	name := title(c.line.Cities[0])
	if entries, _ := c.lex.Longest(strings.Fields(c.line.Cities[0])); len(entries) > 0 && entries[0].Class == lexicon.Capital {
		return c.City(entries[0].Phrase, entries[0].Country)
	}
	cities := c.lex.Cities(name)
	if len(cities) == 0 {
		return ""
	}
	region, _ := c.lex.Longest(strings.Fields(c.line.Region))
	for _, city := range cities {
		if len(region) > 0 && region[0].Country == city.Country {
			return c.city(city)
		}
	}
	return c.city(cities[0])
}

// title turns BUENOS AIRES into Buenos Aires.
func title(s string) string {
	fields := strings.Fields(strings.ToLower(s))
	for i, f := range fields {
		_, n := utf8.DecodeRuneInString(f)
		fields[i] = strings.ToUpper(f[:n]) + f[n:]
	}
	return strings.Join(fields, " ")
}

// Node gives what an id of the cast stands for.
func (c *Cast) Node(id graph.ID) graph.Node { return c.nodes[id] }

// Country takes a country into the cast, as an actor.
func (c *Cast) Country(alpha3 string) graph.ID {
	known, ok := c.lex.Country(alpha3)
	if !ok {
		return ""
	}
	id := graph.CountryID(alpha3)
	c.nodes[id] = graph.Country{Identity: graph.Identity{
		ID: id, Kind: graph.CountryKind, Name: known.Name, Country: alpha3,
		Aliases: slices.Compact(slices.Sorted(slices.Values(append([]string{alpha3}, known.Aliases...)))),
	}}
	return id
}

// Scene takes a country into the cast, as a place.
func (c *Cast) Scene(alpha3 string) graph.ID {
	known, ok := c.lex.Country(alpha3)
	if !ok {
		return ""
	}
	c.Country(alpha3)
	id := graph.PlaceID(alpha3, "")
	c.nodes[id] = graph.Place{ID: id, Name: known.Name, Country: alpha3}
	return id
}

// City takes a city of a country into the cast.
func (c *Cast) City(name, alpha3 string) graph.ID {
	for _, city := range c.lex.Cities(name) {
		if city.Country == alpha3 {
			return c.city(city)
		}
	}
	return c.place(name, alpha3, nil, nil)
}

// Capital is the city where a country's government has its seat; "" where there is none.
func (c *Cast) Capital(alpha3 string) graph.ID {
	known, ok := c.lex.Country(alpha3)
	if !ok || len(known.Capitals) == 0 {
		return ""
	}
	return c.City(known.Capitals[0], alpha3)
}

func (c *Cast) city(city lexicon.City) graph.ID {
	return c.place(city.Name, city.Country, &city.Lat, &city.Lon)
}

// noCountry stands in the ids of places that lie in no one country, as ISO 3166 lets users agree: the Korean Peninsula.
const noCountry = "XXX"

func (c *Cast) place(name, alpha3 string, lat, lon *float64) graph.ID {
	if _, known := c.lex.Country(alpha3); known {
		c.Country(alpha3)
	} else {
		alpha3 = ""
	}
	id := graph.PlaceID(cmp.Or(alpha3, noCountry), name)
	c.nodes[id] = graph.Place{ID: id, Name: name, Country: alpha3, Lat: lat, Lon: lon}
	return id
}

// Organization takes a body into the cast.
func (c *Cast) Organization(name, alpha3 string, aliases ...string) graph.ID {
	if _, known := c.lex.Country(alpha3); known {
		c.Country(alpha3)
	}
	id := graph.OrganizationID(name)
	aliases = slices.DeleteFunc(aliases, func(a string) bool { return a == name })
	c.nodes[id] = graph.Organization{Identity: graph.Identity{
		ID: id, Kind: graph.OrganizationKind, Name: name, Country: alpha3, Aliases: slices.Sorted(slices.Values(aliases)),
	}}
	return id
}

// Occasion takes a named happening into the cast.
func (c *Cast) Occasion(name string) graph.ID {
	id := graph.OccasionID(name)
	c.nodes[id] = graph.Occasion{ID: id, Name: name}
	return id
}

// settle turns the persons introduced into actors, once all have been seen.
func (c *Cast) settle() {
	for _, p := range c.persons {
		if p.country == "" && !p.stateless {
			p.country = c.assumed(p)
		}
		for i := range p.offices {
			p.offices[i].Country = cmp.Or(p.offices[i].Country, p.country)
		}
	}
}

// assumed is the state of a person whom the text gives none: that of a well-known leader; the state that publishes the
// text, for its own president and ministers; the state of the dateline, for a minister: a president is often a guest.
func (c *Cast) assumed(p *person) string {
	if country := c.lex.Leader(p.name()).Country; country != "" {
		return country
	}
	for _, rank := range p.ranks {
		switch rank {
		case "HEAD_OF_STATE", "HEAD_OF_GOVERNMENT":
			if other := c.only(rank, c.speaks); other != nil && other != p {
				return "" // a guest of the publisher's own president
			}
			return c.speaks
		case "FOREIGN_MINISTER", "DEFENCE_MINISTER", "MINISTER":
			return c.home
		}
	}
	return ""
}

// only is a person of the country who holds an office of the class.
func (c *Cast) only(rank, country string) *person {
	for _, p := range c.persons {
		if slices.Contains(p.ranks, rank) && country != "" && cmp.Or(p.country, c.lex.Leader(p.name()).Country) == country {
			return p
		}
	}
	return nil
}

// actor gives the id of a person and takes the person into the cast as an actor.
func (c *Cast) actor(p *person) graph.ID {
	name := p.name()
	var aliases []string
	if known := c.lex.Leader(name); known.Name != "" && known.Country == p.country {
		name, aliases = known.Name, append(aliases, known.Spellings...)
	}
	id := graph.PersonID(name)
	for _, n := range p.names {
		if n != name && strings.Contains(n, " ") && !slices.Contains(aliases, n) {
			aliases = append(aliases, n)
		}
	}
	if p.country != "" {
		c.Country(p.country)
	}
	for _, o := range p.offices {
		c.Country(o.Country)
	}
	c.nodes[id] = graph.Person{
		Identity: graph.Identity{ID: id, Kind: graph.PersonKind, Name: name, Country: p.country, Aliases: slices.Sorted(slices.Values(aliases))},
		Offices:  p.offices,
	}
	return id
}

// name is the longest name the person is given, of equals the first.
func (p *person) name() string {
	return slices.MaxFunc(p.names, func(a, b string) int { return len(strings.Fields(a)) - len(strings.Fields(b)) })
}

// introduce finds the person of that name, or makes one.
func (c *Cast) introduce(name string) *person {
	tokens := graph.Terms(name)
	p := c.find(tokens)
	if p == nil {
		p = &person{}
		c.persons = append(c.persons, p)
	}
	if !slices.Contains(p.names, name) {
		p.names = append(p.names, name)
	}
	if len(tokens) > len(p.tokens) {
		p.tokens = tokens
	}
	return p
}

// find gives the person meant by a name or a part of one, of several the one mentioned last; nil for nobody.
func (c *Cast) find(tokens []string) *person {
	var best *person
	for _, p := range c.persons {
		if sameName(tokens, p.tokens) && (best == nil || p.seen > best.seen) {
			best = p
		}
	}
	return best
}

// sameName tells whether one name is the other or a part of it that people go by: the surname, at the end or, in East
// Asia and Hungary, at the head; given names alone do not count, unless nothing else was ever given.
//
//	Han = Han Duck-soo · Putin = Vladimir Putin · al-Bashir = Omar Hassan al-Bashir · Fidel Castro ≠ Raul Castro
func sameName(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 {
		return false
	}
	for _, t := range a {
		if !slices.Contains(b, t) {
			return false
		}
	}
	return a[len(a)-1] == b[len(b)-1] || a[0] == b[0] && len(a) == 1 || a[0] == b[0] && a[len(a)-1] != b[0] && len(a) > 1
}

// hold adds an office to a person.
func (c *Cast) hold(p *person, o office) {
	if o.title == "" {
		return
	}
	p.country = cmp.Or(p.country, o.country)
	p.stateless = p.stateless || o.stateless
	p.ranks = append(p.ranks, o.rank)
	held := graph.Office{Title: o.title, Country: o.country, From: c.day, To: c.day}
	if o.past || slices.ContainsFunc(p.offices, func(h graph.Office) bool { return h.Title == o.title }) {
		return
	}
	p.offices = append(p.offices, held)
}

// holds tells whether a person was seen in an office of the class; of classes that many share, in one of the same title.
func (p *person) holds(rank, title string) bool {
	if !slices.Contains(p.ranks, rank) {
		return false
	}
	switch rank {
	case "HEAD_OF_STATE", "HEAD_OF_GOVERNMENT", "FOREIGN_MINISTER", "DEFENCE_MINISTER", "IO_HEAD":
		return true
	}
	return slices.ContainsFunc(p.offices, func(o graph.Office) bool { return strings.HasSuffix(o.Title, title) })
}

// holder is the person who was last seen in an office of that class and country; nil if nobody was.
func (c *Cast) holder(rank, title, country string) *person {
	if country == "" && c.speaks != "" {
		country = c.speaks // "the President", in a release of his own office
	}
	var best *person
	for _, p := range c.persons {
		if !p.holds(rank, title) || country != "" && p.country != country || p.seen == 0 {
			continue
		}
		if best != nil && country == "" && best.country != p.country {
			return nil // "the president", of an article that names presidents of two countries
		}
		if best == nil || p.seen > best.seen {
			best = p
		}
	}
	if best != nil || !strings.HasPrefix(rank, "HEAD_OF") || country == "" {
		return best
	}
	for _, p := range c.persons { // "the Russian president", of an article that names one Russian and no title
		if p.country == country && len(p.ranks) == 0 && c.lex.Leader(p.name()).Country != "" {
			return p
		}
	}
	return nil
}

// Agency tells whether an outlet of the cast is a news agency.
func (c *Cast) Agency(id graph.ID) bool {
	entries, _ := c.lex.Longest(strings.Fields(graph.NameOf(c.nodes[id])))
	return len(entries) > 0 && entries[0].Class == lexicon.Outlet && entries[0].Detail == "agency"
}

// Close adds to a set of nodes the countries that they belong to.
func (c *Cast) Close(used map[graph.ID]bool) {
	countries := map[string]bool{}
	for id := range used {
		switch n := c.nodes[id].(type) {
		case graph.Person:
			countries[n.Country] = true
			for _, o := range n.Offices {
				countries[o.Country] = true
			}
		case graph.Organization:
			countries[n.Country] = true
		case graph.Place:
			countries[n.Country] = true
		}
	}
	for code := range countries {
		if id := c.Country(code); id != "" {
			used[id] = true
		}
	}
}
