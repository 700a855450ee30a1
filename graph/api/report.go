package api

import (
	"context"

	"demarche/graph"
	"demarche/graph/api/generated"
)

type report struct{}

func (report) Article(ctx context.Context, r *graph.Report) (graph.Article, error) {
	return must[graph.Article](ctx, r.Article)
}

func (report) Event(ctx context.Context, r *graph.Report) (graph.Event, error) {
	return must[graph.Event](ctx, graph.EventID(r.ID))
}

func (report) Evidence(ctx context.Context, r *graph.Report) (generated.Evidence, error) {
	a, err := must[graph.Article](ctx, r.Article)
	return generated.Evidence{Text: r.Evidence.Of(a.Text), Start: r.Evidence.Start, End: r.Evidence.End}, err
}

func (report) Actors(ctx context.Context, r *graph.Report) ([]graph.Actor, error) {
	return all[graph.Actor](ctx, r.Actors)
}

func (report) Recipients(ctx context.Context, r *graph.Report) ([]graph.Actor, error) {
	return all[graph.Actor](ctx, r.Recipients)
}

func (report) Participants(ctx context.Context, r *graph.Report) ([]graph.Actor, error) {
	return all[graph.Actor](ctx, r.Participants())
}

func (report) Place(ctx context.Context, r *graph.Report) (*graph.Place, error) {
	return one[graph.Place](ctx, r.Place)
}

func (report) Occasion(ctx context.Context, r *graph.Report) (*graph.Occasion, error) {
	return one[graph.Occasion](ctx, r.Occasion)
}

// reportLeads tells where the fields of a report lead. Evidence is cut out of the article.
func reportLeads(r graph.Report, field string) (ids []graph.ID, values []any) {
	switch field {
	case "article", "evidence":
		return []graph.ID{r.Article}, nil
	case "event":
		return []graph.ID{graph.EventID(r.ID)}, nil
	case "actors":
		return r.Actors, nil
	case "recipients":
		return r.Recipients, nil
	case "participants":
		return r.Participants(), nil
	case "place":
		return []graph.ID{r.Place}, nil
	case "occasion":
		return []graph.ID{r.Occasion}, nil
	case "attribution":
		for _, link := range r.Attribution {
			values = append(values, link)
		}
	}
	return nil, values
}

type attribution struct{}

func (attribution) Actor(ctx context.Context, a *graph.Attribution) (graph.Actor, error) {
	found, err := one[graph.Actor](ctx, a.Actor)
	return value(found), err
}
