package api

import (
	"context"

	"demarche/graph"
	"demarche/graph/api/generated"
)

func (q query) Article(ctx context.Context, id graph.ID) (*graph.Article, error) {
	return whole[graph.Article](ctx, id)
}

func (q query) Articles(ctx context.Context, where *graph.ArticleWhere, orderBy *graph.Order,
	first *int, after *string, last *int, before *string,
) (c generated.ArticleConnection, err error) {
	p, err := pageOf(ctx, first, after, last, before)
	if err != nil {
		return c, err
	}
	by := value(orderBy)
	found, err := q.store.FindArticles(ctx, value(where), by, p.Page)
	if err != nil {
		return c, err
	}
	found = trim(p, found)
	c.Nodes, c.TotalCount = found.Items, found.Total
	c.Edges, c.PageInfo = connect(found, func(a graph.Article) string { return by.Cursor(a) },
		func(cursor string, a graph.Article) generated.ArticleEdge {
			return generated.ArticleEdge{Cursor: cursor, Node: a}
		})
	return c, ahead(ctx, found.Items)
}

type article struct{ store graph.Reader }

func (r article) Reports(ctx context.Context, a *graph.Article) ([]graph.Report, error) {
	return together(ctx, a.ID, func(articles []graph.ID) ([][]graph.Report, error) {
		return r.store.ReportsOf(ctx, articles)
	}, func(reports []graph.Report) []graph.Report { return reports })
}

func (r article) Events(ctx context.Context, a *graph.Article, where *graph.EventWhere, orderBy *graph.Order,
	first *int, after *string, last *int, before *string,
) (generated.EventConnection, error) {
	return eventsOf(ctx, r.store, a.ID, where, orderBy, first, after, last, before)
}
