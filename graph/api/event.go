package api

import (
	"context"

	"demarche/graph"
	"demarche/graph/api/generated"
)

func (q query) Event(ctx context.Context, id graph.ID) (*graph.Event, error) {
	return whole[graph.Event](ctx, id)
}

func (q query) Events(ctx context.Context, where *graph.EventWhere, orderBy *graph.Order,
	first *int, after *string, last *int, before *string,
) (c generated.EventConnection, err error) {
	p, err := pageOf(ctx, first, after, last, before)
	if err != nil {
		return c, err
	}
	found, err := q.store.FindEvents(ctx, value(where), value(orderBy), p.Page)
	if err != nil {
		return c, err
	}
	found = trim(p, found)
	return eventConnection(found, value(orderBy)), ahead(ctx, found.Items)
}

// eventsOf resolves the field events of an actor, a place, an occasion or an article.
func eventsOf(ctx context.Context, store graph.Lists, parent graph.ID, where *graph.EventWhere, orderBy *graph.Order,
	first *int, after *string, last *int, before *string,
) (c generated.EventConnection, err error) {
	p, err := pageOf(ctx, first, after, last, before)
	if err != nil {
		return c, err
	}
	found, err := together(ctx, parent, func(parents []graph.ID) ([]graph.Slice[graph.Event], error) {
		slices, err := store.EventsOf(ctx, parents, value(where), value(orderBy), p.Page)
		for i := range slices {
			slices[i] = trim(p, slices[i])
		}
		return slices, err
	}, func(s graph.Slice[graph.Event]) []graph.Event { return s.Items })
	return eventConnection(found, value(orderBy)), err
}

func eventConnection(found graph.Slice[graph.Event], by graph.Order) generated.EventConnection {
	edges, info := connect(found, func(e graph.Event) string { return by.Cursor(e) },
		func(cursor string, e graph.Event) generated.EventEdge {
			return generated.EventEdge{Cursor: cursor, Node: e}
		})
	return generated.EventConnection{Edges: edges, Nodes: found.Items, PageInfo: info, TotalCount: found.Total}
}

type event struct{}

func (event) Actors(ctx context.Context, e *graph.Event) ([]graph.Actor, error) {
	return all[graph.Actor](ctx, e.Actors)
}

func (event) Recipients(ctx context.Context, e *graph.Event) ([]graph.Actor, error) {
	return all[graph.Actor](ctx, e.Recipients)
}

func (event) Participants(ctx context.Context, e *graph.Event) ([]graph.Actor, error) {
	return all[graph.Actor](ctx, e.Participants())
}

func (event) Place(ctx context.Context, e *graph.Event) (*graph.Place, error) {
	return one[graph.Place](ctx, e.Place)
}

func (event) Occasion(ctx context.Context, e *graph.Event) (*graph.Occasion, error) {
	return one[graph.Occasion](ctx, e.Occasion)
}

func (event) Reports(ctx context.Context, e *graph.Event) ([]graph.Report, error) {
	return all[graph.Report](ctx, e.Reports)
}

// eventLeads tells where the fields of an event lead.
func eventLeads(e graph.Event, field string) []graph.ID {
	switch field {
	case "actors":
		return e.Actors
	case "recipients":
		return e.Recipients
	case "participants":
		return e.Participants()
	case "place":
		return []graph.ID{e.Place}
	case "occasion":
		return []graph.ID{e.Occasion}
	case "reports":
		return e.Reports
	}
	return nil
}
