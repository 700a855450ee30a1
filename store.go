package main

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"demarche/graph"
	"demarche/graph/sqlite"
)

// storeFlag is the flag of every command that needs a store.
type storeFlag struct {
	Store string `help:"File of the embedded store (also DEMARCHE_STORE)." default:"${store}" placeholder:"FILE"`
}

func storeDefault(getenv func(string) string) string {
	return cmp.Or(getenv("DEMARCHE_STORE"), "demarche.db")
}

// open opens the store that the flag names.
func (f storeFlag) open(ctx context.Context) (graph.Store, error) {
	if scheme, _, ok := strings.Cut(f.Store, "://"); ok {
		return nil, fmt.Errorf("%s: no store is reached by %s://", f.Store, scheme)
	}
	return sqlite.Open(ctx, f.Store)
}
