package graph_test

import (
	"testing"

	"demarche/graph"

	"github.com/google/go-cmp/cmp"
)

var names = map[graph.ID]string{
	"person:xi": "Xi Jinping", "person:han": "Han Duck-soo", "person:kim": "Kim Jong Un", "country:KOR": "South Korea",
	"country:RUS": "Russia", hangzhou: "Hangzhou",
}

func name(id graph.ID) string { return names[id] }

func TestTitleReadsAsASentenceAndSaysWhatDidNotHappen(t *testing.T) {
	xi, han, kim, korea := []graph.ID{"person:xi"}, []graph.ID{"person:han"}, []graph.ID{"person:kim"}, []graph.ID{"country:KOR"}
	for want, e := range map[string]graph.Event{
		"Xi Jinping met Han Duck-soo, Hangzhou, 2023-09-23":   {Kind: graph.Meet, Status: graph.Happened, Actors: xi, Recipients: han, Place: hangzhou, Date: "2023-09-23"},
		"Xi Jinping may visit South Korea":                    {Kind: graph.Visit, Status: graph.Possible, Actors: xi, Recipients: korea},
		"Xi Jinping to visit South Korea, 2024":               {Kind: graph.Visit, Status: graph.Planned, Actors: xi, Recipients: korea, Date: "2024"},
		"denied: Kim Jong Un called Han Duck-soo":             {Kind: graph.Call, Status: graph.Denied, Actors: kim, Recipients: han},
		"cancelled: Xi Jinping met Kim Jong Un":               {Kind: graph.Meet, Status: graph.Cancelled, Actors: xi, Recipients: kim},
		"Xi Jinping, Han Duck-soo and Kim Jong Un negotiated": {Kind: graph.Negotiate, Status: graph.Happened, Actors: []graph.ID{"person:xi", "person:han", "person:kim"}},
		"South Korea imposed sanctions":                       {Kind: graph.Sanction, Status: graph.Ongoing, Actors: korea},
		"Xi Jinping and Kim Jong Un appealed to South Korea":  {Kind: graph.Appeal, Status: graph.Happened, Actors: []graph.ID{"person:xi", "person:kim"}, Recipients: korea},
		"Xi Jinping to negotiate with South Korea, 2023-09":   {Kind: graph.Negotiate, Status: graph.Planned, Actors: xi, Recipients: korea, Date: "2023-09"},
		"Kim Jong Un acted on South Korea":                    {Kind: "UNHEARD_OF", Status: graph.Happened, Actors: kim, Recipients: korea},
	} {
		if got := graph.Title(e, name); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestEdgesStandForWhatHappened(t *testing.T) {
	xi, han, kim := graph.ID("person:xi"), graph.ID("person:han"), graph.ID("person:kim")
	meet := graph.Event{ID: "event:1", Kind: graph.Meet, Symmetric: true, Status: graph.Happened, Actors: []graph.ID{xi}, Recipients: []graph.ID{han}, Date: "2023"}
	alter := func(e graph.Event, change func(*graph.Event)) graph.Event { change(&e); return e }
	visit := graph.Event{ID: "event:1", Kind: graph.Visit, Status: graph.Ongoing, Actors: []graph.ID{kim}}
	for name, c := range map[string]struct {
		event graph.Event
		want  []string
	}{
		"a meeting is one edge a pair, from who was named first": {meet, []string{"person:xi MET person:han"}},
		"a meeting of three is three edges": {
			alter(meet, func(e *graph.Event) { e.Recipients = []graph.ID{han, kim} }),
			[]string{"person:xi MET person:han", "person:xi MET person:kim", "person:han MET person:kim"}},
		"everyone was at the place": {
			alter(meet, func(e *graph.Event) { e.Place = hangzhou }),
			[]string{"person:xi MET person:han", "person:xi AT place:CHN/hangzhou", "person:han AT place:CHN/hangzhou"}},
		"a planned meeting is none":   {alter(meet, func(e *graph.Event) { e.Status = graph.Planned }), nil},
		"a possible meeting is none":  {alter(meet, func(e *graph.Event) { e.Status = graph.Possible }), nil},
		"a denied meeting is none":    {alter(meet, func(e *graph.Event) { e.Status = graph.Denied }), nil},
		"a cancelled meeting is none": {alter(meet, func(e *graph.Event) { e.Status = graph.Cancelled }), nil},
		"a visit goes to the country it names": {
			alter(visit, func(e *graph.Event) { e.Recipients = []graph.ID{"person:xi", "country:RUS"}; e.Place = hangzhou }),
			[]string{"person:kim VISITED country:RUS", "person:kim AT place:CHN/hangzhou", "person:xi AT place:CHN/hangzhou", "country:RUS AT place:CHN/hangzhou"}},
		"a visit that names none goes to the country of its place": {
			alter(visit, func(e *graph.Event) { e.Place = hangzhou }),
			[]string{"person:kim VISITED country:CHN", "person:kim AT place:CHN/hangzhou"}},
		"a visit to nowhere is none": {visit, nil},
		"a one-sided act goes to each recipient": {
			graph.Event{ID: "event:1", Kind: graph.Accuse, Status: graph.Happened, Actors: []graph.ID{xi, kim}, Recipients: []graph.ID{han, kim}},
			[]string{"person:xi ACCUSED person:han", "person:xi ACCUSED person:kim", "person:kim ACCUSED person:han"}},
		"a kind without an edge has none": {graph.Event{ID: "event:1", Kind: graph.Other, Status: graph.Happened, Actors: []graph.ID{xi}, Recipients: []graph.ID{han}}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			seen := map[graph.ID]bool{}
			for _, g := range graph.Edges(c.event) {
				got = append(got, string(g.From)+" "+string(g.Type)+" "+string(g.To))
				if seen[g.ID] || g.Event != c.event.ID || g.Date != c.event.Date {
					t.Errorf("%+v: an id given twice, or another event's", g)
				}
				seen[g.ID] = true
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestEdgesSayWhatIsInferredAndDisputed(t *testing.T) {
	e := graph.Event{ID: "event:1", Kind: graph.Meet, Symmetric: true, Status: graph.Happened, Disputed: true, PlaceInferred: true,
		Actors: []graph.ID{"person:xi"}, Recipients: []graph.ID{"person:han"}, Place: hangzhou}
	for _, g := range graph.Edges(e) {
		if !g.Disputed || g.Inferred != (g.Type == graph.At) {
			t.Errorf("%+v", g)
		}
	}
}

func TestEveryKindHasWordsAndAPloverType(t *testing.T) {
	seen := map[graph.Kind]bool{}
	for _, p := range graph.Predicates {
		if seen[p.Kind] || p.Past == "" || p.Base == "" || p.Type.Quad() == "" || p.Goldstein < -10 || p.Goldstein > 10 {
			t.Errorf("%+v", p)
		}
		seen[p.Kind] = true
		if score := graph.Goldstein(p.Cameo); p.Cameo != "" && (score == nil || *score != p.Goldstein) {
			t.Errorf("%s: the code %s has two scores", p.Kind, p.Cameo)
		}
	}
	if len(seen) != 32 || len(graph.Types()) != 16 {
		t.Errorf("%d kinds, %d types", len(seen), len(graph.Types()))
	}
}
