package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"sync/atomic"
	"testing"

	"demarche/graph"
	"demarche/graph/api"
	"demarche/graph/sqlite"
)

// filled is a store that holds the readings.
func filled(t testing.TB, readings ...graph.Reading) graph.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "graph.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close(context.Background()) })
	if err := s.Put(t.Context(), readings...); err != nil {
		t.Fatal(err)
	}
	return s
}

// client asks a handler.
type client struct {
	t testing.TB
	http.Handler
}

func serve(t testing.TB, s graph.Reader) client { return client{t, api.Handler(s, api.Options{})} }

// answer is a GraphQL response.
type answer struct {
	Data   json.RawMessage
	Errors []struct {
		Message    string
		Path       []any
		Extensions struct{ Code string }
	}
}

// ask posts a query with variables given as name, value, name, value …
func (c client) ask(query string, variables ...any) (a answer) {
	c.t.Helper()
	vars := map[string]any{}
	for i := 0; i < len(variables); i += 2 {
		vars[variables[i].(string)] = variables[i+1]
	}
	body, err := json.Marshal(map[string]any{"query": query, "variables": vars})
	if err != nil {
		c.t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, "/graphql", bytes.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	w := c.do(r)
	if err := json.Unmarshal(w.Body.Bytes(), &a); err != nil {
		c.t.Fatalf("%s\nanswer %s: %v", query, w.Body, err)
	}
	return a
}

func (c client) do(r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	c.ServeHTTP(w, r)
	return w
}

// data asks a query that must succeed and gives its data, indented.
func (c client) data(query string, variables ...any) string {
	c.t.Helper()
	a := c.ask(query, variables...)
	if len(a.Errors) > 0 {
		c.t.Fatalf("%s\nerrors %+v", query, a.Errors)
	}
	var out bytes.Buffer
	if err := json.Indent(&out, a.Data, "", " "); err != nil {
		c.t.Fatal(err)
	}
	return out.String()
}

// into asks a query that must succeed and decodes its data.
func (c client) into(v any, query string, variables ...any) {
	c.t.Helper()
	if err := json.Unmarshal([]byte(c.data(query, variables...)), v); err != nil {
		c.t.Fatal(err)
	}
}

// code asks a query that must fail once and gives the code.
func (c client) code(query string, variables ...any) string {
	c.t.Helper()
	a := c.ask(query, variables...)
	if len(a.Errors) != 1 {
		c.t.Fatalf("%s\ngives %d errors, want 1: %+v", query, len(a.Errors), a.Errors)
	}
	return a.Errors[0].Extensions.Code
}

// counting counts the statements that a store is asked for.
type counting struct {
	graph.Store
	calls atomic.Int64
}

func (c *counting) Articles(ctx context.Context, ids []graph.ID) ([]*graph.Article, error) {
	c.calls.Add(1)
	return c.Store.Articles(ctx, ids)
}

func (c *counting) Actors(ctx context.Context, ids []graph.ID) ([]graph.Actor, error) {
	c.calls.Add(1)
	return c.Store.Actors(ctx, ids)
}

func (c *counting) Places(ctx context.Context, ids []graph.ID) ([]*graph.Place, error) {
	c.calls.Add(1)
	return c.Store.Places(ctx, ids)
}

func (c *counting) Occasions(ctx context.Context, ids []graph.ID) ([]*graph.Occasion, error) {
	c.calls.Add(1)
	return c.Store.Occasions(ctx, ids)
}

func (c *counting) Reports(ctx context.Context, ids []graph.ID) ([]*graph.Report, error) {
	c.calls.Add(1)
	return c.Store.Reports(ctx, ids)
}

func (c *counting) Events(ctx context.Context, ids []graph.ID) ([]*graph.Event, error) {
	c.calls.Add(1)
	return c.Store.Events(ctx, ids)
}

func (c *counting) ReportsOf(ctx context.Context, articles []graph.ID) ([][]graph.Report, error) {
	c.calls.Add(1)
	return c.Store.ReportsOf(ctx, articles)
}

func (c *counting) Edges(ctx context.Context, nodes []graph.ID, types []graph.EdgeType) ([][]graph.Edge, error) {
	c.calls.Add(1)
	return c.Store.Edges(ctx, nodes, types)
}

func (c *counting) FindEvents(ctx context.Context, w graph.EventWhere, by graph.Order, p graph.Page) (graph.Slice[graph.Event], error) {
	c.calls.Add(1)
	return c.Store.FindEvents(ctx, w, by, p)
}

func (c *counting) EventsOf(ctx context.Context, parents []graph.ID, w graph.EventWhere, by graph.Order, p graph.Page) ([]graph.Slice[graph.Event], error) {
	c.calls.Add(1)
	return c.Store.EventsOf(ctx, parents, w, by, p)
}

func (c *counting) FindActors(ctx context.Context, w graph.ActorWhere, by graph.Order, p graph.Page) (graph.Slice[graph.Actor], error) {
	c.calls.Add(1)
	return c.Store.FindActors(ctx, w, by, p)
}

func (c *counting) FindArticles(ctx context.Context, w graph.ArticleWhere, by graph.Order, p graph.Page) (graph.Slice[graph.Article], error) {
	c.calls.Add(1)
	return c.Store.FindArticles(ctx, w, by, p)
}

func (c *counting) Search(ctx context.Context, q graph.Query, p graph.Page) (graph.Slice[graph.Found], error) {
	c.calls.Add(1)
	return c.Store.Search(ctx, q, p)
}

// The readings of the tests: a meeting told by two papers, a visit denied, a summit planned.

var (
	xi = graph.Person{
		Identity: graph.Identity{ID: graph.PersonID("Xi Jinping"), Kind: graph.PersonKind, Name: "Xi Jinping", Country: "CHN", Aliases: []string{"Xi"}},
		Offices:  []graph.Office{{Title: "president", Country: "CHN", From: "2023-09-23", To: "2023-09-23"}},
	}
	han = graph.Person{
		Identity: graph.Identity{ID: graph.PersonID("Han Duck-soo"), Kind: graph.PersonKind, Name: "Han Duck-soo", Country: "KOR"},
		Offices:  []graph.Office{{Title: "prime minister", Country: "KOR"}},
	}
	un = graph.Organization{Identity: graph.Identity{
		ID: graph.OrganizationID("United Nations"), Kind: graph.OrganizationKind, Name: "United Nations",
	}}
	china    = state("CHN", "China")
	korea    = state("KOR", "South Korea")
	hangzhou = graph.Place{ID: graph.PlaceID("CHN", "Hangzhou"), Name: "Hangzhou", Country: "CHN", Lat: degrees(30.29), Lon: degrees(120.16)}
	games    = graph.Occasion{ID: graph.OccasionID("Asian Games"), Name: "Asian Games"}
)

func state(code, name string) graph.Country {
	return graph.Country{Identity: graph.Identity{ID: graph.CountryID(code), Kind: graph.CountryKind, Name: name, Country: code}}
}

func degrees(d float64) *float64 { return &d }

// says makes a reading of an article: each sentence is one report with that evidence.
func says(local, source string, published graph.Date, sentences ...sentence) graph.Reading {
	r := graph.Reading{
		Article: graph.Article{
			ID: graph.ArticleID(local), Source: source, Title: "On " + local, URL: "https://example.org/" + local, Language: "en", Published: published,
		},
		Actors: graph.Actors{xi, han, un, china, korea}, Places: []graph.Place{hangzhou}, Occasions: []graph.Occasion{games},
	}
	for _, s := range sentences {
		p := s.Kind.Predicate()
		s.Article, s.Rule, s.Type, s.Mode, s.Symmetric, s.Cameo = r.Article.ID, "test", p.Type, p.Mode, p.Symmetric, p.Cameo
		s.Evidence = graph.Span{Start: len(r.Article.Text), End: len(r.Article.Text) + len(s.text)}
		r.Article.Text += s.text + "\n"
		r.Reports = append(r.Reports, s.Identify())
	}
	return r
}

type sentence struct {
	text string
	graph.Report
}

// seed is what the two papers say.
func seed() []graph.Reading {
	meeting := graph.Report{
		Kind: graph.Meet, Actors: []graph.ID{xi.ID}, Recipients: []graph.ID{han.ID}, Place: hangzhou.ID, Date: "2023-09-23",
		Occasion: games.ID, Status: graph.Happened, Attribution: []graph.Attribution{
			{Role: graph.Agency, Name: "CCTV"}, {Role: graph.Speaker, Name: "Xi", Actor: xi.ID},
		},
	}
	visit := graph.Report{
		Kind: graph.Visit, Actors: []graph.ID{xi.ID}, Recipients: []graph.ID{korea.ID}, Date: "2023", Status: graph.Denied,
	}
	talks := graph.Report{Kind: graph.Negotiate, Actors: []graph.ID{korea.ID}, Recipients: []graph.ID{china.ID, un.ID}, Status: graph.Planned}
	return []graph.Reading{
		says("first", "Harbour Post", "2023-09-23",
			sentence{"Xi “held talks” with Han in Hangzhou.", meeting}, sentence{"No visit to Seoul took place.", visit}),
		says("second", "", "",
			sentence{"Han met Xi on Saturday.", graph.Report{
				Kind: graph.Meet, Actors: []graph.ID{han.ID}, Recipients: []graph.ID{xi.ID}, Date: "2023-09-23", Status: graph.Happened,
			}}, sentence{"Talks are planned.", talks}),
	}
}

// many is n meetings of different people on different days, each told by two papers.
func many(n int) (readings []graph.Reading) {
	for i := range n {
		name := fmt.Sprintf("Delegate %d", i)
		who := graph.Person{Identity: graph.Identity{ID: graph.PersonID(name), Kind: graph.PersonKind, Name: name, Country: "KOR"}}
		city := graph.Place{ID: graph.PlaceID("CHN", fmt.Sprintf("City %d", i%40)), Name: fmt.Sprintf("City %d", i%40), Country: "CHN"}
		met := graph.Report{
			Kind: graph.Meet, Actors: []graph.ID{xi.ID}, Recipients: []graph.ID{who.ID}, Place: city.ID, Status: graph.Happened,
			Date: graph.Date(fmt.Sprintf("2023-%02d-%02d", 1+i/28%12, 1+i%28)), Attribution: []graph.Attribution{{Role: graph.Speaker, Name: "Xi", Actor: xi.ID}},
		}
		for _, paper := range []string{"one", "two"} {
			r := says(fmt.Sprintf("%s-%d", paper, i), paper, met.Date, sentence{"They met: " + name + ".", met})
			r.Actors = append(r.Actors, who)
			r.Places = append(r.Places, city)
			readings = append(readings, r)
		}
	}
	return readings
}
