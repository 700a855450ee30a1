package api

import (
	"context"

	"demarche/graph"
	"demarche/graph/api/generated"
)

// root leads gqlgen to the resolvers of each type.
type root struct{ store graph.Reader }

func (r root) Query() generated.QueryResolver               { return query{r.store} }
func (r root) Person() generated.PersonResolver             { return person{r.store} }
func (r root) Country() generated.CountryResolver           { return country{r.store} }
func (r root) Organization() generated.OrganizationResolver { return organization{r.store} }
func (r root) Meeting() generated.MeetingResolver           { return meeting{} }
func (r root) Place() generated.PlaceResolver               { return place{r.store} }
func (r root) Occasion() generated.OccasionResolver         { return occasion{r.store} }
func (r root) Event() generated.EventResolver               { return event{} }
func (r root) Report() generated.ReportResolver             { return report{} }
func (r root) Attribution() generated.AttributionResolver   { return attribution{} }
func (r root) Article() generated.ArticleResolver           { return article{r.store} }

// query resolves the fields of Query. Those of one noun stand in the file of that noun.
type query struct{ store graph.Reader }

func (q query) Node(ctx context.Context, id graph.ID) (graph.Node, error) {
	nodes, err := q.Nodes(ctx, []graph.ID{id})
	if err != nil {
		return nil, err
	}
	return nodes[0], nil
}

func (q query) Nodes(ctx context.Context, ids []graph.ID) ([]graph.Node, error) {
	if len(ids) > graph.MaxPage {
		return nil, coded(codeBadInput, "%d ids, at most %d", len(ids), graph.MaxPage)
	}
	found, err := all[graph.Node](ctx, ids)
	if err != nil {
		return nil, err
	}
	nodes := make([]graph.Node, len(ids))
	for i, id := range ids {
		if n := requestOf(ctx).known([]graph.ID{id}); len(n) > 0 {
			nodes[i] = n[0].(graph.Node)
		}
	}
	return nodes, ahead(ctx, found)
}

// whole is the node of an id, with what is selected of it fetched ahead; nil where there is none of type T.
func whole[T graph.Node](ctx context.Context, id graph.ID) (*T, error) {
	found, err := one[T](ctx, id)
	if err != nil || found == nil {
		return nil, err
	}
	return found, ahead(ctx, []T{*found})
}
