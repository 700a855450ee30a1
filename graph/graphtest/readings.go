package graphtest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"demarche/graph"
)

// The cast of the generated readings: invented states with invented cities and people. Some names need folding, some
// need quoting by whoever builds queries from text, some are written in two ways.
var (
	states = []struct{ code, name, city string }{
		{"ARD", "Ardania", "Port Silva"}, {"BOR", "Boréal Union", "Nordvik"}, {"CAL", "Caldria", "Vel' Mora"},
		{"DUN", "Dunmark", "São Telmo"}, {"ESK", "Eskara", "Łodmin"}, {"FAL", "Falkena", "Tarn"},
	}
	people = []struct{ name, other, country, title string }{
		{"Arlen Vosk", "Árlen Vosk", "ARD", "president"}, {"Mira Holt", "Mira HOLT", "BOR", "prime minister"},
		{"Dée O'Marrow", "Dee O’Marrow", "CAL", "foreign minister"}, {"Tomas Ravn", "Tomás Ravn", "DUN", "president"},
		{"Ilse \"Iron\" Brandt", "Ilse Iron Brandt", "ESK", "envoy"}, {"Юлия Верес", "юлия верес", "FAL", "foreign minister"},
		{"Kofi Larsen", "Kofi Larsen", "", ""}, {"Nadia 100%_sure", "Nadia 100 sure", "ARD", "spokeswoman"},
	}
	bodies    = []string{"League of Isles", "Northern Pact", "Ministry of Tides"}
	occasions = []string{"Harbour Games", "Summit of Six"}
	papers    = []string{"The Vel' Courier", "Silva Post", "Agence \"Nord\"", ""}
	kinds     = []graph.Kind{
		graph.Meet, graph.Meet, graph.Call, graph.Visit, graph.Host, graph.Sanction, graph.Sign, graph.Accuse, graph.Appeal,
		graph.Aid, graph.Vote, graph.Other,
	}
	days = []graph.Date{
		"", "2021", "2022", "2022-03", "2022-03-01", "2022-03-02", "2022-11-30", "2023", "2023-01-01", "2023-09", "2023-09-23", "2024-02-29",
	}
)

// Readings generates n valid readings of as many articles, the same for the same seed. Articles retell a small stock of
// happenings in different words, so that reports fuse, agree and disagree.
func Readings(n int, seed uint64) []graph.Reading {
	g := &generator{rand.New(rand.NewPCG(seed, 1))}
	stock := make([]graph.Report, max(4, n))
	for i := range stock {
		stock[i] = g.happening()
	}
	out := make([]graph.Reading, n)
	for i := range out {
		out[i] = g.reading(fmt.Sprintf("g%d-%03d", seed, i), stock)
	}
	return out
}

type generator struct{ *rand.Rand }

func pick[T any](g *generator, from []T) T { return from[g.IntN(len(from))] }

func (g *generator) chance(percent int) bool { return g.IntN(100) < percent }

// happening is what a report says that is not its article's own.
func (g *generator) happening() graph.Report {
	p := pick(g, kinds).Predicate()
	r := graph.Report{Kind: p.Kind, Type: p.Type, Mode: p.Mode, Symmetric: p.Symmetric, Cameo: p.Cameo, Date: pick(g, days)}
	who := g.Perm(len(people))
	r.Actors = []graph.ID{graph.PersonID(people[who[0]].name)}
	switch {
	case p.Kind == graph.Visit:
		r.Recipients = []graph.ID{graph.CountryID(pick(g, states).code)}
	case g.chance(60):
		r.Recipients = []graph.ID{graph.PersonID(people[who[1]].name)}
	case g.chance(50):
		r.Actors = append(r.Actors, graph.CountryID(pick(g, states).code))
		r.Recipients = []graph.ID{graph.OrganizationID(pick(g, bodies)), graph.PersonID(people[who[2]].name)}
	}
	if g.chance(20) {
		r.Occasion = graph.OccasionID(pick(g, occasions))
	}
	return r
}

// reading makes an article of some of the happenings.
func (g *generator) reading(local string, stock []graph.Report) graph.Reading {
	r := graph.Reading{Article: graph.Article{
		ID: graph.ArticleID(local), Source: pick(g, papers), Title: "Nordvik – " + local, Language: "en", Published: pick(g, days),
		URL: "https://example.org/" + local, Version: g.IntN(3),
	}}
	h := holder{reading: &r, g: g}
	var text strings.Builder
	text.WriteString("NORDVIK — ")
	for range g.IntN(4) {
		rep := g.telling(pick(g, stock))
		h.hold(rep)
		start := text.Len()
		fmt.Fprintf(&text, "“%s” on item %d, said %s.", rep.Kind, g.IntN(30), pick(g, people).name)
		rep.Article, rep.Evidence = r.Article.ID, graph.Span{Start: start, End: text.Len()}
		r.Reports = append(r.Reports, rep.Identify())
		text.WriteString("\n")
	}
	name := pick(g, people).name
	h.actor(graph.PersonID(name))
	r.Mentions = append(r.Mentions, graph.Mention{Span: graph.Span{Start: text.Len(), End: text.Len() + len(name)}, Node: graph.PersonID(name)})
	text.WriteString(name + " had no comment.")
	r.Article.Text = text.String()
	g.Shuffle(len(r.Actors), func(i, j int) { r.Actors[i], r.Actors[j] = r.Actors[j], r.Actors[i] })
	return r
}

// telling is one article's version of a happening: its own status, place, attribution, and who is named first.
func (g *generator) telling(r graph.Report) graph.Report {
	r.Actors, r.Recipients = slices.Clone(r.Actors), slices.Clone(r.Recipients)
	if r.Symmetric && len(r.Recipients) > 0 && g.chance(50) {
		r.Actors, r.Recipients = r.Recipients, r.Actors
	}
	r.Status = graph.Happened
	if g.chance(40) {
		r.Status = pick(g, graph.Statuses)
	}
	state := pick(g, states[:3])
	switch g.IntN(4) {
	case 0:
		r.Place = graph.PlaceID(state.code, state.city)
	case 1:
		r.Place = graph.PlaceID(state.code, "")
	case 2:
		r.Place, r.PlaceInferred = graph.PlaceID(state.code, state.city), true
	}
	r.DateInferred = r.Date != "" && g.chance(30)
	if g.chance(30) {
		r.Attribution = []graph.Attribution{{Role: graph.Agency, Name: "Agence <Nord>"}, {Role: graph.Speaker, Name: "Vosk", Actor: r.Actors[0]}}
	}
	r.Rule = "generated"
	return r
}

// holder puts the nodes that reports name into their reading.
type holder struct {
	reading *graph.Reading
	g       *generator
}

func (h holder) hold(r graph.Report) {
	for _, id := range r.Participants() {
		h.actor(id)
	}
	if r.Place != "" {
		h.place(r.Place)
	}
	for _, name := range occasions {
		o := graph.Occasion{ID: graph.OccasionID(name), Name: name}
		if o.ID == r.Occasion && !slices.Contains(h.reading.Occasions, o) {
			h.reading.Occasions = append(h.reading.Occasions, o)
		}
	}
}

func (h holder) actor(id graph.ID) {
	if slices.Contains(ids(h.reading.Actors), id) {
		return
	}
	switch id.Prefix() {
	case graph.PersonPrefix:
		h.person(id)
	case graph.CountryPrefix:
		for _, s := range states {
			if graph.CountryID(s.code) == id {
				h.reading.Actors = append(h.reading.Actors, graph.Country{Identity: graph.Identity{
					ID: id, Kind: graph.CountryKind, Name: s.name, Country: s.code, Aliases: []string{"the " + s.name, s.code}}})
			}
		}
	case graph.OrganizationPrefix:
		for _, b := range bodies {
			if graph.OrganizationID(b) == id {
				h.reading.Actors = append(h.reading.Actors, graph.Organization{Identity: graph.Identity{ID: id, Kind: graph.OrganizationKind, Name: b}})
			}
		}
	}
}

// person is somebody as this article knows them: under one name or the other, in office or not.
func (h holder) person(id graph.ID) {
	for _, p := range people {
		if graph.PersonID(p.name) != id {
			continue
		}
		who := graph.Person{Identity: graph.Identity{ID: id, Kind: graph.PersonKind, Name: p.name, Country: p.country}}
		if h.g.chance(30) {
			who.Name, who.Aliases = p.other, []string{p.name}
		}
		if h.g.chance(20) {
			who.Country = ""
		}
		if p.title != "" && h.g.chance(60) {
			day := h.reading.Article.Published
			who.Offices = []graph.Office{{Title: p.title, Country: p.country, From: day, To: day}, {Title: "member", From: pick(h.g, days)}}
			h.actor(graph.CountryID(p.country))
		}
		h.reading.Actors = append(h.reading.Actors, who)
	}
}

func (h holder) place(id graph.ID) {
	if slices.ContainsFunc(h.reading.Places, func(p graph.Place) bool { return p.ID == id }) {
		return
	}
	for _, s := range states {
		place := graph.Place{ID: graph.PlaceID(s.code, ""), Name: s.name, Country: s.code}
		if graph.PlaceID(s.code, s.city) == id {
			place = graph.Place{ID: id, Name: s.city, Country: s.code, Lat: ptr(float64(len(s.city)) + 0.1), Lon: ptr(-7.25)}
		}
		if place.ID == id {
			h.actor(graph.CountryID(s.code))
			h.reading.Places = append(h.reading.Places, place)
		}
	}
}
