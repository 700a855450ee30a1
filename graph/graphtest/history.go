package graphtest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"demarche/graph"
)

// testHistory proves that only the set of readings counts: not their order, repetition, batches or sessions.
func testHistory(t *testing.T, empty func(testing.TB) Location) {
	readings := Readings(40, 61)
	want := dump(t, NewWorld(readings...))
	g := &generator{rand.New(rand.NewPCG(61, 2))}
	t.Run("any order, repetition and batching gives one dump", func(t *testing.T) {
		for _, size := range []int{1, 3, 7, 200} {
			s := open(t, empty(t))
			for batch := range slices.Chunk(shuffled(g, slices.Concat(readings, readings[:15])), size) {
				put(t, s, batch...)
			}
			sameDump(t, fmt.Sprintf("batches of %d", size), want, dump(t, s))
		}
	})
	t.Run("a newer version replaces an article, an older one is ignored", func(t *testing.T) {
		versions := Readings(40, 61)
		for i, r := range versions {
			other := Readings(40, 62)[i]
			versions = append(versions, told(r, other, i%3))
		}
		want := dump(t, NewWorld(versions...))
		for range 2 {
			s := open(t, empty(t))
			for batch := range slices.Chunk(shuffled(g, versions), 9) {
				put(t, s, batch...)
			}
			sameDump(t, "versions in any order", want, dump(t, s))
		}
	})
	t.Run("after every step the dump is that of what was put so far", func(t *testing.T) {
		s := open(t, empty(t))
		sameDump(t, "nothing put", "", dump(t, s))
		for i, r := range readings[:25] {
			put(t, s, r)
			sameDump(t, fmt.Sprintf("step %d", i), dump(t, NewWorld(readings[:i+1]...)), dump(t, s))
		}
	})
	t.Run("what was put is there when the store is opened again", func(t *testing.T) {
		at := empty(t)
		for half := range slices.Chunk(readings, 20) {
			s := at(t)
			put(t, s, half...)
			if err := s.Close(t.Context()); err != nil {
				t.Fatalf("Close: %v", err)
			}
		}
		sameDump(t, "third session", want, dump(t, open(t, at)))
	})
	t.Run("an event's id leads to it through merges and splits", func(t *testing.T) { testResolve(t, empty) })
	t.Run("a node is called what most articles call it, and its events follow", func(t *testing.T) { testRename(t, empty) })
}

func shuffled(g *generator, readings []graph.Reading) []graph.Reading {
	out := slices.Clone(readings)
	g.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// told is another text under the article id of r: newer, older or as old.
func told(r, other graph.Reading, how int) graph.Reading {
	id := r.Article.ID
	r = other
	r.Article.ID = id
	r.Article.Version = how
	r.Reports = slices.Clone(other.Reports)
	for i := range r.Reports {
		r.Reports[i].Article = id
		r.Reports[i] = r.Reports[i].Identify()
	}
	return r
}

// meeting is a reading in which two people meet.
func meeting(local, one, other, city string, version int) graph.Reading {
	text := fmt.Sprintf("%s met %s, %s writes.", one, other, local)
	rep := graph.Report{
		Article: graph.ArticleID(local), Type: graph.TypeConsult, Kind: graph.Meet, Symmetric: true, Status: graph.Happened,
		Actors: []graph.ID{graph.PersonID(one)}, Recipients: []graph.ID{graph.PersonID(other)}, Date: "2023-09-23",
		Evidence: graph.Span{Start: 0, End: len(text)}, Rule: "by hand",
	}
	r := graph.Reading{Article: graph.Article{ID: rep.Article, Title: local, Text: text, Version: version}}
	for _, name := range []string{one, other} {
		r.Actors = append(r.Actors, graph.Person{Identity: graph.Identity{ID: graph.PersonID(name), Kind: graph.PersonKind, Name: name}})
	}
	if city != "" {
		rep.Place = graph.PlaceID("ARD", city)
		r.Places = []graph.Place{{ID: rep.Place, Name: city}}
	}
	r.Reports = []graph.Report{rep.Identify()}
	return r
}

// testResolve merges two events by a third report, then takes the least report away again.
func testResolve(t *testing.T, empty func(testing.TB) Location) {
	readings := []graph.Reading{meeting("a", "Una", "Bela", "Tarn", 1), meeting("b", "Bela", "Una", "", 1), meeting("c", "Una", "Bela", "Nordvik", 1)}
	at := empty(t)
	s := open(t, at)
	for i, r := range readings {
		put(t, s, r)
		w := NewWorld(readings[:i+1]...)
		same(t, fmt.Sprintf("events of the reports so far, step %d", i), lined(reportEvents(readings), w.event),
			must2(t)(s.Events(t.Context(), reportEvents(readings))))
	}
	for i := range readings {
		gone := readings[i]
		gone.Article.Version, gone.Reports = 2, nil
		put(t, s, gone)
		w := NewWorld(append(slices.Clone(readings), goneAll(readings[:i+1])...)...)
		same(t, fmt.Sprintf("after %s says so no more", gone.Article.ID), lined(reportEvents(readings), w.event),
			must2(t)(s.Events(t.Context(), reportEvents(readings))))
		sameDump(t, "after it", dump(t, w), dump(t, s))
	}
}

func must2(t *testing.T) func([]*graph.Event, error) []*graph.Event {
	return func(events []*graph.Event, err error) []*graph.Event { t.Helper(); return must(t, events, err) }
}

// reportEvents are the ids that events made of each report alone would have.
func reportEvents(readings []graph.Reading) []graph.ID {
	var out []graph.ID
	for _, r := range readings {
		out = append(out, graph.EventID(r.Reports[0].ID))
	}
	return out
}

func goneAll(readings []graph.Reading) []graph.Reading {
	out := slices.Clone(readings)
	for i := range out {
		out[i].Article.Version, out[i].Reports = 2, nil
	}
	return out
}

func testRename(t *testing.T, empty func(testing.TB) Location) {
	s := open(t, empty(t))
	readings := []graph.Reading{
		meeting("a", "Zoë Marsh", "Bela", "Tarn", 1), meeting("b", "Zoe Marsh", "Una", "", 1), meeting("c", "Zoe Marsh", "Bela", "", 1),
	}
	names := func() (out []string) {
		got, err := s.FindEvents(t.Context(), graph.EventWhere{}, graph.ByDate, graph.Page{})
		for _, e := range must(t, got, err).Items {
			out = append(out, e.Name)
		}
		slices.Sort(out)
		return out
	}
	put(t, s, readings[0])
	same(t, "alone", []string{"Zoë Marsh met Bela, Tarn, 2023-09-23"}, names())
	put(t, s, readings[1:]...)
	same(t, "outvoted", []string{"Zoe Marsh met Bela, Tarn, 2023-09-23", "Zoe Marsh met Una, 2023-09-23"}, names())
	hits, err := s.Search(t.Context(), graph.ParseQuery("zoe marsh met bela"), graph.Page{})
	same(t, "search follows", NewWorld(readings...).search(graph.ParseQuery("zoe marsh met bela")), must(t, hits, err).Items)
	sameDump(t, "all", dump(t, NewWorld(readings...)), dump(t, s))
}
