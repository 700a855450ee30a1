package neo4j

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"demarche/graph"
)

// edgeRow is a plain edge as it is written: its type, its ends and its properties.
func edgeRow(e graph.Edge) map[string]any {
	p := properties{
		"id": string(e.ID), "event": string(e.Event), "date": string(e.Date), "inferred": e.Inferred, "disputed": e.Disputed,
	}
	return map[string]any{"type": string(e.Type), "from": string(e.From), "to": string(e.To), "props": p.full()}
}

// edgeOf reads a plain edge from a record of its type, its ends and its properties.
func edgeOf(p properties, kind string, from, to graph.ID) graph.Edge {
	return graph.Edge{
		ID: p.id("id"), Type: graph.EdgeType(kind), From: from, To: to, Event: p.id("event"), Date: p.date("date"),
		Inferred: p.truth("inferred"), Disputed: p.truth("disputed"),
	}
}

var edgesOf = load("edges")

// Edges gives the plain edges that touch each node, by first day, type and id.
func (s *Store) Edges(ctx context.Context, nodes []graph.ID, types []graph.EdgeType) ([][]graph.Edge, error) {
	lists := make([][]graph.Edge, len(nodes))
	if types == nil {
		types = edgeTypes()
	}
	types = slices.DeleteFunc(slices.Clone(types), func(t graph.EdgeType) bool { return !slices.Contains(edgeTypes(), t) })
	if len(types) == 0 {
		return lists, nil
	}
	q := edgesOf.with("MET|VISITED|AT", strings.Join(plain(types), "|"))
	records, err := s.read(ctx, q, map[string]any{"ids": plain(distinct(nodes))})
	found := map[graph.ID][]graph.Edge{}
	for _, r := range records {
		p := properties(r.AsMap())
		found[p.id("node")] = append(found[p.id("node")], edgeOf(column(r, "edge"), p.text("type"), p.id("from"), p.id("to")))
	}
	for _, list := range found {
		slices.SortFunc(list, inTime)
	}
	for i, id := range nodes {
		lists[i] = slices.Clone(found[id])
	}
	return lists, err
}

func inTime(a, b graph.Edge) int {
	return cmp.Or(cmp.Compare(a.Date.First(), b.Date.First()), cmp.Compare(a.Type, b.Type), cmp.Compare(a.ID, b.ID))
}
