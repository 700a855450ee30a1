package graph_test

import (
	"slices"
	"testing"

	"demarche/graph"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func zoe(name, country string, articles int, aliases []string, offices ...graph.Office) graph.Sighting {
	who := graph.Identity{ID: "person:zoe", Kind: graph.PersonKind, Name: name, Country: country, Aliases: aliases}
	return graph.Sighting{Node: graph.Person{Identity: who, Offices: offices}, Articles: articles}
}

func TestMergeTakesWhatMostArticlesSay(t *testing.T) {
	for name, c := range map[string]struct {
		sightings []graph.Sighting
		want      graph.Person
	}{
		"one article": {
			[]graph.Sighting{zoe("Zoë", "ARD", 1, nil)},
			graph.Person{Identity: graph.Identity{Name: "Zoë", Country: "ARD"}}},
		"the commonest name and country, all other names as aliases": {
			[]graph.Sighting{zoe("Zoë", "ARD", 1, []string{"Z."}), zoe("Zoe", "BOR", 2, nil)},
			graph.Person{Identity: graph.Identity{Name: "Zoe", Country: "BOR", Aliases: []string{"Z.", "Zoë"}}}},
		"of equals the least": {
			[]graph.Sighting{zoe("Zoë", "BOR", 1, nil), zoe("Zoe", "ARD", 1, nil)},
			graph.Person{Identity: graph.Identity{Name: "Zoe", Country: "ARD", Aliases: []string{"Zoë"}}}},
		"an unknown country outvotes nobody": {
			[]graph.Sighting{zoe("Zoe", "", 9, nil), zoe("Zoe", "ARD", 1, nil)},
			graph.Person{Identity: graph.Identity{Name: "Zoe", Country: "ARD"}}},
		"an office lasts from its first to its last sighting": {
			[]graph.Sighting{
				zoe("Zoe", "", 1, nil, graph.Office{Title: "envoy", Country: "ARD", From: "2023-05", To: "2023-05"}),
				zoe("Zoe", "", 1, nil, graph.Office{Title: "envoy", Country: "ARD", From: "2022", To: "2022"}, graph.Office{Title: "envoy"}),
				zoe("Zoe", "", 1, nil, graph.Office{Title: "envoy", Country: "ARD"}, graph.Office{Title: "aide", From: "2020"}),
			},
			graph.Person{Identity: graph.Identity{Name: "Zoe"}, Offices: []graph.Office{
				{Title: "aide", From: "2020"}, {Title: "envoy"}, {Title: "envoy", Country: "ARD", From: "2022", To: "2023-05"}}}},
	} {
		t.Run(name, func(t *testing.T) {
			c.want.ID, c.want.Kind = "person:zoe", graph.PersonKind
			for range 2 {
				if diff := cmp.Diff(graph.Node(c.want), graph.Merge(c.sightings), cmpopts.EquateEmpty()); diff != "" {
					t.Error(diff)
				}
				slices.Reverse(c.sightings)
			}
		})
	}
}

// Stores rely on it: they need not keep a sighting for every day.
func TestMergeTakesSightingsThatDifferInDatesOnlyTogetherOrApart(t *testing.T) {
	office := func(from, to graph.Date) graph.Office { return graph.Office{Title: "envoy", From: from, To: to} }
	apart := []graph.Sighting{
		zoe("Zoe", "", 2, nil, office("2021", "2022")), zoe("Zoe", "", 1, nil, office("", "")), zoe("Zoe", "", 3, nil, office("2020", "2020")),
		zoe("Zoë", "", 5, nil),
	}
	together := []graph.Sighting{zoe("Zoe", "", 6, nil, office("2020", "2022")), zoe("Zoë", "", 5, nil)}
	if diff := cmp.Diff(graph.Merge(apart), graph.Merge(together)); diff != "" {
		t.Error(diff)
	}
}

func TestMergeKeepsWhatTheNodeIs(t *testing.T) {
	lat := 1.5
	for _, n := range []graph.Node{
		graph.Country{Identity: graph.Identity{ID: "country:ARD", Kind: graph.CountryKind, Name: "Ardania", Country: "ARD"}},
		graph.Organization{Identity: graph.Identity{ID: "organization:x", Kind: graph.OrganizationKind, Name: "X"}},
		graph.Place{ID: "place:ARD/x", Name: "X", Country: "ARD", Lat: &lat},
		graph.Occasion{ID: "occasion:x", Name: "X"},
	} {
		if diff := cmp.Diff(n, graph.Merge([]graph.Sighting{{Node: n, Articles: 2}}), cmpopts.EquateEmpty()); diff != "" {
			t.Error(diff)
		}
	}
}

func TestMergeLeavesItsSightingsAlone(t *testing.T) {
	aliases := make([]string, 1, 8)
	aliases[0] = "Z."
	graph.Merge([]graph.Sighting{zoe("Zoe", "", 1, aliases)})
	if got := aliases[:2][1]; got != "" {
		t.Errorf("%q was written behind the aliases, where another reader may look", got)
	}
}
