package graphtest

import (
	"slices"
	"testing"

	"demarche/graph"
)

func testLookups(t *testing.T, empty func(testing.TB) Location) {
	readings := Readings(40, 11)
	w := NewWorld(readings...)
	s := filled(t, empty, readings)
	t.Run("line up with their keys, unknown ones nil, repeated ones answered again", func(t *testing.T) {
		asked := keysOf(w)
		testActors(t, w, s, asked)
		testRest(t, w, s, asked)
	})
	t.Run("of no keys are empty", func(t *testing.T) {
		events, err := s.Events(t.Context(), nil)
		same(t, "events", []*graph.Event{}, must(t, events, err))
		edges, err := s.Edges(t.Context(), nil, nil)
		same(t, "edges", [][]graph.Edge{}, must(t, edges, err))
		slices, err := s.EventsOf(t.Context(), nil, graph.EventWhere{}, graph.ByDate, graph.Page{})
		same(t, "events of nobody", []graph.Slice[graph.Event]{}, must(t, slices, err))
	})
	t.Run("answer thousands of keys at once", func(t *testing.T) {
		many := slices.Repeat(keysOf(w), 20)
		got, err := s.Articles(t.Context(), many)
		if got = must(t, got, err); len(got) != len(many) {
			t.Fatalf("%d answers to %d keys", len(got), len(many))
		}
	})
	t.Run("a text comes back byte for byte, whatever is in it", func(t *testing.T) {
		odd := meeting("odd", "Una", "Bela", "", 1)
		odd.Article.Text += "\r\n\x00\u2028\ufeff\ufffd 😀 \\u0041 %s $1 ' \" ` </script> e\u0301\v\x1b\x7f"
		odd.Article.Title, odd.Article.Source = "1\t'2' \x01\\ \u0085", "<&>"
		put(t, s, odd)
		got, err := s.Articles(t.Context(), []graph.ID{odd.Article.ID})
		same(t, "article", []*graph.Article{&odd.Article}, must(t, got, err))
		for r, err := range s.Records(t.Context(), graph.ReadingRecord) {
			if v := must(t, r, err).Value.(graph.Reading); v.Article.ID == odd.Article.ID {
				same(t, "reading", odd, v)
			}
		}
	})
	t.Run("reports of an article come in the order of its text", func(t *testing.T) {
		asked := keysOf(w)
		got, err := s.ReportsOf(t.Context(), asked)
		same(t, "reports", lined(asked, w.reportsOf), must(t, got, err))
	})
}

// keysOf lists keys of every sort: what there is, in no order, what is not there, some twice.
func keysOf(w World) []graph.ID {
	var all []graph.ID
	for id := range w.Readings {
		all = append(all, id)
	}
	all = append(all, ids(values(w.Nodes))...)
	all = append(all, ids(values(w.Reports))...)
	for id := range w.Reports {
		all = append(all, graph.EventID(id))
	}
	all = append(all, "", "person:nobody", "event:none", "report:none", "place:ARD'; DROP TABLE events", "article:{}[]", "nonsense")
	all = append(all, all[:5]...)
	slices.SortFunc(all, func(a, b graph.ID) int { return len(a.Local()) - len(b.Local()) })
	return all
}

func testActors(t *testing.T, w World, s graph.Store, asked []graph.ID) {
	actors, err := s.Actors(t.Context(), asked)
	known := w.actors()
	same(t, "actors", lined(asked, func(id graph.ID) graph.Actor { return known[id] }), must(t, actors, err))
	places, err := s.Places(t.Context(), asked)
	same(t, "places", lined(asked, func(id graph.ID) *graph.Place { return kept[graph.Place](w.Nodes[id]) }), must(t, places, err))
	occasions, err := s.Occasions(t.Context(), asked)
	same(t, "occasions", lined(asked, func(id graph.ID) *graph.Occasion { return kept[graph.Occasion](w.Nodes[id]) }), must(t, occasions, err))
}

func testRest(t *testing.T, w World, s graph.Store, asked []graph.ID) {
	articles, err := s.Articles(t.Context(), asked)
	known := w.articles()
	same(t, "articles", lined(asked, func(id graph.ID) *graph.Article { return found(known, id) }), must(t, articles, err))
	reports, err := s.Reports(t.Context(), asked)
	same(t, "reports", lined(asked, func(id graph.ID) *graph.Report { return found(w.Reports, id) }), must(t, reports, err))
	events, err := s.Events(t.Context(), asked)
	same(t, "events", lined(asked, w.event), must(t, events, err))
}

// event resolves an event's id through the report it was made from.
func (w World) event(id graph.ID) *graph.Event {
	if id.Prefix() != graph.EventPrefix {
		return nil
	}
	for _, e := range w.Events {
		if slices.Contains(e.Reports, graph.ReportOf(id)) {
			return &e
		}
	}
	return nil
}

func (w World) reportsOf(article graph.ID) []graph.Report {
	list := slices.Clone(w.Readings[article].Reports)
	slices.SortFunc(list, graph.InText)
	return list
}

// lined gives the answer to each key.
func lined[T any](keys []graph.ID, answer func(graph.ID) T) []T {
	out := make([]T, len(keys))
	for i, k := range keys {
		out[i] = answer(k)
	}
	return out
}

// found is what the map holds under the id, nil if nothing.
func found[T any](m map[graph.ID]T, id graph.ID) *T {
	if v, ok := m[id]; ok {
		return &v
	}
	return nil
}

// kept is the node if it is a T, else nil.
func kept[T graph.Node](n graph.Node) *T {
	if v, ok := n.(T); ok {
		return &v
	}
	return nil
}
