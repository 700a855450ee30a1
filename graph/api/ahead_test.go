package api_test

import (
	"strings"
	"testing"

	"demarche/graph"
)

// calls counts the store calls of a query that must succeed.
func calls(t *testing.T, s graph.Store, query string) int64 {
	t.Helper()
	counted := &counting{Store: s}
	serve(t, counted).data(query)
	return counted.calls.Load()
}

func TestStoreCallsDoNotGrowWithWhatIsFound(t *testing.T) {
	small, large := filled(t, many(50)...), filled(t, many(500)...)
	for _, c := range []struct {
		name, query string
		most        int64
	}{
		{"the first promised query, 50 events", eventsQuery, 8},
		{"the first promised query, 500 events", strings.Replace(eventsQuery, "first: 50", "first: 500", 1), 8},
		{"the second promised query", actorQuery, 8},
		{"edges beside nodes", `{ events(first: 300) { nodes { place { name } } edges { node { actors { name } reports { rule } } } } }`, 4},
		{"fragments and aliases", `{ events(first: 300) { nodes { ...who who: participants { id ... on Person { offices { title } } } } } }
			fragment who on Event { participants { ... on Actor { name } } }`, 2},
		{"events of the participants of events", `{ events(first: 300) { nodes { participants { events(first: 2) { nodes { place { name } } } } } } }`, 4},
		{"a fragment used at two depths", `{ events(first: 300) { nodes { participants { ...own } } } }
			fragment own on Actor { events(first: 2) { nodes { participants { ...name } } } } fragment name on Actor { events(first: 2) { totalCount } }`, 5},
		{"meetings of everybody", `{ actors(first: 1000) { nodes { ... on Person { met(first: 3) { actor { name } event { date } place { name events(first: 1) { nodes { name } } } } } } } }`, 6},
		{"articles, what they report and which events", `{ articles(first: 300) { nodes { reports { event { name place { name } } attribution { actor { name } } } events { totalCount } } } }`, 6},
		{"found things", `{ search(query: "city", first: 300) { nodes { ... on Place { events(first: 1) { nodes { name } } } ... on Event { reports { article { title } } } } } }`, 7},
		{"a node of each kind", `{ nodes(ids: ["person:xi-jinping", "place:CHN/city-1", "article:one-1", "country:KOR", "nonsense", ""]) { id ... on Actor { events(first: 1) { nodes { id } } } } }`, 4},
	} {
		t.Run(c.name, func(t *testing.T) {
			few, more := calls(t, small, c.query), calls(t, large, c.query)
			if few != more || more > c.most {
				t.Errorf("%d calls on 50 meetings, %d on 500, want at most %d and as many", few, more, c.most)
			}
		})
	}
}

func TestTwoAliasesOfOneFieldKeepTheirOwnArguments(t *testing.T) {
	var got struct {
		Actor struct {
			Few, All struct{ Nodes []struct{ ID string } }
		}
	}
	serve(t, filled(t, many(9)...)).into(&got, `{ actor(id: "person:xi-jinping") { few: events(first: 2) { nodes { id } } all: events { nodes { id } } } }`)
	if len(got.Actor.Few.Nodes) != 2 || len(got.Actor.All.Nodes) != 9 {
		t.Errorf("%d and %d events, want 2 and 9", len(got.Actor.Few.Nodes), len(got.Actor.All.Nodes))
	}
}

func TestAFieldUsedAtTwoDepthsAnswersEachParent(t *testing.T) {
	var got struct {
		Event struct {
			Participants []struct {
				Name   string
				Events struct {
					TotalCount int
					Nodes      []struct {
						Participants []struct {
							Name   string
							Events struct{ TotalCount int }
						}
					}
				}
			}
		}
		Events struct{ Nodes []struct{ ID string } }
	}
	c := serve(t, filled(t, many(5)...))
	c.into(&got, `{ events(first: 1) { nodes { id } } }`)
	c.into(&got, `query($id: ID!) { event(id: $id) { participants { name ...own events(first: 9) { nodes { participants { name ...own } } } } } }
		fragment own on Actor { events(first: 9) { totalCount } }`, "id", got.Events.Nodes[0].ID)
	want := func(name string, total int) {
		if name == "Xi Jinping" && total != 5 || name != "Xi Jinping" && total != 1 {
			t.Errorf("%s has %d events", name, total)
		}
	}
	if len(got.Event.Participants) != 2 {
		t.Fatalf("participants %+v", got.Event.Participants)
	}
	for _, p := range got.Event.Participants {
		want(p.Name, p.Events.TotalCount)
		for _, e := range p.Events.Nodes {
			for _, q := range e.Participants {
				want(q.Name, q.Events.TotalCount)
			}
		}
	}
}

func TestLeavingFieldsOutLeavesTheirCallsOut(t *testing.T) {
	s := filled(t, seed()...)
	for query, want := range map[string]int64{
		`{ events { nodes { name kind status } } }`:                                                        1,
		`{ events { nodes { name place @include(if: false) { name } } } }`:                                 1,
		`{ events { nodes { name place @skip(if: false) { name } } } }`:                                    2,
		`{ __schema { queryType { name } } }`:                                                              0,
		`{ actor(id: "country:CHN") { name ... on Person { met { actor { name } } offices { title } } } }`: 1,
	} {
		if got := calls(t, s, query); got != want {
			t.Errorf("%s takes %d calls, want %d", query, got, want)
		}
	}
}
