package api

import (
	"context"
	"slices"

	"demarche/graph"
	"demarche/graph/api/generated"
)

func (q query) Actor(ctx context.Context, name *string, id *graph.ID) (graph.Actor, error) {
	switch {
	case (name == nil) == (id == nil):
		return nil, coded(codeBadInput, "want exactly one of name and id")
	case id != nil:
		found, err := whole[graph.Actor](ctx, *id)
		return value(found), err
	}
	found, err := graph.NamedActor(ctx, q.store, *name)
	if err != nil || found == nil {
		return nil, err
	}
	return found, ahead(ctx, []graph.Actor{found})
}

func (q query) Actors(ctx context.Context, where *graph.ActorWhere, orderBy *graph.Order,
	first *int, after *string, last *int, before *string,
) (c generated.ActorConnection, err error) {
	p, err := pageOf(ctx, first, after, last, before)
	if err != nil {
		return c, err
	}
	by := value(orderBy)
	found, err := q.store.FindActors(ctx, value(where), by, p.Page)
	if err != nil {
		return c, err
	}
	found = trim(p, found)
	c.Nodes, c.TotalCount = found.Items, found.Total
	c.Edges, c.PageInfo = connect(found, func(a graph.Actor) string { return by.Cursor(a) },
		func(cursor string, a graph.Actor) generated.ActorEdge {
			return generated.ActorEdge{Cursor: cursor, Node: a}
		})
	return c, ahead(ctx, found.Items)
}

type person struct{ store graph.Reader }

func (r person) Events(ctx context.Context, p *graph.Person, where *graph.EventWhere, orderBy *graph.Order,
	first *int, after *string, last *int, before *string,
) (generated.EventConnection, error) {
	return eventsOf(ctx, r.store, p.ID, where, orderBy, first, after, last, before)
}

func (r person) Met(ctx context.Context, p *graph.Person, first *int) ([]graph.Edge, error) {
	if n := value(first); n < 0 || n > graph.MaxPage {
		return nil, coded(codeBadInput, "first is %d, want 0 to %d", n, graph.MaxPage)
	}
	atMost := graph.MaxPage
	if first != nil {
		atMost = *first
	}
	return together(ctx, p.ID, func(people []graph.ID) ([][]graph.Edge, error) {
		edges, err := r.store.Edges(ctx, people, []graph.EdgeType{graph.Meet.Predicate().Edge})
		for i := range edges {
			edges[i] = latest(away(people[i], edges[i]), atMost)
		}
		return edges, err
	}, func(edges []graph.Edge) []graph.Edge { return edges })
}

// away turns the edges so that they lead away from the node.
func away(from graph.ID, edges []graph.Edge) []graph.Edge {
	turned := slices.Clone(edges)
	for i, e := range turned {
		if e.To == from {
			turned[i].From, turned[i].To = e.To, e.From
		}
	}
	return turned
}

// latest are the last n edges of a list by date, latest first.
func latest(edges []graph.Edge, n int) []graph.Edge {
	slices.Reverse(edges)
	return edges[:min(n, len(edges))]
}

// meeting resolves Meeting, which is an edge that leads away from the person who was asked for.
type meeting struct{}

func (meeting) Actor(ctx context.Context, m *graph.Edge) (graph.Actor, error) {
	return must[graph.Actor](ctx, m.To)
}

func (meeting) Event(ctx context.Context, m *graph.Edge) (graph.Event, error) {
	return must[graph.Event](ctx, m.Event)
}

func (meeting) Place(ctx context.Context, m *graph.Edge) (*graph.Place, error) {
	e, err := must[graph.Event](ctx, m.Event)
	if err != nil {
		return nil, err
	}
	return one[graph.Place](ctx, e.Place)
}

// meetingLeads tells where the fields of a meeting lead. Its place is that of its event.
func meetingLeads(m graph.Edge, field string) []graph.ID {
	switch field {
	case "actor":
		return []graph.ID{m.To}
	case "event", "place":
		return []graph.ID{m.Event}
	}
	return nil
}

type country struct{ store graph.Lists }

func (r country) Events(ctx context.Context, c *graph.Country, where *graph.EventWhere, orderBy *graph.Order,
	first *int, after *string, last *int, before *string,
) (generated.EventConnection, error) {
	return eventsOf(ctx, r.store, c.ID, where, orderBy, first, after, last, before)
}

type organization struct{ store graph.Lists }

func (r organization) Events(ctx context.Context, o *graph.Organization, where *graph.EventWhere, orderBy *graph.Order,
	first *int, after *string, last *int, before *string,
) (generated.EventConnection, error) {
	return eventsOf(ctx, r.store, o.ID, where, orderBy, first, after, last, before)
}
