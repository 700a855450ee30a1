package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"demarche/graph"
	"demarche/graph/api"
	"demarche/graph/neo4j/browser"
)

type serveCommand struct {
	storeFlag
	Listen string `default:"${listen}" help:"Address to listen on."`
}

// Run serves the store until the context ends.
func (c serveCommand) Run(ctx context.Context, w *world) error {
	store, err := c.open(ctx, w)
	if err != nil {
		return err
	}
	ln, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return errors.Join(err, store.Close(ctx))
	}
	fmt.Fprintf(w.stdout, "demarche serves %s at http://%s/ (GraphQL at /graphql)\n", c.Store, ln.Addr())
	err = serve(ctx, ln, store)
	return errors.Join(err, store.Close(context.WithoutCancel(ctx)))
}

// routes is what is served where: the API at the root, the kit for Neo4j Browser under /neo4j/.
func routes(store graph.Reader) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/", api.Handler(store, api.Options{}))
	mux.Handle("/neo4j/", http.StripPrefix("/neo4j", browser.Handler()))
	return mux
}

// serve answers requests on the listener until the context ends, and lets those in flight finish.
func serve(ctx context.Context, ln net.Listener, store graph.Reader) error {
	server := &http.Server{Handler: routes(store), ReadHeaderTimeout: 10 * time.Second, IdleTimeout: 2 * time.Minute}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(ln) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	return server.Shutdown(grace)
}
