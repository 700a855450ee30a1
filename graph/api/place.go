package api

import (
	"context"

	"demarche/graph"
	"demarche/graph/api/generated"
)

type place struct{ store graph.Lists }

func (r place) Events(ctx context.Context, p *graph.Place, where *graph.EventWhere, orderBy *graph.Order,
	first *int, after *string, last *int, before *string,
) (generated.EventConnection, error) {
	return eventsOf(ctx, r.store, p.ID, where, orderBy, first, after, last, before)
}

type occasion struct{ store graph.Lists }

func (r occasion) Events(ctx context.Context, o *graph.Occasion, where *graph.EventWhere, orderBy *graph.Order,
	first *int, after *string, last *int, before *string,
) (generated.EventConnection, error) {
	return eventsOf(ctx, r.store, o.ID, where, orderBy, first, after, last, before)
}
