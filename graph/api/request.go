package api

import (
	"context"
	"sync"

	"demarche/graph"
)

// request is what one GraphQL request has looked up so far: each node once, however often the query leads to it.
type request struct {
	store   graph.Reader
	mu      sync.Mutex
	nodes   map[graph.ID]graph.Node // nil: there is none
	cohorts map[fieldKey]*cohort
}

type requestKey struct{}

func withRequest(ctx context.Context, store graph.Reader) context.Context {
	r := &request{store: store, nodes: map[graph.ID]graph.Node{}, cohorts: map[fieldKey]*cohort{}}
	return context.WithValue(ctx, requestKey{}, r)
}

func requestOf(ctx context.Context) *request { return ctx.Value(requestKey{}).(*request) }

// fetch looks up the nodes that are not there yet, with one store call for each kind of node.
func (r *request) fetch(ctx context.Context, ids []graph.ID) error {
	for what, missing := range r.missing(ids) {
		nodes, err := lookups[what](ctx, r.store, missing)
		if err != nil {
			return err
		}
		r.mu.Lock()
		for i, id := range missing {
			r.nodes[id] = nodes[i]
		}
		r.mu.Unlock()
	}
	return nil
}

// missing sorts the ids that were never asked for by the lookup that knows them.
func (r *request) missing(ids []graph.ID) map[string][]graph.ID {
	r.mu.Lock()
	defer r.mu.Unlock()
	wanted, seen := map[string][]graph.ID{}, map[graph.ID]bool{}
	for _, id := range ids {
		if _, known := r.nodes[id]; known || seen[id] {
			continue
		}
		seen[id] = true
		if what := lookupOf(id); what != "" {
			wanted[what] = append(wanted[what], id)
		}
	}
	return wanted
}

// keep remembers nodes that a list gave.
func (r *request) keep(values []any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, v := range values {
		if n, ok := v.(graph.Node); ok {
			r.nodes[n.NodeID()] = n
		}
	}
}

// known gives the fetched nodes with the ids, leaving out those that do not exist.
func (r *request) known(ids []graph.ID) []any {
	r.mu.Lock()
	defer r.mu.Unlock()
	var nodes []any
	for _, id := range ids {
		if n := r.nodes[id]; n != nil {
			nodes = append(nodes, n)
		}
	}
	return nodes
}

// lookup asks a store for nodes of one kind, nil where there is none.
type lookup func(ctx context.Context, s graph.Lookups, ids []graph.ID) ([]graph.Node, error)

// lookups has one lookup for each kind of node; the three kinds of actor share theirs.
var lookups = map[string]lookup{
	actorLookup: func(ctx context.Context, s graph.Lookups, ids []graph.ID) ([]graph.Node, error) {
		actors, err := s.Actors(ctx, ids)
		nodes := make([]graph.Node, len(actors))
		for i, a := range actors {
			if a != nil {
				nodes[i] = a
			}
		}
		return nodes, err
	},
	graph.ArticlePrefix:  pointers(graph.Lookups.Articles),
	graph.PlacePrefix:    pointers(graph.Lookups.Places),
	graph.OccasionPrefix: pointers(graph.Lookups.Occasions),
	graph.ReportPrefix:   pointers(graph.Lookups.Reports),
	graph.EventPrefix:    pointers(graph.Lookups.Events),
}

const actorLookup = "actor"

// lookupOf is the key in lookups of an id, "" of an id that is none of ours.
func lookupOf(id graph.ID) string {
	switch p := id.Prefix(); p {
	case graph.PersonPrefix, graph.CountryPrefix, graph.OrganizationPrefix:
		return actorLookup
	case graph.ArticlePrefix, graph.PlacePrefix, graph.OccasionPrefix, graph.ReportPrefix, graph.EventPrefix:
		return p
	}
	return ""
}

func pointers[T graph.Node](ask func(graph.Lookups, context.Context, []graph.ID) ([]*T, error)) lookup {
	return func(ctx context.Context, s graph.Lookups, ids []graph.ID) ([]graph.Node, error) {
		found, err := ask(s, ctx, ids)
		nodes := make([]graph.Node, len(found))
		for i, p := range found {
			if p != nil {
				nodes[i] = *p
			}
		}
		return nodes, err
	}
}

// all gives the nodes with the ids, leaving out those that do not exist.
func all[T graph.Node](ctx context.Context, ids []graph.ID) ([]T, error) {
	r := requestOf(ctx)
	if err := r.fetch(ctx, ids); err != nil {
		return nil, err
	}
	list := make([]T, 0, len(ids))
	for _, n := range r.known(ids) {
		if t, ok := n.(T); ok {
			list = append(list, t)
		}
	}
	return list, nil
}

// one gives the node with the id, nil where there is none or the id is empty.
func one[T graph.Node](ctx context.Context, id graph.ID) (*T, error) {
	list, err := all[T](ctx, []graph.ID{id})
	if err != nil || len(list) == 0 {
		return nil, err
	}
	return &list[0], nil
}

// must gives the node with the id; where there is none, the graph changed since the id was read.
func must[T graph.Node](ctx context.Context, id graph.ID) (node T, err error) {
	found, err := one[T](ctx, id)
	if err != nil {
		return node, err
	}
	if found == nil {
		return node, missing(id)
	}
	return *found, nil
}
