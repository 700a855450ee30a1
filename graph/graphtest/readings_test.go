package graphtest_test

import (
	"bytes"
	"slices"
	"testing"

	"demarche/graph"
	"demarche/graph/graphtest"

	"github.com/google/go-cmp/cmp"
)

func TestReadingsAreValidAndTheSameForTheSameSeed(t *testing.T) {
	readings := graphtest.Readings(200, 7)
	for _, r := range readings {
		if err := r.Check(); err != nil {
			t.Error(err)
		}
	}
	if diff := cmp.Diff(readings, graphtest.Readings(200, 7)); diff != "" {
		t.Error(diff)
	}
}

// A suite is as good as its material: what the promises speak of must occur in it.
func TestReadingsHoldWhatThePromisesSpeakOf(t *testing.T) {
	w := graphtest.NewWorld(graphtest.Readings(60, 21)...)
	counts := map[string]int{}
	for _, e := range w.Events {
		counts[string(e.Status)]++
		for what, is := range map[string]bool{
			"fused": len(e.Reports) > 1, "disputed": e.Disputed, "inferred place": e.PlaceInferred, "no date": e.Date == "",
			"no place": e.Place == "", "one-sided": len(e.Recipients) == 0, "occasion": e.Occasion != "",
		} {
			if is {
				counts[what]++
			}
		}
	}
	for _, e := range w.Edges {
		counts[string(e.Type)]++
	}
	for _, n := range w.Nodes {
		if p, ok := n.(graph.Person); ok && len(p.Aliases) > 0 && len(p.Offices) > 1 {
			counts["person of several names"]++
		}
	}
	for _, what := range []string{
		"fused", "disputed", "inferred place", "no date", "no place", "one-sided", "occasion", "person of several names",
		"HAPPENED", "ONGOING", "PLANNED", "POSSIBLE", "DENIED", "CANCELLED", "MET", "VISITED", "AT",
	} {
		if counts[what] < 2 {
			t.Errorf("%d of %q, want several; all: %v", counts[what], what, counts)
		}
	}
}

func TestWorldDependsOnTheSetOfReadingsOnly(t *testing.T) {
	readings := graphtest.Readings(60, 21)
	want := dump(t, graphtest.NewWorld(readings...))
	slices.Reverse(readings)
	if got := dump(t, graphtest.NewWorld(slices.Concat(readings, readings[:20])...)); got != want {
		t.Error(cmp.Diff(want, got))
	}
}

func dump(t *testing.T, w graphtest.World) string {
	t.Helper()
	var b bytes.Buffer
	if err := graph.WriteDump(t.Context(), w, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
