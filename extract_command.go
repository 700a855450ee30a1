package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"demarche/graph"
	"demarche/ingest"
	"demarche/ingest/eval"
	"demarche/ingest/event"
	"demarche/ingest/source"
)

type extractCommand struct {
	Scope   string   `enum:"diplomatic,all" default:"diplomatic" help:"diplomatic: events between states and bodies; all: domestic ones too."`
	Explain bool     `help:"Print for people instead: each report with its rule, the tree that it matched and where each field came from."`
	Paths   []string `arg:"" name:"path" help:"As of ingest."`
}

// Run prints what each article says, in the order of the input.
func (c extractCommand) Run(ctx context.Context, w *world) error {
	reader, err := ingest.NewReader(c.Scope == "all")
	if err != nil {
		return err
	}
	out := json.NewEncoder(w.stdout)
	out.SetEscapeHTML(false)
	ok := true
	for raw, err := range source.Read(ctx, c.Paths, w.stdin) {
		if err != nil {
			ok = false
			fmt.Fprintln(w.stderr, "demarche:", err)
		}
		if raw.Text == "" {
			continue
		}
		reading, traces, err := c.read(reader, raw)
		if err != nil {
			ok = false
			fmt.Fprintf(w.stderr, "demarche: %s: %v\n", raw.Origin, err)
			continue
		}
		if c.Explain {
			explain(w.stdout, reading, traces)
			continue
		}
		if err := out.Encode(ingest.NewExtract(reading)); err != nil {
			return fmt.Errorf("stdout: %w", err)
		}
	}
	if !ok {
		return errFailed
	}
	return ctx.Err()
}

// read reads an article, with traces if they are wanted.
func (c extractCommand) read(reader *ingest.Reader, raw source.Raw) (graph.Reading, []event.Trace, error) {
	if c.Explain {
		return reader.Explain(raw)
	}
	reading, err := reader.Read(raw)
	return reading, nil, err
}

// explain writes each report of a reading as a line, under its evidence, and then its trace.
func explain(w io.Writer, r graph.Reading, traces []event.Trace) {
	statements := eval.State(r)
	for i, t := range traces {
		fmt.Fprintf(w, "%s: %s\n%s\n", r.Article.ID.Local(), strings.Join(strings.Fields(t.Report.Evidence.Of(r.Article.Text)), " "), statements[i])
		t.Print(w)
		fmt.Fprintln(w)
	}
}
