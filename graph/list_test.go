package graph_test

import (
	"errors"
	"slices"
	"testing"

	"demarche/graph"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestAPageSaysOneSizeAndOneWay(t *testing.T) {
	cursor := graph.ByDate.Cursor(graph.Event{ID: "event:1", Date: "2023"})
	for name, c := range map[string]struct {
		page graph.Page
		want graph.Seek
		err  error
	}{
		"nothing said":           {graph.Page{}, graph.Seek{Limit: graph.DefaultPage}, nil},
		"first":                  {graph.Page{First: 7}, graph.Seek{Limit: 7}, nil},
		"last":                   {graph.Page{Last: 7}, graph.Seek{Limit: 7, Back: true}, nil},
		"after":                  {graph.Page{After: cursor}, graph.Seek{Limit: graph.DefaultPage, From: true, Key: "2023-01-01", ID: "event:1"}, nil},
		"before alone goes back": {graph.Page{Before: cursor}, graph.Seek{Limit: graph.DefaultPage, Back: true, From: true, Key: "2023-01-01", ID: "event:1"}, nil},
		"the largest page":       {graph.Page{First: graph.MaxPage}, graph.Seek{Limit: graph.MaxPage}, nil},
		"too large":              {graph.Page{First: graph.MaxPage + 1}, graph.Seek{}, graph.ErrInvalid},
		"below nothing":          {graph.Page{Last: -1}, graph.Seek{}, graph.ErrInvalid},
		"first and last":         {graph.Page{First: 1, Last: 1}, graph.Seek{}, graph.ErrInvalid},
		"first before":           {graph.Page{First: 1, Before: cursor}, graph.Seek{}, graph.ErrInvalid},
		"last after":             {graph.Page{Last: 1, After: cursor}, graph.Seek{}, graph.ErrInvalid},
		"after and before":       {graph.Page{After: cursor, Before: cursor}, graph.Seek{}, graph.ErrInvalid},
		"a cursor of no list":    {graph.Page{After: "not base64!"}, graph.Seek{}, graph.ErrCursor},
		"another order's cursor": {graph.Page{After: graph.ByDateDesc.Cursor(graph.Event{ID: "event:1"})}, graph.Seek{}, graph.ErrCursor},
		"a cursor of one part":   {graph.Page{After: "YWJj"}, graph.Seek{}, graph.ErrCursor},
	} {
		got, err := c.page.Seek(graph.ByDate)
		if !errors.Is(err, c.err) || err == nil && got != c.want {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}

func TestCutSaysWhetherTheListGoesOn(t *testing.T) {
	two := func(back bool) graph.Seek { return graph.Seek{Limit: 2, Back: back} }
	for name, c := range map[string]struct {
		seek   graph.Seek
		walked []int
		behind bool
		want   graph.Slice[int]
	}{
		"forwards, more to come":     {two(false), []int{1, 2, 3}, false, graph.Slice[int]{Items: []int{1, 2}, HasNext: true}},
		"forwards to the end":        {two(false), []int{3, 4}, true, graph.Slice[int]{Items: []int{3, 4}, HasPrevious: true}},
		"backwards, more before":     {two(true), []int{9, 8, 7}, false, graph.Slice[int]{Items: []int{8, 9}, HasPrevious: true}},
		"backwards to the beginning": {two(true), []int{2, 1}, true, graph.Slice[int]{Items: []int{1, 2}, HasNext: true}},
		"nothing there":              {two(false), nil, false, graph.Slice[int]{}},
	} {
		if diff := cmp.Diff(c.want, graph.Cut(c.seek, c.walked, c.behind), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestACursorMarksThePlaceOfItsNode(t *testing.T) {
	for _, c := range []struct {
		by   graph.Order
		node graph.Node
		key  string
	}{
		{graph.ByDateDesc, graph.Event{ID: "event:1", Date: "2023-09"}, "2023-09-01"},
		{graph.ByDate, graph.Event{ID: "event:1"}, ""},
		{graph.ByName, graph.Organization{Identity: graph.Identity{ID: "organization:x", Name: "Ünion"}}, "union"},
		{graph.ByPublished, graph.Article{ID: "article:x", Published: "2023"}, "2023-01-01"},
	} {
		by, key, id, err := graph.ParseCursor(c.by.Cursor(c.node))
		if err != nil || by != c.by || key != c.key || id != c.node.NodeID() {
			t.Errorf("%s of %v: %q, %q, %v", c.by, c.node, key, id, err)
		}
	}
}

func TestEqualKeysGoByIdWhicheverWay(t *testing.T) {
	a, b, c := graph.Event{ID: "event:a", Date: "2023"}, graph.Event{ID: "event:b", Date: "2023-01-01"}, graph.Event{ID: "event:c"}
	for by, want := range map[graph.Order][]graph.ID{
		graph.ByDate: {"event:c", "event:a", "event:b"}, graph.ByDateDesc: {"event:a", "event:b", "event:c"},
	} {
		list := []graph.Event{b, c, a}
		slices.SortFunc(list, func(x, y graph.Event) int { return by.Compare(x, y) })
		if got := []graph.ID{list[0].ID, list[1].ID, list[2].ID}; !slices.Equal(got, want) {
			t.Errorf("%s: %v", by, got)
		}
	}
}

func ptr[T any](v T) *T { return &v }

func TestAFilterHoldsWhenAllThatItSaysHolds(t *testing.T) {
	nodes := map[graph.ID]graph.Node{
		"person:xi":  graph.Person{Identity: graph.Identity{ID: "person:xi", Kind: graph.PersonKind, Name: "Xi Jinping", Country: "CHN", Aliases: []string{"Xi"}}},
		"person:han": graph.Person{Identity: graph.Identity{ID: "person:han", Kind: graph.PersonKind, Name: "Han Duck-soo", Country: "KOR"}},
		hangzhou:     graph.Place{ID: hangzhou, Name: "Hangzhou", Country: "CHN"},
	}
	row := graph.EventRow(graph.Event{
		ID: "event:1", Kind: graph.Meet, Type: graph.TypeConsult, Status: graph.Happened, Date: "2023-09",
		Actors: []graph.ID{"person:xi"}, Recipients: []graph.ID{"person:han"}, Place: hangzhou,
	}, func(id graph.ID) graph.Node { return nodes[id] })
	bare := graph.EventRow(graph.Event{ID: "event:2", Kind: graph.Vote}, func(graph.ID) graph.Node { return nil })
	chinese := &graph.ActorWhere{Country: &graph.StringOp{Eq: ptr("CHN")}}
	for name, c := range map[string]struct {
		where     graph.EventWhere
		row, bare bool
	}{
		"nothing":                       {graph.EventWhere{}, true, true},
		"kind":                          {graph.EventWhere{Kind: &graph.KindOp{In: []graph.Kind{graph.Call, graph.Meet}}}, true, false},
		"no kind at all":                {graph.EventWhere{Kind: &graph.KindOp{In: []graph.Kind{}}}, false, false},
		"another kind":                  {graph.EventWhere{Kind: &graph.KindOp{Ne: ptr(graph.Meet)}}, false, true},
		"kind and status":               {graph.EventWhere{Kind: &graph.KindOp{Eq: ptr(graph.Meet)}, Status: &graph.StatusOp{Eq: ptr(graph.Denied)}}, false, false},
		"a month is its first day":      {graph.EventWhere{Date: &graph.DateOp{Gte: ptr(graph.Date("2023-09-01")), Lt: ptr(graph.Date("2023-09-02"))}}, true, false},
		"an unknown date is not before": {graph.EventWhere{Date: &graph.DateOp{Lt: ptr(graph.Date("2030"))}}, true, false},
		"an unknown date is not after":  {graph.EventWhere{Date: &graph.DateOp{Gt: ptr(graph.Date("1900"))}}, true, false},
		"not of a false is true":        {graph.EventWhere{Not: &graph.EventWhere{Date: &graph.DateOp{Lt: ptr(graph.Date("2020"))}}}, true, true},
		"an actor":                      {graph.EventWhere{Actors: &graph.ActorsOp{Some: chinese}}, true, false},
		"not a recipient":               {graph.EventWhere{Recipients: &graph.ActorsOp{Some: chinese}}, false, false},
		"no such recipient":             {graph.EventWhere{Recipients: &graph.ActorsOp{None: chinese}}, true, true},
		"some actor of any sort":        {graph.EventWhere{Actors: &graph.ActorsOp{Some: &graph.ActorWhere{}}}, true, false},
		"any known name, folded":        {graph.EventWhere{Participants: &graph.ActorsOp{Some: &graph.ActorWhere{Name: &graph.StringOp{Eq: ptr("XI")}}}}, true, false},
		"one actor must pass all":       {graph.EventWhere{Participants: &graph.ActorsOp{Some: &graph.ActorWhere{Name: &graph.StringOp{StartsWith: ptr("han")}, Country: &graph.StringOp{Eq: ptr("CHN")}}}}, false, false},
		"the place's country":           {graph.EventWhere{Place: &graph.PlaceWhere{Country: &graph.StringOp{Eq: ptr("CHN")}}}, true, false},
		"no place has no name":          {graph.EventWhere{Place: &graph.PlaceWhere{Name: &graph.StringOp{Contains: ptr("")}}}, true, false},
		"or":                            {graph.EventWhere{Or: []graph.EventWhere{{Kind: &graph.KindOp{Eq: ptr(graph.Vote)}}, {Kind: &graph.KindOp{Eq: ptr(graph.Call)}}}}, false, true},
		"or of nothing":                 {graph.EventWhere{Or: []graph.EventWhere{}}, false, false},
		"and of nothing":                {graph.EventWhere{And: []graph.EventWhere{}}, true, true},
		"undisputed":                    {graph.EventWhere{Disputed: &graph.BoolOp{Eq: ptr(false)}}, true, true},
	} {
		cond := c.where.Cond()
		if got, gotBare := cond.Match(row), cond.Match(bare); got != c.row || gotBare != c.bare {
			t.Errorf("%s: %t of the meeting, %t of the bare event; want %t, %t", name, got, gotBare, c.row, c.bare)
		}
	}
}

func TestASearchIsWords(t *testing.T) {
	got := graph.ParseQuery(` "Xi" OR xi* -Hangzhou `)
	want := graph.Query{Text: "xi or xi hangzhou", Terms: []string{"hangzhou", "or", "xi"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestHitsGoByNameFirstThenBySort(t *testing.T) {
	order := []string{
		graph.Rank("person:x", true, true), graph.Rank("place:x", true, true), graph.Rank("country:x", false, true),
		graph.Rank("occasion:x", false, true), graph.Rank("organization:x", false, false), graph.Rank("place:x", false, false),
		graph.Rank("occasion:x", false, false), graph.Rank("event:x", false, false), graph.Rank("article:x", false, false),
	}
	if !slices.IsSorted(order) || len(slices.Compact(slices.Clone(order))) != len(order) {
		t.Error(order)
	}
}
