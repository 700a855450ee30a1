package api_test

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"demarche/graph"
	"demarche/graph/api"
)

func get(target string, header ...string) *http.Request {
	r := httptest.NewRequest(http.MethodGet, target, nil)
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	return r
}

func post(body string, header ...string) *http.Request {
	r := httptest.NewRequest(http.MethodPost, "/graphql", strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	return r
}

func TestHTTPAnswersWithStatusAndCode(t *testing.T) {
	c := serve(t, filled(t, seed()...))
	query := url.QueryEscape(`{ actor(name: "Xi") { name } }`)
	for _, tt := range []struct {
		name   string
		r      *http.Request
		status int
		body   string
	}{
		{"a query by POST", post(`{"query": "{ actor(name: \"Xi\") { name } }"}`), 200, `{"data":{"actor":{"name":"Xi Jinping"}}}`},
		{"a query by GET", get("/graphql?query=" + query), 200, `{"data":{"actor":{"name":"Xi Jinping"}}}`},
		{"a query by GET of a browser", get("/graphql?query="+query, "Accept", "text/html"), 200, `Xi Jinping`},
		{"no query by GET", get("/graphql"), 400, `BAD_REQUEST`},
		{"a body that is no JSON", post(`{`), 400, `BAD_REQUEST`},
		{"a body that is not GraphQL", post(`{"query": "{"}`), 200, `GRAPHQL_PARSE_FAILED`},
		{"the same for a client that knows", post(`{"query": "{"}`, "Accept", "application/graphql-response+json"), 400, `"code":"GRAPHQL_PARSE_FAILED"}}]}`},
		{"a body without a query", post(`{"qeury": "{ __typename }"}`), 400, `BAD_REQUEST`},
		{"a field that does not exist", post(`{"query": "{ persons }"}`), 200, `GRAPHQL_VALIDATION_FAILED`},
		{"a form", post(`query={}`, "Content-Type", "application/x-www-form-urlencoded"), 415, `BAD_REQUEST`},
		{"another method", httptest.NewRequest(http.MethodDelete, "/graphql", nil), 405, `BAD_REQUEST`},
		{"a large body", post(`{"query": "` + strings.Repeat("#", 300<<10) + `"}`), 413, `REQUEST_TOO_LARGE`},
		{"a large address", get("/graphql?query=" + strings.Repeat("%23", 100<<10)), 413, `REQUEST_TOO_LARGE`},
		{"a browser on another site", post(`{"query": "{ __typename }"}`, "Sec-Fetch-Site", "cross-site"), 403, `CROSS_ORIGIN`},
		{"a browser on this site", post(`{"query": "{ __typename }"}`, "Sec-Fetch-Site", "same-origin"), 200, `Query`},
		{"life", get("/livez"), 200, "ok\n"},
		{"readiness", get("/readyz"), 200, "ok\n"},
		{"elsewhere", get("/elsewhere"), 404, "404"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			w := c.do(tt.r)
			if w.Code != tt.status || !strings.Contains(w.Body.String(), tt.body) {
				t.Errorf("status %d, body %.300s; want %d and %s", w.Code, w.Body, tt.status, tt.body)
			}
		})
	}
}

func TestABrowserGetsTheConsoleAndNothingFromElsewhere(t *testing.T) {
	c := serve(t, filled(t))
	for _, target := range []string{"/", "/graphql"} {
		w := c.do(get(target, "Accept", "text/html,*/*"))
		if w.Code != 200 || !strings.Contains(w.Body.String(), "<!doctype html>") {
			t.Errorf("GET %s: status %d, body %.100s", target, w.Code, w.Body)
		}
		if policy := w.Header().Get("Content-Security-Policy"); !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "http") {
			t.Errorf("GET %s: policy %q", target, policy)
		}
	}
}

func TestQueriesThatCostTooMuchAreRefused(t *testing.T) {
	c := serve(t, filled(t, seed()...))
	deep := "name"
	for range 5 {
		deep = "participants { ... on Person { met { event { " + deep + " } } } }"
	}
	for name, tt := range map[string]struct{ query, code string }{
		"deep": {"{ events { nodes { " + deep + " } } }", "DEPTH_LIMIT_EXCEEDED"},
		"deep by fragments": {`{ events { nodes { ...a } } } fragment a on Event { participants { events { nodes { ...b } } } } fragment b on Event { participants { events { nodes { ...c } } } }
			fragment c on Event { participants { events { nodes { ...d } } } } fragment d on Event { participants { events { nodes { participants { name } } } } }`, "DEPTH_LIMIT_EXCEEDED"},
		"wide":                    {`{ events(first: 1000) { nodes { participants { events(first: 1000) { nodes { name } } } } } }`, "COMPLEXITY_LIMIT_EXCEEDED"},
		"very wide":               {`{ actors(first: 1000) { nodes { events(first: 1000) { nodes { participants { events(first: 1000) { nodes { participants { events(first: 1000) { nodes { name } } } } } } } } } } }`, "COMPLEXITY_LIMIT_EXCEEDED"},
		"repetitive":              {"{" + strings.Repeat(" events { nodes { id } }", 500) + "}", "GRAPHQL_PARSE_FAILED"},
		"introspection of itself": {`{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }`, "GRAPHQL_VALIDATION_FAILED"},
	} {
		if got := c.ask(tt.query); len(got.Errors) == 0 || got.Errors[0].Extensions.Code != tt.code || got.Data != nil && string(got.Data) != "null" {
			t.Errorf("%s: %+v, data %s; want %s", name, got.Errors, got.Data, tt.code)
		}
	}
}

func TestALargestPageOfThePromisedQueryIsNotRefused(t *testing.T) {
	c := serve(t, filled(t, seed()...))
	c.data(strings.Replace(eventsQuery, "first: 50", "first: 1000", 1))
	c.data(strings.Replace(actorQuery, "first: 10", "first: 1000", 1))
}

func TestMistakesHaveCodes(t *testing.T) {
	c := serve(t, filled(t, seed()...))
	for query, want := range map[string]string{
		`{ actor { name } }`:                                                              "BAD_USER_INPUT",
		`{ actor(name: "Xi", id: "person:xi") { name } }`:                                 "BAD_USER_INPUT",
		`{ events(where: {date: {gte: "last year"}}) { totalCount } }`:                    "BAD_USER_INPUT",
		`{ events(where: {date: {gte: "2023-02-30"}}) { totalCount } }`:                   "BAD_USER_INPUT",
		`{ events(where: {date: {gte: ""}}) { totalCount } }`:                             "BAD_USER_INPUT",
		`{ events(where: {kind: {eq: GREET}}) { totalCount } }`:                           "GRAPHQL_VALIDATION_FAILED",
		`{ actor(name: "Xi") { ... on Person { met(first: 1001) { actor { name } } } } }`: "BAD_USER_INPUT",
		`mutation { a }`: "GRAPHQL_VALIDATION_FAILED",
	} {
		if got := c.code(query); got != want {
			t.Errorf("%s gives code %s, want %s", query, got, want)
		}
	}
	ids := make([]string, 1001)
	if got := c.code(`query($ids: [ID!]!) { nodes(ids: $ids) { id } }`, "ids", ids); got != "BAD_USER_INPUT" {
		t.Errorf("1,001 ids give code %s", got)
	}
}

// broken is a store whose every lookup of actors fails, or never returns.
type broken struct {
	graph.Store
	err error
}

func (b broken) Actors(ctx context.Context, _ []graph.ID) ([]graph.Actor, error) {
	if b.err == nil {
		<-ctx.Done()
		return nil, ctx.Err()
	}
	return nil, b.err
}

func (b broken) Articles(ctx context.Context, _ []graph.ID) ([]*graph.Article, error) {
	return nil, errors.Join(b.err, ctx.Err())
}

// silent are options that log nowhere.
var silent = api.Options{Log: slog.New(slog.DiscardHandler)}

func TestAFailingStoreIsAnInternalErrorThatTellsNothing(t *testing.T) {
	c := client{t, api.Handler(broken{filled(t, seed()...), errors.New("SELECT secret FROM /var/lib/graph.db")}, silent)}
	a := c.ask(`{ events { nodes { participants { name } } } }`)
	said, _ := json.Marshal(a)
	if len(a.Errors) != 1 || a.Errors[0].Extensions.Code != "INTERNAL" || strings.Contains(string(said), "SELECT") || strings.Contains(string(said), "/var") {
		t.Errorf("the answer is %s", said)
	}
	if w := c.do(get("/readyz")); w.Code != 503 || strings.Contains(w.Body.String(), "SELECT") {
		t.Errorf("readyz: status %d, body %s", w.Code, w.Body)
	}
	if w := c.do(get("/livez")); w.Code != 200 {
		t.Errorf("livez: status %d", w.Code)
	}
}

func TestARequestThatTakesTooLongIsTimedOut(t *testing.T) {
	h := api.Handler(broken{Store: filled(t, seed()...)}, api.Options{Timeout: 20 * time.Millisecond})
	if got := (client{t, h}).code(`{ events { nodes { participants { name } } } }`); got != "TIMEOUT" {
		t.Errorf("code %s, want TIMEOUT", got)
	}
}

func TestAPanicIsAnInternalError(t *testing.T) {
	h := client{t, api.Handler(panicking{filled(t, seed()...)}, silent)}
	if got := h.code(`{ search(query: "xi") { nodes { id } } }`); got != "INTERNAL" {
		t.Errorf("code %s, want INTERNAL", got)
	}
}

type panicking struct{ graph.Store }

func (panicking) Search(context.Context, graph.Query, graph.Page) (graph.Slice[graph.Found], error) {
	panic("a mistake at /var/lib/graph.db")
}
