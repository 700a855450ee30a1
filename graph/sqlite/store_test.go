package sqlite_test

import (
	"path/filepath"
	"testing"

	"demarche/graph"
	"demarche/graph/graphtest"
	"demarche/graph/sqlite"
)

func TestStoreKeepsThePromises(t *testing.T) {
	graphtest.Run(t, func(t testing.TB) graphtest.Location {
		path := filepath.Join(t.TempDir(), "graph.db")
		return func(t testing.TB) graph.Store { return open(t, path) }
	})
}

func open(t testing.TB, path string) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
