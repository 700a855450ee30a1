package graphtest

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"demarche/graph"
)

// testWrites proves that a Put is done whole or not at all.
func testWrites(t *testing.T, empty func(testing.TB) Location) {
	readings := Readings(12, 71)
	s := filled(t, empty, readings[:8])
	before := dump(t, s)
	for name, bad := range broken() {
		t.Run("nothing of a batch is written when "+name, func(t *testing.T) {
			if err := s.Put(t.Context(), readings[8], bad, readings[9]); !errors.Is(err, graph.ErrInvalid) {
				t.Errorf("Put: %v, want %v", err, graph.ErrInvalid)
			}
			sameDump(t, "after the bad batch", before, dump(t, s))
		})
	}
	t.Run("nothing is written when the context has ended", func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if err := s.Put(ctx, readings[8:]...); err == nil {
			t.Error("Put succeeded")
		}
		sameDump(t, "after it", before, dump(t, s))
	})
	t.Run("a Put of nothing, and of what is stored, changes nothing", func(t *testing.T) {
		put(t, s)
		put(t, s, readings[:8]...)
		sameDump(t, "after it", before, dump(t, s))
	})
}

// broken are readings that break one promise each.
func broken() map[string]graph.Reading {
	alter := func(change func(r *graph.Reading, rep *graph.Report)) graph.Reading {
		r := meeting("broken", "Una", "Bela", "Tarn", 1)
		change(&r, &r.Reports[0])
		return r
	}
	identified := func(change func(*graph.Report)) graph.Reading {
		return alter(func(_ *graph.Reading, rep *graph.Report) { change(rep); *rep = rep.Identify() })
	}
	return map[string]graph.Reading{
		"evidence ends after the text":     identified(func(r *graph.Report) { r.Evidence.End = 1000 }),
		"evidence is empty":                identified(func(r *graph.Report) { r.Evidence.End = 0 }),
		"an actor is not held":             identified(func(r *graph.Report) { r.Actors = []graph.ID{"person:nobody"} }),
		"a place stands as an actor":       identified(func(r *graph.Report) { r.Actors = []graph.ID{r.Place} }),
		"the place is not held":            identified(func(r *graph.Report) { r.Place = "place:BOR" }),
		"the kind is unknown":              identified(func(r *graph.Report) { r.Kind = "DANCE" }),
		"the status is unknown":            identified(func(r *graph.Report) { r.Status = "RUMOURED" }),
		"the date is none":                 identified(func(r *graph.Report) { r.Date = "2023-02-30" }),
		"the report is of another article": identified(func(r *graph.Report) { r.Article = "article:other" }),
		"the report's id is not its own":   alter(func(_ *graph.Reading, r *graph.Report) { r.Status = graph.Denied }),
		"an actor stands there twice":      alter(func(r *graph.Reading, _ *graph.Report) { r.Actors = append(r.Actors, r.Actors[0]) }),
		"the text is not UTF-8":            alter(func(r *graph.Reading, _ *graph.Report) { r.Article.Text += "\xff" }),
		"a name is too long for an index": alter(func(r *graph.Reading, _ *graph.Report) {
			r.Actors[0] = graph.Person{Identity: graph.Identity{
				ID: r.Actors[0].NodeID(), Kind: graph.PersonKind, Name: strings.Repeat("Una ", 10_000)}}
		}),
		"the article has no id": alter(func(r *graph.Reading, _ *graph.Report) { r.Article.ID = "article:" }),
	}
}

// testConcurrency proves that writers do not disturb each other or readers, within one store and beside another.
func testConcurrency(t *testing.T, empty func(testing.TB) Location) {
	t.Run("writers at once leave the dump that one would", func(t *testing.T) {
		readings := Readings(48, 81)
		at := empty(t)
		stores := []graph.Store{open(t, at), open(t, at)}
		var wg sync.WaitGroup
		for i := range 4 {
			wg.Go(func() {
				g := &generator{rand.New(rand.NewPCG(81, uint64(i)))}
				for _, r := range shuffled(g, readings)[:36] {
					if err := stores[i%2].Put(t.Context(), r, readings[g.IntN(len(readings))]); err != nil {
						t.Errorf("writer %d: %v", i, err)
					}
				}
			})
		}
		wg.Wait()
		put(t, stores[0], readings...)
		for i, s := range stores {
			sameDump(t, fmt.Sprintf("store %d", i), dump(t, NewWorld(readings...)), dump(t, s))
		}
	})
	t.Run("a reader sees a Put whole or not at all", func(t *testing.T) { testWhole(t, empty) })
}

// testWhole replaces two articles together, version after version, while readers look at both.
func testWhole(t *testing.T, empty func(testing.TB) Location) {
	at := empty(t)
	s, beside := open(t, at), open(t, at)
	pair := func(version int) []graph.Reading {
		one, other := meeting("one", "Una", "Bela", "", version), meeting("other", "Una", "Bela", "", version)
		one.Article.Title = fmt.Sprint("version ", version)
		other.Article.Title = one.Article.Title
		return []graph.Reading{one, other}
	}
	put(t, s, pair(1)...)
	done := make(chan struct{})
	var wg sync.WaitGroup
	for _, from := range []graph.Store{s, s, beside} {
		wg.Go(func() {
			for n := 0; ; n++ {
				look(t, from)
				select {
				case <-done:
					return
				default:
				}
			}
		})
	}
	for version := 2; version <= 25; version++ {
		put(t, s, pair(version)...)
	}
	close(done)
	wg.Wait()
}

func look(t *testing.T, s graph.Store) {
	got, err := s.FindArticles(t.Context(), graph.ArticleWhere{}, graph.ByPublished, graph.Page{Total: true})
	if err != nil {
		t.Errorf("FindArticles: %v", err)
		return
	}
	if len(got.Items) != 2 || got.Total != 2 || got.Items[0].Title != got.Items[1].Title {
		t.Errorf("half a Put: %d articles of %d: %+v", len(got.Items), got.Total, got.Items)
	}
	events, err := s.FindEvents(t.Context(), graph.EventWhere{}, graph.ByDate, graph.Page{Total: true})
	if err != nil || len(events.Items) != 1 || events.Total != 1 || len(events.Items[0].Reports) != 2 {
		t.Errorf("half an event: %+v, %v", events, err)
	}
}
