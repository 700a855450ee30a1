package main

import (
	"context"
	"encoding/json"
	"fmt"

	"demarche/ingest"
	"demarche/ingest/source"
)

type extractCommand struct {
	Scope string   `enum:"diplomatic,all" default:"diplomatic" help:"diplomatic: events between states and bodies; all: domestic ones too."`
	Paths []string `arg:"" name:"path" help:"As of ingest."`
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
		reading, err := reader.Read(raw)
		if err != nil {
			ok = false
			fmt.Fprintf(w.stderr, "demarche: %s: %v\n", raw.Origin, err)
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
