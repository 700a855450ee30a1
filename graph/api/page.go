package api

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/graphql"

	"demarche/graph"
	"demarche/graph/api/generated"
)

// asked is the page that a field's arguments ask for. none is first: 0 or last: 0, which wants no items, only what can
// be said of the list.
type asked struct {
	graph.Page
	none bool
}

// pageOf reads the arguments of a connection and whether totalCount is selected. A page that the graph would refuse is
// refused here, in words meant for the client.
func pageOf(ctx context.Context, first *int, after *string, last *int, before *string) (asked, error) {
	p := asked{Page: graph.Page{
		First: value(first), After: value(after), Last: value(last), Before: value(before),
		Total: selects(ctx, graphql.GetFieldContext(ctx).Field, "totalCount"),
	}}
	switch {
	case first != nil && *first == 0 && last == nil:
		p.none, p.First = true, 1
	case last != nil && *last == 0 && first == nil:
		p.none, p.Last = true, 1
	}
	_, err := p.Seek()
	switch {
	case errors.Is(err, graph.ErrCursor):
		return p, coded(codeBadCursor, "%s", err)
	case err != nil:
		return p, coded(codeBadInput, "%s", strings.TrimSuffix(err.Error(), ": "+graph.ErrInvalid.Error()))
	}
	return p, nil
}

// selects tells whether a field of that name is selected of an object.
func selects(ctx context.Context, f graphql.CollectedField, name string) bool {
	return slices.ContainsFunc(below(ctx, f), func(b graphql.CollectedField) bool { return b.Name == name })
}

func value[T any](p *T) (v T) {
	if p != nil {
		v = *p
	}
	return v
}

// trim takes the items out of a page that wanted none.
func trim[T any](p asked, s graph.Slice[T]) graph.Slice[T] {
	if p.none {
		s.HasNext = s.HasNext || len(s.Items) > 0 && p.First > 0
		s.HasPrevious = s.HasPrevious || len(s.Items) > 0 && p.Last > 0
		s.Items = nil
	}
	return s
}

// connect makes the edges of a connection and tells what lies on either side of it.
func connect[T, E any](s graph.Slice[T], cursor func(T) string, edge func(string, T) E) ([]E, generated.PageInfo) {
	info := generated.PageInfo{HasNextPage: s.HasNext, HasPreviousPage: s.HasPrevious}
	edges := make([]E, len(s.Items))
	for i, item := range s.Items {
		c := cursor(item)
		edges[i] = edge(c, item)
		if i == 0 {
			info.StartCursor = &c
		}
		info.EndCursor = &c
	}
	return edges, info
}
