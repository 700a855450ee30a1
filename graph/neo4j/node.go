package neo4j

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"demarche/graph"
)

// nodeProps are the properties of an actor, a place or an occasion.
func nodeProps(n graph.Node) properties {
	name, body := graph.Document(n)
	p := properties{"id": string(n.NodeID()), "name": graph.NameOf(n), "folded": name, "words": name + " " + body}
	switch n := n.(type) {
	case graph.Actor:
		actorProps(p, n)
	case graph.Place:
		p["country"], p["lat"], p["lon"] = n.Country, n.Lat, n.Lon
	}
	return p.full()
}

func actorProps(p properties, a graph.Actor) {
	who := a.Named()
	p["kind"], p["country"], p["aliases"] = string(who.Kind), who.Country, who.Aliases
	names := []string{graph.Fold(who.Name)}
	for _, alias := range who.Aliases {
		names = append(names, graph.Fold(alias))
	}
	p["names"] = names
	if person, ok := a.(graph.Person); ok {
		var offices []string
		for _, o := range person.Offices {
			offices = append(offices, strings.Join([]string{o.Country, string(o.From), string(o.To), o.Title}, "|"))
		}
		p["offices"] = offices
	}
}

// labels are the second labels of actors.
var labels = map[string]string{
	graph.PersonPrefix: "Person", graph.CountryPrefix: "Country", graph.OrganizationPrefix: "Organization",
}

// nodeOf reads an actor, a place or an occasion back; nil from nothing.
func nodeOf(p properties) graph.Node {
	switch p.id("id").Prefix() {
	case graph.PlacePrefix:
		return graph.Place{
			ID: p.id("id"), Name: p.text("name"), Country: p.text("country"), Lat: p.number("lat"), Lon: p.number("lon"),
		}
	case graph.OccasionPrefix:
		return graph.Occasion{ID: p.id("id"), Name: p.text("name")}
	}
	if a := actorOf(p); a != nil {
		return a
	}
	return nil
}

func actorOf(p properties) graph.Actor {
	who := graph.Identity{
		ID: p.id("id"), Kind: graph.ActorKind(p.text("kind")), Name: p.text("name"), Country: p.text("country"),
		Aliases: p.texts("aliases"),
	}
	switch who.Kind {
	case graph.PersonKind:
		return graph.Person{Identity: who, Offices: officesOf(p.texts("offices"))}
	case graph.CountryKind:
		return graph.Country{Identity: who}
	case graph.OrganizationKind:
		return graph.Organization{Identity: who}
	}
	return nil
}

// officesOf reads "KOR|2023-09-23|2023-09-24|prime minister".
func officesOf(lines []string) []graph.Office {
	var offices []graph.Office
	for _, line := range lines {
		if part := strings.SplitN(line, "|", 4); len(part) == 4 {
			offices = append(offices, graph.Office{
				Country: part[0], From: graph.Date(part[1]), To: graph.Date(part[2]), Title: part[3],
			})
		}
	}
	return offices
}

var (
	nodesByID     = load("nodes")
	setActors     = load("set_actors")
	setPlaces     = load("set_places")
	setOccasions  = load("set_occasions")
	dropNodes     = load("drop_nodes")
	dropOffices   = load("drop_offices")
	linkOffices   = load("link_offices")
	linkCountries = load("link_countries")
)

// labelOf is the label that has the key of a node: Actor, Place or Occasion.
func labelOf(id graph.ID) string {
	switch id.Prefix() {
	case graph.PlacePrefix:
		return "Place"
	case graph.OccasionPrefix:
		return "Occasion"
	}
	return "Actor"
}

// byLabel are ids as parameters, one list a label.
func byLabel(ids []graph.ID) map[string]any {
	actors, places, occasions := []string{}, []string{}, []string{}
	for _, id := range ids {
		switch labelOf(id) {
		case "Place":
			places = append(places, string(id))
		case "Occasion":
			occasions = append(occasions, string(id))
		default:
			actors = append(actors, string(id))
		}
	}
	return map[string]any{"actors": actors, "places": places, "occasions": occasions}
}

// Nodes implements graph.Ledger.
func (l *ledger) Nodes(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.Node, error) {
	var ask []graph.ID
	for _, id := range ids {
		if _, known := l.nodes[id]; !known {
			ask = append(ask, id)
			l.nodes[id] = nil
		}
	}
	if len(ask) > 0 {
		records, err := l.run(ctx, nodesByID, byLabel(ask))
		if err != nil {
			return nil, err
		}
		for _, r := range records {
			n := nodeOf(column(r, "node"))
			l.nodes[n.NodeID()] = n
		}
	}
	found := make(map[graph.ID]graph.Node, len(ids))
	for _, id := range ids {
		if n := l.nodes[id]; n != nil {
			found[id] = n
		}
	}
	return found, nil
}

// SetNodes implements graph.Ledger. The mentions of the readings kept follow, now that there is something to point at.
func (l *ledger) SetNodes(ctx context.Context, set []graph.Node, drop []graph.ID) error {
	var actors, places, occasions, countries, offices []map[string]any
	var people []graph.ID
	for _, n := range set {
		old := l.nodes[n.NodeID()]
		l.nodes[n.NodeID()] = n
		row := map[string]any{"id": string(n.NodeID()), "props": map[string]any(nodeProps(n))}
		switch n := n.(type) {
		case graph.Place:
			places = append(places, row)
			countries = append(countries, map[string]any{"place": string(n.ID), "country": string(graph.CountryID(n.Country))})
		case graph.Occasion:
			occasions = append(occasions, row)
		case graph.Actor:
			row["label"] = labels[n.NodeID().Prefix()]
			actors = append(actors, row)
			was, _ := old.(graph.Person)
			if p, ok := n.(graph.Person); ok && !slices.Equal(was.Offices, p.Offices) {
				if len(was.Offices) > 0 {
					people = append(people, p.ID)
				}
				offices = append(offices, officeRows(p)...)
			}
		}
	}
	for _, id := range drop {
		l.nodes[id] = nil
	}
	return each(
		func() error { return l.on(ctx, dropNodes, drop) },
		func() error { return l.write(ctx, setActors, actors) },
		func() error { return l.write(ctx, setPlaces, places) },
		func() error { return l.write(ctx, setOccasions, occasions) },
		func() error { return l.on(ctx, dropOffices, people) },
		func() error { return l.write(ctx, linkOffices, offices) },
		func() error { return l.write(ctx, linkCountries, countries) },
		func() error { return l.mention(ctx) },
	)
}

func officeRows(p graph.Person) (rows []map[string]any) {
	for _, o := range p.Offices {
		if o.Country == "" {
			continue
		}
		link := properties{"role": o.Title, "from": string(o.From), "to": string(o.To)}
		rows = append(rows, map[string]any{
			"person": string(p.ID), "country": string(graph.CountryID(o.Country)), "props": link.full(),
		})
	}
	return rows
}

// Actors gives the actors of the ids, nil for one that is not there.
func (s *Store) Actors(ctx context.Context, ids []graph.ID) ([]graph.Actor, error) {
	found, err := s.nodes(ctx, ids)
	actors := make([]graph.Actor, len(ids))
	for i, id := range ids {
		actors[i], _ = found[id].(graph.Actor)
	}
	return actors, err
}

// Places gives the places of the ids, nil for one that is not there.
func (s *Store) Places(ctx context.Context, ids []graph.ID) ([]*graph.Place, error) {
	return lookup[graph.Place](ctx, s, ids)
}

// Occasions gives the occasions of the ids, nil for one that is not there.
func (s *Store) Occasions(ctx context.Context, ids []graph.ID) ([]*graph.Occasion, error) {
	return lookup[graph.Occasion](ctx, s, ids)
}

func lookup[N graph.Node](ctx context.Context, s *Store, ids []graph.ID) ([]*N, error) {
	found, err := s.nodes(ctx, ids)
	nodes := make([]*N, len(ids))
	for i, id := range ids {
		if n, ok := found[id].(N); ok {
			nodes[i] = &n
		}
	}
	return nodes, err
}

func (s *Store) nodes(ctx context.Context, ids []graph.ID) (map[graph.ID]graph.Node, error) {
	records, err := s.read(ctx, nodesByID, byLabel(distinct(ids)))
	found := make(map[graph.ID]graph.Node, len(records))
	for _, r := range records {
		n := nodeOf(column(r, "node"))
		found[n.NodeID()] = n
	}
	return found, err
}

func distinct(ids []graph.ID) []graph.ID { return slices.Compact(slices.Sorted(slices.Values(ids))) }

// encode is how a fact of record is kept as JSON.
func encode(v any) (string, error) {
	b, err := json.Marshal(v)
	return string(b), err
}
