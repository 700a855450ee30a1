package api

import (
	"context"

	"demarche/graph"
	"demarche/graph/api/generated"
)

func (q query) Search(ctx context.Context, query string,
	first *int, after *string, last *int, before *string,
) (c generated.SearchConnection, err error) {
	p, err := pageOf(ctx, first, after, last, before)
	if err != nil {
		return c, err
	}
	found, err := q.store.Search(ctx, graph.ParseQuery(query), p.Page)
	if err != nil {
		return c, err
	}
	hits, err := hitsOf(ctx, trim(p, found))
	if err != nil {
		return c, err
	}
	c.Edges, c.PageInfo = connect(hits, func(h hit) string { return h.Cursor() },
		func(cursor string, h hit) generated.SearchEdge {
			return generated.SearchEdge{Cursor: cursor, Node: h.node}
		})
	for _, h := range hits.Items {
		c.Nodes = append(c.Nodes, h.node)
	}
	c.TotalCount = hits.Total
	return c, ahead(ctx, c.Nodes)
}

// hit is something found, looked up.
type hit struct {
	graph.Found
	node graph.Node
}

// hitsOf looks up what was found; what has vanished since is left out.
func hitsOf(ctx context.Context, found graph.Slice[graph.Found]) (graph.Slice[hit], error) {
	hits := graph.Slice[hit]{HasNext: found.HasNext, HasPrevious: found.HasPrevious, Total: found.Total}
	ids := make([]graph.ID, len(found.Items))
	for i, f := range found.Items {
		ids[i] = f.ID
	}
	nodes, err := all[graph.Node](ctx, ids)
	if err != nil {
		return hits, err
	}
	byID := make(map[graph.ID]graph.Node, len(nodes))
	for _, n := range nodes {
		byID[n.NodeID()] = n
	}
	for _, f := range found.Items {
		if n := byID[f.ID]; n != nil {
			hits.Items = append(hits.Items, hit{f, n})
		}
	}
	return hits, nil
}
