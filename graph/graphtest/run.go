package graphtest

import (
	"bytes"
	"cmp"
	"context"
	"slices"
	"testing"

	"demarche/graph"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// Location is a place where a store keeps its data. Each call opens the store there once more, beside those that are
// open or after they were closed.
type Location func(t testing.TB) graph.Store

// Run proves the promises of a store. Empty makes an empty location; the suite uses one at a time, so that Empty may
// wipe the one it gave out before.
func Run(t *testing.T, empty func(t testing.TB) Location) {
	for _, part := range []struct {
		name string
		test func(*testing.T, func(testing.TB) Location)
	}{
		{"lookups", testLookups},
		{"lists", testLists},
		{"filters", testFilters},
		{"search", testSearch},
		{"edges", testEdges},
		{"history", testHistory},
		{"writes", testWrites},
		{"concurrency", testConcurrency},
	} {
		t.Run(part.name, func(t *testing.T) { part.test(t, empty) })
	}
}

// open opens the store of a location and closes it with the test.
func open(t testing.TB, at Location) graph.Store {
	t.Helper()
	s := at(t)
	t.Cleanup(func() { _ = s.Close(context.WithoutCancel(t.Context())) })
	return s
}

// filled is a store that holds the readings, put one batch.
func filled(t testing.TB, empty func(testing.TB) Location, readings []graph.Reading) graph.Store {
	t.Helper()
	s := open(t, empty(t))
	put(t, s, readings...)
	return s
}

func put(t testing.TB, s graph.Store, readings ...graph.Reading) {
	t.Helper()
	if err := s.Put(t.Context(), readings...); err != nil {
		t.Fatalf("Put: %v", err)
	}
}

// dump is the whole of the store, as `dump` prints it.
func dump(t testing.TB, s graph.Dumper) string {
	t.Helper()
	var b bytes.Buffer
	if err := graph.WriteDump(t.Context(), s, &b); err != nil {
		t.Fatalf("dump: %v", err)
	}
	return b.String()
}

// same compares what the store gave with what World says; nil and empty lists are alike.
func same(t testing.TB, what string, want, got any) {
	t.Helper()
	if diff := gocmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// sameDump compares a store with World, naming the first line that differs.
func sameDump(t testing.TB, what string, want, got string) {
	t.Helper()
	if want == got {
		return
	}
	w, g := bytes.Split([]byte(want), []byte("\n")), bytes.Split([]byte(got), []byte("\n"))
	for i := range min(len(w), len(g)) {
		if !bytes.Equal(w[i], g[i]) {
			t.Fatalf("%s: line %d of the dump\nwant %s\ngot  %s", what, i+1, w[i], g[i])
		}
	}
	t.Fatalf("%s: %d lines in the dump, want %d", what, len(g), len(w))
}

// must gives the value of a call that succeeded.
func must[T any](t testing.TB, v T, err error) T {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func ids[N graph.Node](nodes []N) []graph.ID {
	out := make([]graph.ID, len(nodes))
	for i, n := range nodes {
		out[i] = n.NodeID()
	}
	return out
}

func ptr[T any](v T) *T { return &v }

// values are the values of a map in the order of its keys.
func values[K cmp.Ordered, V any](m map[K]V) []V {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	out := make([]V, len(keys))
	for i, k := range keys {
		out[i] = m[k]
	}
	return out
}
