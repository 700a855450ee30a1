package neo4j_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"demarche/graph"
	"demarche/graph/graphtest"
	"demarche/graph/neo4j/neo4jtest"
)

// TestRelationshipsFollowTheGraph compares every relationship in the database with what follows from the readings, after
// articles came, were replaced and came back.
func TestRelationshipsFollowTheGraph(t *testing.T) {
	server := neo4jtest.Shared(t)
	s := open(t, server)
	defer s.Close(t.Context())
	readings := append(graphtest.Readings(60, 21), graphtest.Readings(40, 22)...) // the same articles, read otherwise
	for batch := range slices.Chunk(append(readings, readings[:30]...), 9) {
		if err := s.Put(t.Context(), batch...); err != nil {
			t.Fatal(err)
		}
	}
	rows, err := server.Query(t.Context(), "MATCH (a)-[r]->(b) RETURN a.id AS from, type(r) AS type, b.id AS to", nil)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range rows {
		got = append(got, fmt.Sprint(r["from"], " ", r["type"], " ", r["to"]))
	}
	want := relationships(graphtest.NewWorld(readings...))
	slices.Sort(got)
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("relationships (-want +got):\n%s", diff)
	}
}

// relationships lists what doc.go says of them.
func relationships(w graphtest.World) (all []string) {
	add := func(from graph.ID, kind string, to graph.ID) {
		if to != "" {
			all = append(all, fmt.Sprint(from, " ", kind, " ", to))
		}
	}
	for _, r := range w.Readings {
		mentioned := map[graph.ID]bool{}
		for _, m := range r.Mentions {
			mentioned[m.Node] = true
		}
		for id := range mentioned {
			add(r.Article.ID, "MENTIONS", id)
		}
	}
	for _, n := range w.Nodes {
		switch n := n.(type) {
		case graph.Place:
			if n.Country != "" {
				add(n.ID, "IN", graph.CountryID(n.Country))
			}
		case graph.Person:
			for _, o := range n.Offices {
				if o.Country != "" {
					add(n.ID, "REPRESENTS", graph.CountryID(o.Country))
				}
			}
		}
	}
	for _, e := range w.Events {
		for _, id := range e.Actors {
			add(e.ID, "ACTOR", id)
		}
		for _, id := range e.Recipients {
			add(e.ID, "RECIPIENT", id)
		}
		for _, id := range e.Reports {
			add(w.Reports[id].Article, "REPORTS", e.ID)
		}
		add(e.ID, "AT", e.Place)
		add(e.ID, "DURING", e.Occasion)
	}
	for _, edge := range w.Edges {
		add(edge.From, string(edge.Type), edge.To)
	}
	return all
}
