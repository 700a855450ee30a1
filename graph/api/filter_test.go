package api_test

import (
	"slices"
	"testing"

	"demarche/graph"
)

func TestFiltersLetThroughWhatTheySay(t *testing.T) {
	c := serve(t, filled(t, seed()...))
	met, visit, talks := "MEET", "VISIT", "NEGOTIATE"
	for filter, want := range map[string][]string{
		`{}`:                                                 {met, visit, talks},
		`{kind: {ne: MEET}}`:                                 {visit, talks},
		`{type: {in: [CONSULT]}}`:                            {met, visit, talks},
		`{type: {in: []}}`:                                   {},
		`{status: {in: [DENIED]}}`:                           {visit},
		`{status: null, kind: {eq: null}}`:                   {met, visit, talks},
		`{date: {gte: "2023-09"}}`:                           {met},
		`{date: {lt: "2023-09"}}`:                            {visit},
		`{NOT: {date: {gte: "1900"}}}`:                       {talks},
		`{date: {in: ["2023-09-23"]}}`:                       {met},
		`{disputed: {in: [true]}}`:                           {},
		`{disputed: {eq: false}}`:                            {met, visit, talks},
		`{place: {country: {eq: "CHN"}}}`:                    {met},
		`{place: {name: {startsWith: "HANG"}}}`:              {met},
		`{participants: {some: {name: {eq: "xi"}}}}`:         {met, visit},
		`{participants: {some: {kind: {eq: ORGANIZATION}}}}`: {talks},
		`{participants: {none: {country: {eq: "KOR"}, kind: {eq: PERSON}}}}`: {visit, talks},
		`{recipients: {some: {id: {in: ["country:KOR"]}}}}`:                  {visit},
		`{actors: {some: {country: {eq: "KOR"}}}}`:                           {talks},
		`{OR: [{kind: {eq: MEET}}, {kind: {eq: VISIT}}]}`:                    {met, visit},
		`{OR: []}`: {},
		`{AND: [{kind: {eq: MEET}}, {kind: {eq: VISIT}}]}`:  {},
		`{kind: {eq: MEET}, OR: [{status: {eq: PLANNED}}]}`: {},
	} {
		var got struct {
			Events struct{ Nodes []struct{ Kind string } }
		}
		c.into(&got, `{ events(where: `+filter+`) { nodes { kind } } }`)
		kinds := []string{}
		for _, n := range got.Events.Nodes {
			kinds = append(kinds, n.Kind)
		}
		slices.Sort(kinds)
		slices.Sort(want)
		if !slices.Equal(kinds, want) {
			t.Errorf("%s lets through %v, want %v", filter, kinds, want)
		}
	}
}

func TestAFilterFromVariablesIsTheFilterAsWritten(t *testing.T) {
	where := map[string]any{"kind": map[string]any{"in": []string{"VISIT"}}, "date": map[string]any{"eq": "2023"}}
	got := serve(t, filled(t, seed()...)).data(`query($w: EventWhere) { events(where: $w) { nodes { kind } } }`, "w", where)
	if want := serve(t, filled(t, seed()...)).data(`{ events(where: {kind: {in: [VISIT]}, date: {eq: "2023"}}) { nodes { kind } } }`); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestListsComeInTheOrderAskedFor(t *testing.T) {
	c := serve(t, filled(t, seed()...))
	for query, want := range map[string][]string{
		`{ list: actors { nodes { name } } }`:                                                    {"China", "Han Duck-soo", "South Korea", "United Nations", "Xi Jinping"},
		`{ list: actors(orderBy: NAME_DESC, first: 2) { nodes { name } } }`:                      {"Xi Jinping", "United Nations"},
		`{ list: events { nodes { name: kind } } }`:                                              {"MEET", "VISIT", "NEGOTIATE"},
		`{ list: events(orderBy: DATE_ASC) { nodes { name: kind } } }`:                           {"NEGOTIATE", "VISIT", "MEET"},
		`{ list: articles { nodes { name: title } } }`:                                           {"On first", "On second"},
		`{ list: articles(orderBy: PUBLISHED_ASC) { nodes { name: title } } }`:                   {"On second", "On first"},
		`{ list: actors(where: {country: {eq: "KOR"}, kind: {eq: PERSON}}) { nodes { name } } }`: {"Han Duck-soo"},
		`{ list: articles(where: {source: {eq: "Harbour Post"}}) { nodes { name: title } } }`:    {"On first"},
	} {
		var got struct {
			List struct{ Nodes []struct{ Name string } }
		}
		c.into(&got, query)
		var names []string
		for _, n := range got.List.Nodes {
			names = append(names, n.Name)
		}
		if !slices.Equal(names, want) {
			t.Errorf("%s gives %v, want %v", query, names, want)
		}
	}
}

func TestANameOfSeveralActorsMeansTheOneWithMostEvents(t *testing.T) {
	namesake := graph.Person{Identity: graph.Identity{
		ID: graph.PersonID("Aaron Xi"), Kind: graph.PersonKind, Name: "Aaron Xi", Aliases: []string{"Xi"},
	}}
	r := says("third", "", "")
	r.Actors = append(r.Actors, namesake)
	var got struct{ Actor *struct{ ID string } }
	c := serve(t, filled(t, append(seed(), r)...))
	for name, want := range map[string]string{"XI": "person:xi-jinping", "aaron xi": "person:aaron-xi"} {
		if c.into(&got, `query($n: String) { actor(name: $n) { id } }`, "n", name); got.Actor == nil || got.Actor.ID != want {
			t.Errorf("%s means %+v, want %s", name, got.Actor, want)
		}
	}
	if c.into(&got, `{ actor(name: "nobody") { id } }`); got.Actor != nil {
		t.Errorf("nobody is %+v", got.Actor)
	}
}

func TestWhatIsUnknownIsNull(t *testing.T) {
	c := serve(t, filled(t, seed()...))
	golden(t, "testdata/unknown.json", c.data(`{
		article(id: "article:second") { source published title language }
		actor(name: "United Nations") { country aliases }
		person: actor(name: "Han Duck-soo") { ... on Person { offices { title from to } } }
		events(where: {kind: {eq: NEGOTIATE}}) { nodes { place { name } date occasion { name } score mode cameo reports { attribution { name } date } } }
		nothing: node(id: "event:0") { id } none: event(id: "person:xi-jinping") { id } no: nodes(ids: ["place:CHN/hangzhou", "odd"]) { id } }`))
}

func TestAnEventShowsItsScoreModeOccasionAndClass(t *testing.T) {
	c := serve(t, filled(t, seed()...))
	golden(t, "testdata/event.json", c.data(`{ events(where: {kind: {in: [MEET, VISIT]}}) { nodes {
		kind mode cameo score quad disputed symmetric placeInferred dateInferred occasion { id name events { totalCount } } place { lat lon events { totalCount } }
		reports { rule kind attribution { role name actor { __typename id } } } } } }`))
}
