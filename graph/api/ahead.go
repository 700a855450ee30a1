package api

import (
	"context"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"demarche/graph"
)

// # Fetching ahead
//
// A resolver that found some events could leave it to the resolvers of their fields to look up places, actors and
// reports: one store call for each event and field. Instead it walks the selection first, as a plan:
//
//	events: 50 events        { place { name } participants { name } reports { article { title } } }
//	level 1: ids of places, of participants, of reports   ─▶ Places, Actors, Reports: one call each
//	level 2: ids of the reports' articles                 ─▶ Articles: one call
//
// The resolvers of the fields then find everything in the request. What the walk does not know, they look up alone:
// the walk changes when things are fetched, never what is answered.

// group is some values and what the query selects of each.
type group struct {
	values []any
	below  ast.SelectionSet
}

// ahead fetches what the selection below the field being resolved leads to from the values: nodes, edges, attributions.
func ahead[T any](ctx context.Context, values []T) error {
	list := make([]any, len(values))
	for i, v := range values {
		list[i] = v
	}
	r := requestOf(ctx)
	r.keep(list)
	var level []group
	for _, below := range selections(ctx) {
		level = append(level, group{list, below})
	}
	for len(level) > 0 {
		next, err := r.descend(ctx, level)
		if err != nil {
			return err
		}
		level = next
	}
	return nil
}

// selections are what is selected of each thing of the field being resolved; of a connection, below nodes and edges.
func selections(ctx context.Context) (sets []ast.SelectionSet) {
	field := graphql.GetFieldContext(ctx).Field
	if !strings.HasSuffix(field.Definition.Type.Name(), "Connection") {
		return []ast.SelectionSet{field.Selections}
	}
	for _, f := range below(ctx, field) {
		switch f.Name {
		case "nodes":
			sets = append(sets, f.Selections)
		case "edges":
			for _, e := range below(ctx, f) {
				sets = append(sets, e.Selections)
			}
		}
	}
	return sets
}

// below are the fields selected of an object.
func below(ctx context.Context, f graphql.CollectedField) []graphql.CollectedField {
	return graphql.CollectFields(graphql.GetOperationContext(ctx), f.Selections, nil)
}

// descend fetches the next level: what every field of every group leads to.
func (r *request) descend(ctx context.Context, level []group) ([]group, error) {
	var branches []branch
	var wanted []graph.ID
	for _, g := range level {
		for _, b := range r.branches(ctx, g) {
			branches = append(branches, b)
			wanted = append(wanted, b.ids...)
		}
	}
	if err := r.fetch(ctx, wanted); err != nil {
		return nil, err
	}
	var next []group
	for _, b := range branches {
		if values := append(b.values, r.known(b.ids)...); len(values) > 0 {
			next = append(next, group{values, b.below})
		}
	}
	return next, nil
}

// branch is where one field leads: to nodes that have to be looked up, or to values at hand.
type branch struct {
	ids    []graph.ID
	values []any
	below  ast.SelectionSet
}

// branches follows each field that is selected of the group's values, type by type.
func (r *request) branches(ctx context.Context, g group) (out []branch) {
	for _, same := range byType(g.values) {
		for _, f := range graphql.CollectFields(graphql.GetOperationContext(ctx), g.below, typesOf(same[0])) {
			if asksAlone(same[0], f.Name) {
				r.cohort(ctx, f).join(same)
				continue
			}
			if b := follow(same, f); len(b.ids)+len(b.values) > 0 {
				out = append(out, b)
			}
		}
	}
	return out
}

// follow goes along one field of values of one type.
func follow(same []any, f graphql.CollectedField) branch {
	b := branch{below: f.Selections}
	seen := map[graph.ID]bool{}
	for _, v := range same {
		ids, values := leads(v, f.Name)
		b.ids = appendNew(b.ids, seen, ids)
		b.values = append(b.values, values...)
	}
	if _, ok := same[0].(graph.Edge); ok && f.Name == "place" { // it leads to the event, whose place is meant
		place := *f.Field
		place.SelectionSet = f.Selections
		b.below = ast.SelectionSet{&place}
	}
	return b
}

func appendNew(list []graph.ID, seen map[graph.ID]bool, ids []graph.ID) []graph.ID {
	for _, id := range ids {
		if id != "" && !seen[id] {
			seen[id] = true
			list = append(list, id)
		}
	}
	return list
}

// asksAlone tells whether a field of a value is a list that the store answers with a statement of its own (see cohort).
func asksAlone(v any, field string) bool {
	switch v.(type) {
	case graph.Person:
		return field == "events" || field == "met"
	case graph.Article:
		return field == "events" || field == "reports"
	case graph.Country, graph.Organization, graph.Place, graph.Occasion:
		return field == "events"
	}
	return false
}

// leads tells where a field of a value leads.
func leads(v any, field string) (ids []graph.ID, values []any) {
	switch v := v.(type) {
	case graph.Event:
		return eventLeads(v, field), nil
	case graph.Report:
		return reportLeads(v, field)
	case graph.Attribution:
		if field == "actor" {
			return []graph.ID{v.Actor}, nil
		}
	case graph.Edge:
		return meetingLeads(v, field), nil
	}
	return nil, nil
}

// byType sorts values into lists of one GraphQL type each.
func byType(values []any) [][]any {
	place := map[string]int{}
	var lists [][]any
	for _, v := range values {
		name := typesOf(v)[0]
		i, known := place[name]
		if !known {
			i = len(lists)
			place[name] = i
			lists = append(lists, nil)
		}
		lists[i] = append(lists[i], v)
	}
	return lists
}

// typesOf are the GraphQL type of a value and the interfaces it implements.
func typesOf(v any) []string {
	switch v.(type) {
	case graph.Person:
		return []string{"Person", "Actor", "Node"}
	case graph.Country:
		return []string{"Country", "Actor", "Node"}
	case graph.Organization:
		return []string{"Organization", "Actor", "Node"}
	case graph.Place:
		return []string{"Place", "Node"}
	case graph.Occasion:
		return []string{"Occasion", "Node"}
	case graph.Article:
		return []string{"Article", "Node"}
	case graph.Report:
		return []string{"Report", "Node"}
	case graph.Event:
		return []string{"Event", "Node"}
	case graph.Edge:
		return []string{"Meeting"}
	case graph.Attribution:
		return []string{"Attribution"}
	}
	return []string{""}
}
