package neo4j_test

import (
	"testing"

	"demarche/graph"
	"demarche/graph/graphtest"
	"demarche/graph/neo4j"
	"demarche/graph/neo4j/neo4jtest"
)

// TestServerHasNothingToSayOfAnyStatement runs every read over a full database: no deprecation, no missing index or
// property, no product of everything with everything.
func TestServerHasNothingToSayOfAnyStatement(t *testing.T) {
	server := neo4jtest.Shared(t)
	readings := graphtest.Readings(40, 11)
	filler := open(t, server)
	if err := filler.Put(t.Context(), readings...); err != nil {
		t.Fatal(err)
	}
	_ = filler.Close(t.Context())
	o := options(t, server)
	o.Notify = func(statement, notification string) { t.Errorf("%s: %s", statement, notification) }
	s, err := neo4j.Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close(t.Context())
	if err := s.Put(t.Context(), graphtest.Readings(50, 12)...); err != nil {
		t.Error(err)
	}
	readAll(t, s, readings)
	if dump(t, s) == "" {
		t.Error("nothing is stored")
	}
}

// readAll calls every method that reads, with filters of every field.
func readAll(t *testing.T, s graph.Store, readings []graph.Reading) {
	t.Helper()
	ctx := t.Context()
	w := graphtest.NewWorld(readings...)
	var articles, actors, places, occasions, events, reports []graph.ID
	for id := range w.Readings {
		articles = append(articles, id)
	}
	for id := range w.Nodes {
		switch id.Prefix() {
		case graph.PlacePrefix:
			places = append(places, id)
		case graph.OccasionPrefix:
			occasions = append(occasions, id)
		default:
			actors = append(actors, id)
		}
	}
	for id := range w.Events {
		events = append(events, id)
	}
	for id := range w.Reports {
		reports = append(reports, id)
	}
	failing := func(_ any, err error) {
		if err != nil {
			t.Error(err)
		}
	}
	failing(s.Articles(ctx, articles))
	failing(s.Actors(ctx, actors))
	failing(s.Places(ctx, places))
	failing(s.Occasions(ctx, occasions))
	failing(s.Reports(ctx, reports))
	failing(s.Events(ctx, events))
	failing(s.ReportsOf(ctx, articles))
	failing(s.Edges(ctx, append(actors, places...), nil))
	failing(s.Edges(ctx, actors, []graph.EdgeType{"MET", graph.At}))
	actorWhere := graph.ActorWhere{Name: &graph.StringOp{Contains: ptr("a")}, Country: &graph.StringOp{Ne: ptr("ARD")}}
	where := graph.EventWhere{
		Kind: &graph.KindOp{In: []graph.Kind{graph.Meet, graph.Visit}}, Date: &graph.DateOp{Gte: ptr(graph.Date("2020"))},
		Participants: &graph.ActorsOp{Some: &actorWhere}, Recipients: &graph.ActorsOp{None: &actorWhere},
		Or: []graph.EventWhere{{Place: &graph.PlaceWhere{Country: &graph.StringOp{Eq: ptr("ARD")}}}, {Not: &graph.EventWhere{}}},
	}
	for _, by := range []graph.Order{graph.ByDate, graph.ByDateDesc} {
		page := graph.Page{First: 3, After: by.Cursor(graph.Event{Date: "2023"}), Total: true}
		failing(s.FindEvents(ctx, where, by, page))
		failing(s.FindEvents(ctx, graph.EventWhere{}, by, graph.Page{}))
		failing(s.EventsOf(ctx, append(append(append(actors, places...), occasions...), articles...), where, by, page))
		failing(s.FindActors(ctx, actorWhere, by, page))
		failing(s.FindArticles(ctx, graph.ArticleWhere{Title: &graph.StringOp{Contains: ptr("n")}}, by, page))
	}
	failing(s.Search(ctx, graph.ParseQuery("nordvik"), graph.Page{First: 3, After: graph.Found{Key: "1"}.Cursor()}))
	failing(s.Search(ctx, graph.ParseQuery("nordvik"), graph.Page{Total: true}))
}

func ptr[T any](v T) *T { return &v }
