package main

import (
	"bufio"
	"context"
	"errors"

	"demarche/graph"
)

type dumpCommand struct{ storeFlag }

// Run prints the whole graph.
func (c dumpCommand) Run(ctx context.Context, w *world) error {
	store, err := c.open(ctx, w)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w.stdout)
	err = graph.WriteDump(ctx, store, out)
	return errors.Join(err, out.Flush(), store.Close(ctx))
}
