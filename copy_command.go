package main

import (
	"context"
	"errors"
	"fmt"

	"demarche/graph"
)

type copyCommand struct {
	From string `arg:"" help:"Store to copy from, as of --store."`
	To   string `arg:"" help:"Store to copy into; what it holds already stays."`
}

// Run puts all readings of one store into another, which derives the rest anew.
func (c copyCommand) Run(ctx context.Context, w *world) (err error) {
	if c.From == c.To {
		return fmt.Errorf("%s: cannot be copied into itself", c.From)
	}
	from, err := storeFlag{c.From}.openExisting(ctx, w)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, from.Close(context.WithoutCancel(ctx))) }()
	to, err := openStore(ctx, c.To, w.getenv)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, to.Close(context.WithoutCancel(ctx))) }()
	n, err := graph.Copy(ctx, from, to)
	if err != nil {
		return fmt.Errorf("%s: after %d articles: %w", c.To, n, err)
	}
	fmt.Fprintf(w.stdout, "%d articles copied from %s to %s\n", n, c.From, c.To)
	return nil
}
