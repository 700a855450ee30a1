package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"

	"demarche/demo"
	"demarche/graph/sqlite"
	"demarche/ingest"
	"demarche/ingest/source"
)

type demoCommand struct {
	Listen string `default:"${listen}" help:"Address to listen on."`
}

// Run reads the sample articles into a store that is gone afterwards, and serves it.
func (c demoCommand) Run(ctx context.Context, w *world) (err error) {
	ln, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "demarche-demo-")
	if err != nil {
		return errors.Join(err, ln.Close())
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	store, err := sqlite.Open(ctx, filepath.Join(dir, "demo.db"))
	if err != nil {
		return errors.Join(err, ln.Close())
	}
	defer func() { err = errors.Join(err, store.Close(context.WithoutCancel(ctx))) }()
	reader, err := ingest.NewReader(false)
	if err != nil {
		return errors.Join(err, ln.Close())
	}
	sum, err := ingest.Run(ctx, source.FS(demo.Articles(), "demo"), reader, store, ingest.Options{
		Problem: func(err error) { fmt.Fprintln(w.stderr, "demarche:", err) },
	})
	if err != nil {
		return errors.Join(err, ln.Close())
	}
	fmt.Fprintf(w.stdout, greeting, sum.Articles, sum.Reports, ln.Addr())
	return serve(ctx, ln, store)
}

// greeting says what there is and what to try: articles, reports, address.
const greeting = `%[1]d sample articles read, %[2]d reports found. The graph is at http://%[3]s/ until you press Ctrl-C.

Who met whom, where, in 2023:

  curl -s http://%[3]s/graphql -H 'Content-Type: application/json' -d '{"query":
    "{ events(where: {kind: {eq: MEET}, status: {eq: HAPPENED}, date: {gte: \"2023-01-01\"}}) { nodes { name reports { evidence { text } article { title source } } } } }"}'

What was only planned, or denied:

  curl -s http://%[3]s/graphql -H 'Content-Type: application/json' -d '{"query":
    "{ events(where: {status: {in: [PLANNED, DENIED]}}) { nodes { name status reports { evidence { text } } } } }"}'

`
