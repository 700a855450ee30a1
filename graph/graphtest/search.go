package graphtest

import (
	"cmp"
	"testing"

	"demarche/graph"
)

func testSearch(t *testing.T, empty func(testing.TB) Location) {
	readings := Readings(50, 41)
	w := NewWorld(readings...)
	s := filled(t, empty, readings)
	for _, typed := range []string{
		"Arlen Vosk", "vosk", "VOSK arlen", "árlen", "Nordvik", "port silva", "vosk ARD", "the ardania", "MEET", "meet vosk",
		"Юлия", "ЮЛИЯ ВЕРЕС", "Dée O'Marrow", "o marrow", "100%_sure", "harbour games", "Lodmin", "g41", "no comment", "sao telmo", "2023 09 23",
	} {
		t.Run("finds whole words, best first: "+typed, func(t *testing.T) {
			q := graph.ParseQuery(typed)
			if len(w.search(q)) == 0 && typed != "Lodmin" && typed != "sao telmo" {
				t.Fatal("World finds nothing: a search that proves nothing")
			}
			list[graph.Found]{"hits", w.search(q), graph.Found.Cursor, foundBefore, func(p graph.Page) (graph.Slice[graph.Found], error) {
				return s.Search(t.Context(), q, p)
			}}.check(t)
		})
	}
	for _, typed := range []string{"", "  ", "vos", "\"", "*", "vosk nobodyofthatname", "name:vosk", "vosk OR mira", "NEAR(vosk mira)", "' OR 1=1 --", "^arlen$"} {
		t.Run("has no query language and no prefixes: "+typed, func(t *testing.T) {
			q := graph.ParseQuery(typed)
			got, err := s.Search(t.Context(), q, graph.Page{First: 100, Total: true})
			same(t, "hits", w.search(q), must(t, got, err).Items)
		})
	}
}

func foundBefore(f graph.Found, c string) bool {
	_, key, id, _ := graph.ParseCursor(c)
	return cmp.Or(cmp.Compare(f.Key, key), cmp.Compare(f.ID, id)) < 0
}

func testEdges(t *testing.T, empty func(testing.TB) Location) {
	readings := Readings(50, 51)
	w := NewWorld(readings...)
	s := filled(t, empty, readings)
	nodes := append(ids(values(w.Nodes)), "person:nobody", "")
	nodes = append(nodes, nodes[0])
	for name, types := range map[string][]graph.EdgeType{
		"all":            nil,
		"of one type":    {"MET"},
		"of two types":   {graph.At, graph.Visited},
		"of no type":     {},
		"of a wild type": {"MET]->() DETACH DELETE n //"},
	} {
		t.Run("touch their node, by day, "+name, func(t *testing.T) {
			got, err := s.Edges(t.Context(), nodes, types)
			want := lined(nodes, func(id graph.ID) []graph.Edge { return w.edgesOf(id, types) })
			same(t, "edges", want, must(t, got, err))
		})
	}
	t.Run("stand for real events only", func(t *testing.T) {
		for _, e := range w.Edges {
			if !w.Events[e.Event].Status.Real() {
				t.Errorf("%s stands for a thing that is %s", e.ID, w.Events[e.Event].Status)
			}
		}
		got, err := s.Edges(t.Context(), nodes, nil)
		for _, list := range must(t, got, err) {
			for _, e := range list {
				if !w.Events[e.Event].Status.Real() {
					t.Errorf("the store has %s", e.ID)
				}
			}
		}
	})
}
