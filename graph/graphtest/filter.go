package graphtest

import (
	"encoding/json"
	"math/rand/v2"
	"testing"

	"demarche/graph"
)

// testFilters holds random filters against Cond.Match. Most of them must find something and leave something out, or
// they would prove nothing.
func testFilters(t *testing.T, empty func(testing.TB) Location) {
	readings := Readings(60, 31)
	w := NewWorld(readings...)
	s := filled(t, empty, readings)
	page := graph.Page{First: graph.MaxPage, Total: true}
	telling := 0
	f := filterer{&generator{rand.New(rand.NewPCG(31, 2))}, w}
	for range 150 {
		where := f.event(2)
		want := w.findEvents(where, graph.ByDate)
		got, err := s.FindEvents(t.Context(), where, graph.ByDate, page)
		agree(t, where, want, must(t, got, err))
		if n := len(want); n > 0 && n < len(w.Events) {
			telling++
		}
	}
	if telling < 50 {
		t.Errorf("only %d of 150 filters tell some events from others", telling)
	}
	for range 75 {
		actor, article := f.actor(2), f.article(2)
		actors, err := s.FindActors(t.Context(), actor, graph.ByName, page)
		agree(t, actor, w.findActors(actor, graph.ByName), must(t, actors, err))
		articles, err := s.FindArticles(t.Context(), article, graph.ByPublished, page)
		agree(t, article, w.findArticles(article, graph.ByPublished), must(t, articles, err))
	}
	for _, where := range f.corners() {
		got, err := s.FindEvents(t.Context(), where, graph.ByDate, page)
		agree(t, where, w.findEvents(where, graph.ByDate), must(t, got, err))
	}
}

// agree compares a whole list with what World finds.
func agree[N graph.Node](t *testing.T, where any, want []N, got graph.Slice[N]) {
	t.Helper()
	filter, _ := json.Marshal(where)
	same(t, string(filter), ids(want), ids(got.Items))
	if got.Total != len(want) {
		t.Errorf("%s: total %d, want %d", filter, got.Total, len(want))
	}
}

// filterer makes random filters of values that occur, and of some that do not.
type filterer struct {
	*generator
	w World
}

func (f filterer) event(depth int) (w graph.EventWhere) {
	for range 1 + f.IntN(2) {
		f.oneOf(&w)
	}
	if depth == 0 {
		return w
	}
	switch f.IntN(5) {
	case 0:
		w = graph.EventWhere{Or: []graph.EventWhere{f.event(depth - 1), w}}
	case 1:
		w.And = []graph.EventWhere{f.event(depth - 1)}
	case 2:
		w.Not = ptr(f.event(depth - 1))
	}
	return w
}

// oneOf sets one comparison of the filter.
func (f filterer) oneOf(w *graph.EventWhere) {
	switch f.IntN(9) {
	case 0:
		w.Kind = &graph.KindOp{In: []graph.Kind{pick(f.generator, kinds), pick(f.generator, kinds)}}
	case 1:
		w.Kind = &graph.KindOp{Ne: ptr(pick(f.generator, kinds))}
	case 2:
		w.Type = &graph.TypeOp{Eq: ptr(pick(f.generator, graph.Types()[:4]))}
	case 3:
		w.Status = &graph.StatusOp{In: []graph.Status{graph.Happened, pick(f.generator, graph.Statuses)}}
	case 4:
		w.Date = f.dates()
	case 5:
		w.Actors = f.actors()
	case 6:
		w.Recipients = f.actors()
	case 7:
		w.Participants = f.actors()
	case 8:
		w.Place = f.place()
	}
}

func (f filterer) dates() *graph.DateOp {
	day := ptr(pick(f.generator, days))
	switch f.IntN(6) {
	case 0:
		return &graph.DateOp{Gt: day}
	case 1:
		return &graph.DateOp{Gte: day, Lt: ptr(graph.Date("2023-09-24"))}
	case 2:
		return &graph.DateOp{Lt: day}
	case 3:
		return &graph.DateOp{Lte: day}
	case 4:
		return &graph.DateOp{Eq: day}
	}
	return &graph.DateOp{In: []graph.Date{*day, pick(f.generator, days), "1999"}}
}

func (f filterer) actors() *graph.ActorsOp {
	op := &graph.ActorsOp{}
	if f.chance(60) {
		op.Some = ptr(f.actor(1))
	} else {
		op.None = ptr(f.actor(1))
	}
	return op
}

func (f filterer) place() *graph.PlaceWhere {
	s := pick(f.generator, states[:3])
	switch f.IntN(4) {
	case 0:
		return &graph.PlaceWhere{Country: &graph.StringOp{Eq: &s.code}}
	case 1:
		return &graph.PlaceWhere{Country: &graph.StringOp{Ne: &s.code}}
	case 2:
		return &graph.PlaceWhere{Name: &graph.StringOp{StartsWith: ptr(s.city[:2])}}
	}
	return &graph.PlaceWhere{ID: &graph.IDOp{In: []graph.ID{graph.PlaceID(s.code, s.city), graph.PlaceID("BOR", "")}}}
}

func (f filterer) actor(depth int) (w graph.ActorWhere) {
	switch f.IntN(6) {
	case 0:
		w.Country = &graph.StringOp{In: []string{pick(f.generator, states).code, ""}}
	case 1:
		w.Name = f.name()
	case 2:
		w.Kind = &graph.ActorKindOp{Eq: ptr(graph.PersonKind)}
	case 3:
		w.ID = &graph.IDOp{Eq: ptr(pick(f.generator, ids(values(f.w.actors()))))}
	case 4:
		w.Kind = &graph.ActorKindOp{In: []graph.ActorKind{graph.CountryKind, graph.OrganizationKind}}
	}
	if depth > 0 {
		switch f.IntN(4) {
		case 0:
			w = graph.ActorWhere{Or: []graph.ActorWhere{w, f.actor(depth - 1)}}
		case 1:
			w.Not = ptr(f.actor(depth - 1))
		}
	}
	return w
}

func (f filterer) name() *graph.StringOp {
	p := pick(f.generator, people)
	switch f.IntN(5) {
	case 0:
		return &graph.StringOp{Eq: &p.other}
	case 1:
		return &graph.StringOp{Contains: ptr("ar")}
	case 2:
		return &graph.StringOp{StartsWith: ptr(p.name[:2])}
	case 3:
		return &graph.StringOp{In: []string{p.name, "the ardania"}}
	}
	return &graph.StringOp{Ne: &p.name}
}

func (f filterer) article(depth int) (w graph.ArticleWhere) {
	paper := pick(f.generator, papers)
	switch f.IntN(5) {
	case 0:
		w.Source = &graph.StringOp{Eq: &paper}
	case 1:
		w.Source = &graph.StringOp{Contains: ptr("\"Nord")}
	case 2:
		w.Published = f.dates()
	case 3:
		w.Title = &graph.StringOp{Contains: ptr("g31-00")}
	case 4:
		w.ID = &graph.IDOp{In: []graph.ID{"article:g31-001", "article:g31-002", "article:nowhere"}}
	}
	if depth > 0 && f.chance(40) {
		w = graph.ArticleWhere{Or: []graph.ArticleWhere{w, f.article(depth - 1)}, Not: ptr(f.article(depth - 1))}
	}
	return w
}

// corners are filters at the edges of the language: empty lists, unknown values, patterns of other languages.
func (f filterer) corners() []graph.EventWhere {
	name := func(op graph.StringOp) graph.EventWhere {
		return graph.EventWhere{Participants: &graph.ActorsOp{Some: &graph.ActorWhere{Name: &op}}}
	}
	return []graph.EventWhere{
		{}, {Or: []graph.EventWhere{}}, {And: []graph.EventWhere{}}, {Not: &graph.EventWhere{}},
		{Kind: &graph.KindOp{In: []graph.Kind{}}}, {ID: &graph.IDOp{In: []graph.ID{}}},
		{ID: &graph.IDOp{Eq: &values(f.w.Events)[0].ID}},
		{Date: &graph.DateOp{Eq: ptr(graph.Date(""))}}, {Date: &graph.DateOp{Gte: ptr(graph.Date(""))}},
		{Not: &graph.EventWhere{Date: &graph.DateOp{Lt: ptr(graph.Date("2023"))}}},
		{Disputed: &graph.BoolOp{Eq: ptr(true)}}, {Disputed: &graph.BoolOp{Eq: ptr(false)}},
		{Recipients: &graph.ActorsOp{None: &graph.ActorWhere{}}}, {Recipients: &graph.ActorsOp{Some: &graph.ActorWhere{}}},
		{Place: &graph.PlaceWhere{Name: &graph.StringOp{Contains: ptr("")}}},
		{Not: &graph.EventWhere{Place: &graph.PlaceWhere{Country: &graph.StringOp{Eq: ptr("ARD")}}}},
		name(graph.StringOp{Contains: ptr("%")}), name(graph.StringOp{Eq: ptr("' OR '1'='1")}), name(graph.StringOp{StartsWith: ptr("юл")}),
		name(graph.StringOp{Eq: ptr("NADIA 100 SURE")}), name(graph.StringOp{Contains: ptr("i_")}), name(graph.StringOp{Contains: ptr(".*")}),
	}
}
