package api

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"demarche/graph"
	"demarche/graph/api/generated"
)

// depthLimit refuses queries whose fields are nested deeper. Introspection has a rule of its own in the validator.
type depthLimit int

// ExtensionName implements graphql.HandlerExtension.
func (depthLimit) ExtensionName() string { return "DepthLimit" }

// Validate implements graphql.HandlerExtension.
func (depthLimit) Validate(graphql.ExecutableSchema) error { return nil }

// MutateOperationContext implements graphql.OperationContextMutator.
func (d depthLimit) MutateOperationContext(_ context.Context, op *graphql.OperationContext) *gqlerror.Error {
	if depth := (depths{}).of(op.Operation.SelectionSet); depth > int(d) {
		return coded(codeDepth, "fields nested %d deep, at most %d", depth, int(d))
	}
	return nil
}

// depths remembers the depths of fragments, each of which is walked once.
type depths map[string]int

func (d depths) of(set ast.SelectionSet) (deepest int) {
	for _, selection := range set {
		depth := 0
		switch s := selection.(type) {
		case *ast.Field:
			if s.Name != "__schema" && s.Name != "__type" {
				depth = 1 + d.of(s.SelectionSet)
			}
		case *ast.InlineFragment:
			depth = d.of(s.SelectionSet)
		case *ast.FragmentSpread:
			depth = d.fragment(s)
		}
		deepest = max(deepest, depth)
	}
	return deepest
}

func (d depths) fragment(s *ast.FragmentSpread) int {
	depth, known := d[s.Name]
	if !known {
		depth = d.of(s.Definition.SelectionSet)
		d[s.Name] = depth
	}
	return depth
}

// few is how many things a plain list (the participants of an event, its reports) is taken to hold when a query's cost
// is estimated, and many how many a long one is.
const (
	few  = 3
	many = 20
)

// costly is more than any limit, and small enough to be added to.
const costly = 1 << 40

func times(n, child int) int {
	if child > costly/max(n, 1) {
		return costly
	}
	return 1 + n*child
}

// page is the cost of a page of things that cost child each. A page that is too large is refused elsewhere, in words.
func pageCost(child int, first, last *int) int {
	n := graph.DefaultPage
	for _, size := range []*int{first, last} {
		if size != nil {
			n = min(max(*size, 1), graph.MaxPage)
		}
	}
	return times(n, child)
}

// weigh tells gqlgen how many values the fields that are lists stand for.
func weigh(c *generated.ComplexityRoot) {
	events := func(child int, _ *graph.EventWhere, _ *graph.Order, first *int, _ *string, last *int, _ *string) int {
		return pageCost(child, first, last)
	}
	c.Query.Events, c.Person.Events, c.Country.Events, c.Organization.Events = events, events, events, events
	c.Place.Events, c.Occasion.Events, c.Article.Events = events, events, events
	c.Query.Actors = func(child int, _ *graph.ActorWhere, _ *graph.Order, first *int, _ *string, last *int, _ *string) int {
		return pageCost(child, first, last)
	}
	c.Query.Articles = func(child int, _ *graph.ArticleWhere, _ *graph.Order, first *int, _ *string, last *int, _ *string) int {
		return pageCost(child, first, last)
	}
	c.Query.Search = func(child int, _ string, first *int, _ *string, last *int, _ *string) int {
		return pageCost(child, first, last)
	}
	c.Query.Nodes = func(child int, ids []graph.ID) int { return times(len(ids), child) }
	c.Person.Met = func(child int, first *int) int { return pageCost(child, first, nil) }
	c.Article.Reports = func(child int) int { return times(many, child) }
	some := func(child int) int { return times(few, child) }
	c.Person.Offices, c.Report.Attribution, c.Event.Reports = some, some, some
	c.Event.Actors, c.Event.Recipients, c.Event.Participants = some, some, some
	c.Report.Actors, c.Report.Recipients, c.Report.Participants = some, some, some
}
