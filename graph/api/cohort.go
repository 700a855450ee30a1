package api

import (
	"context"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"demarche/graph"
)

// cohort is all parents that one field of the query has, for fields that take a store call of their own: in
//
//	{ events(first: 50) { nodes { participants { events(first: 3) { nodes { name } } } } } }
//
// the inner events have some 100 parents, which joined while the participants were fetched ahead. The first resolver of
// the inner field asks for all of them; the others find their answer. Arguments belong to the field of the query, so they
// are the same for all.
type cohort struct {
	mu      sync.Mutex // held while the store is asked
	answers map[graph.ID]any
	err     error

	joining sync.Mutex
	waiting []graph.ID
}

// fieldKey is a field of the query; one field may be selected differently where a fragment is used twice.
type fieldKey struct {
	field *ast.Field
	total bool
}

func (r *request) cohort(ctx context.Context, f graphql.CollectedField) *cohort {
	key := fieldKey{f.Field, selects(ctx, f, "totalCount")}
	r.mu.Lock()
	defer r.mu.Unlock()
	c, ok := r.cohorts[key]
	if !ok {
		c = &cohort{answers: map[graph.ID]any{}}
		r.cohorts[key] = c
	}
	return c
}

// join adds parents that will want an answer.
func (c *cohort) join(parents []any) {
	c.joining.Lock()
	defer c.joining.Unlock()
	for _, p := range parents {
		c.waiting = append(c.waiting, p.(graph.Node).NodeID())
	}
}

// parents are those who wait for an answer, parent among them, each once.
func (c *cohort) parents(parent graph.ID) []graph.ID {
	c.joining.Lock()
	defer c.joining.Unlock()
	seen := map[graph.ID]bool{}
	for id := range c.answers {
		seen[id] = true
	}
	list := appendNew(nil, seen, append(c.waiting, parent))
	c.waiting = nil
	return list
}

// together answers the field being resolved for one parent: ask is called once for the parents that wait, and what it
// found is followed ahead; things lists the values of one answer.
func together[T, V any](ctx context.Context, parent graph.ID,
	ask func(parents []graph.ID) ([]T, error), things func(T) []V,
) (answer T, err error) {
	c := requestOf(ctx).cohort(ctx, graphql.GetFieldContext(ctx).Field)
	c.mu.Lock()
	defer c.mu.Unlock()
	if found, ok := c.answers[parent]; ok || c.err != nil {
		answer, _ = found.(T)
		return answer, c.err
	}
	parents := c.parents(parent)
	answers, err := ask(parents)
	if err != nil {
		c.err = err
		return answer, err
	}
	var values []V
	for i, id := range parents {
		c.answers[id] = answers[i]
		values = append(values, things(answers[i])...)
	}
	answer, _ = c.answers[parent].(T)
	return answer, ahead(ctx, values)
}
