package api

import (
	"cmp"
	"context"
	"io"
	"log/slog"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/99designs/gqlgen/graphql/handler/transport"
	"github.com/vektah/gqlparser/v2/ast"

	"demarche/graph"
	"demarche/graph/api/console"
	"demarche/graph/api/generated"
)

// Options are the limits of a handler; what is 0 or nil has the default.
type Options struct {
	Timeout time.Duration // for answering one request; 10 s
	Body    int64         // bytes of one request; 256 KiB
	Tokens  int           // words and signs of one query; 2,000
	Depth   int           // of nested fields; 15
	Cost    int           // values that a query may ask for, as cost estimates them; 250,000
	Log     *slog.Logger  // of internal errors, which the client is not told; slog.Default()
}

func (o Options) orDefault() Options {
	return Options{
		Timeout: cmp.Or(o.Timeout, 10*time.Second), Body: cmp.Or(o.Body, 256<<10), Tokens: cmp.Or(o.Tokens, 2000),
		Depth: cmp.Or(o.Depth, 15), Cost: cmp.Or(o.Cost, 250_000), Log: cmp.Or(o.Log, slog.Default()),
	}
}

// Handler serves the graph in store:
//
//	POST /graphql   a query as application/json: query, variables, operationName
//	GET  /graphql   the same in the address; for a browser, the console
//	GET  /          the console
//	GET  /livez     200 while the process runs
//	GET  /readyz    200 while the store answers, else 503
func Handler(store graph.Reader, options Options) http.Handler {
	o := options.orDefault()
	mux := http.NewServeMux()
	page := console.Handler()
	mux.Handle("GET /{$}", page)
	mux.Handle("GET /console/", page)
	mux.Handle("/graphql", gate{page: page, body: o.Body, next: graphQL(store, o)})
	mux.HandleFunc("GET /livez", func(w http.ResponseWriter, _ *http.Request) { plain(w, http.StatusOK, "ok") })
	mux.HandleFunc("GET /readyz", ready(store))
	origin := http.NewCrossOriginProtection()
	origin.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		refuse(w, http.StatusForbidden, codeCrossOrigin, "request from another origin")
	}))
	return origin.Handler(mux)
}

// graphQL is gqlgen's server with the project's limits around it.
func graphQL(store graph.Reader, o Options) http.Handler {
	config := generated.Config{Resolvers: root{store}}
	weigh(&config.Complexity)
	server := handler.New(generated.NewExecutableSchema(config))
	server.AddTransport(transport.POST{})
	server.AddTransport(transport.GET{})
	server.SetQueryCache(lru.New[*ast.QueryDocument](100))
	server.SetParserTokenLimit(o.Tokens)
	server.Use(extension.Introspection{})
	server.Use(depthLimit(o.Depth))
	server.Use(extension.FixedComplexityLimit(o.Cost))
	server.SetErrorPresenter(presenter{o.Log}.present)
	server.SetRecoverFunc(presenter{o.Log}.recovered)
	server.AroundResponses(func(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
		ctx, cancel := context.WithTimeout(ctx, o.Timeout)
		defer cancel()
		return next(withRequest(ctx, store))
	})
	return server
}

// ready asks the store for something that it need not have.
func ready(store graph.Lookups) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)
		defer cancel()
		if _, err := store.Articles(ctx, []graph.ID{graph.ArticleID("ready")}); err != nil {
			plain(w, http.StatusServiceUnavailable, "the store does not answer")
			return
		}
		plain(w, http.StatusOK, "ok")
	}
}

func plain(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, text+"\n")
}
