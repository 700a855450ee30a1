package graphtest

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"testing"

	"demarche/graph"
)

// list is one ordered list of a store, and what World says it is.
type list[T any] struct {
	what   string
	want   []T
	cursor func(T) string
	before func(T, string) bool // whether an item comes before the place of a cursor
	get    func(graph.Page) (graph.Slice[T], error)
}

// nodeList is a list of nodes in an order.
func nodeList[T graph.Node](what string, by graph.Order, want []T, get func(graph.Page) (graph.Slice[T], error)) list[T] {
	before := func(n T, c string) bool {
		_, key, id, _ := graph.ParseCursor(c)
		byKey := cmp.Compare(by.Key(n), key)
		if by.Desc() {
			byKey = -byKey
		}
		return cmp.Or(byKey, cmp.Compare(n.NodeID(), id)) < 0
	}
	return list[T]{what + " " + string(by), want, func(n T) string { return by.Cursor(n) }, before, get}
}

// piece is what a page of the list must give.
func (l list[T]) piece(p graph.Page) graph.Slice[T] {
	p, _ = p.Check()
	lo, hi := 0, len(l.want)
	for i, item := range l.want {
		if p.After != "" && (l.before(item, p.After) || l.cursor(item) == p.After) {
			lo = i + 1
		}
		if p.Before != "" && !l.before(item, p.Before) {
			hi = min(hi, i)
		}
	}
	if p.First > 0 {
		hi = min(hi, lo+p.First)
	} else {
		lo = max(lo, hi-p.Last)
	}
	s := graph.Slice[T]{Items: l.want[lo:hi], HasPrevious: lo > 0, HasNext: hi < len(l.want)}
	if p.Total {
		s.Total = len(l.want)
	}
	return s
}

// check compares single pages and then walks the whole list both ways.
func (l list[T]) check(t *testing.T) {
	t.Helper()
	pages := []graph.Page{{}, {First: 3, Total: true}, {Last: 3, Total: true}, {First: graph.MaxPage}, {Last: graph.MaxPage}}
	for i := 0; i < len(l.want); i += 1 + len(l.want)/3 {
		c := l.cursor(l.want[i])
		pages = append(pages, graph.Page{First: 2, After: c, Total: true}, graph.Page{Last: 2, Before: c}, graph.Page{Before: c}, graph.Page{After: c})
	}
	for _, p := range pages {
		got, err := l.get(p)
		same(t, fmt.Sprintf("%s, page %+v", l.what, p), l.piece(p), must(t, got, err))
	}
	for _, size := range []int{1 + len(l.want)/4, 1 + len(l.want)/9} {
		same(t, l.what+" walked forwards", l.want, l.walk(t, graph.Page{First: size}))
		same(t, l.what+" walked backwards", l.want, l.walk(t, graph.Page{Last: size}))
	}
}

// walk collects the whole list page by page.
func (l list[T]) walk(t *testing.T, p graph.Page) []T {
	t.Helper()
	var all []T
	for range len(l.want) + 2 {
		got, err := l.get(p)
		s := must(t, got, err)
		switch {
		case p.Last > 0:
			all = append(slices.Clone(s.Items), all...)
			if !s.HasPrevious {
				return all
			}
			p.Before = l.cursor(s.Items[0])
		default:
			all = append(all, s.Items...)
			if !s.HasNext {
				return all
			}
			p.After = l.cursor(s.Items[len(s.Items)-1])
		}
	}
	t.Fatalf("%s: the walk does not end", l.what)
	return nil
}

func testLists(t *testing.T, empty func(testing.TB) Location) {
	readings := Readings(60, 21)
	w := NewWorld(readings...)
	s := filled(t, empty, readings)
	ctx := t.Context()
	t.Run("events come by day either way, whole and in pages", func(t *testing.T) {
		for _, by := range []graph.Order{graph.ByDate, graph.ByDateDesc} {
			nodeList("events", by, w.findEvents(graph.EventWhere{}, by), func(p graph.Page) (graph.Slice[graph.Event], error) {
				return s.FindEvents(ctx, graph.EventWhere{}, by, p)
			}).check(t)
		}
	})
	t.Run("actors come by folded name either way, whole and in pages", func(t *testing.T) {
		for _, by := range []graph.Order{graph.ByName, graph.ByNameDesc} {
			nodeList("actors", by, w.findActors(graph.ActorWhere{}, by), func(p graph.Page) (graph.Slice[graph.Actor], error) {
				return s.FindActors(ctx, graph.ActorWhere{}, by, p)
			}).check(t)
		}
	})
	t.Run("articles come by day either way, whole and in pages", func(t *testing.T) {
		for _, by := range []graph.Order{graph.ByPublished, graph.ByPublishedDesc} {
			nodeList("articles", by, w.findArticles(graph.ArticleWhere{}, by), func(p graph.Page) (graph.Slice[graph.Article], error) {
				return s.FindArticles(ctx, graph.ArticleWhere{}, by, p)
			}).check(t)
		}
	})
	t.Run("each parent has its own piece of the list", func(t *testing.T) { testEventsOf(t, w, s) })
	t.Run("a cursor marks a place even where its item is not listed", func(t *testing.T) { testForeignCursor(t, w, s) })
	t.Run("bad pages and strange cursors are refused", func(t *testing.T) { testBadPages(t, s) })
}

func testEventsOf(t *testing.T, w World, s graph.Store) {
	parents := append(ids(values(w.Nodes)), "person:nobody", "event:none", "")
	for id := range w.Readings {
		parents = append(parents, id)
	}
	for _, e := range values(w.Events)[:3] {
		parents = append(parents, e.ID, e.Reports[0])
	}
	parents = append(parents, parents[0])
	where := graph.EventWhere{Status: &graph.StatusOp{In: []graph.Status{graph.Happened, graph.Planned}}}
	for _, by := range []graph.Order{graph.ByDate, graph.ByDateDesc} {
		middle := by.Cursor(w.findEvents(where, graph.ByDate)[5])
		for _, p := range []graph.Page{{}, {First: 2, Total: true}, {Last: 2, Total: true}, {First: 1, After: middle, Total: true}, {Last: 3, Before: middle}} {
			for _, where := range []graph.EventWhere{{}, where} {
				got, err := s.EventsOf(t.Context(), parents, where, by, p)
				want := lined(parents, func(id graph.ID) graph.Slice[graph.Event] {
					return nodeList("", by, w.eventsOf(id, where, by), nil).piece(p)
				})
				same(t, fmt.Sprintf("events of each, %s, page %+v", by, p), want, must(t, got, err))
			}
		}
	}
}

func testForeignCursor(t *testing.T, w World, s graph.Store) {
	where := graph.EventWhere{Kind: &graph.KindOp{Eq: ptr(graph.Meet)}}
	for _, by := range []graph.Order{graph.ByDate, graph.ByDateDesc} {
		l := nodeList("meetings", by, w.findEvents(where, by), func(p graph.Page) (graph.Slice[graph.Event], error) {
			return s.FindEvents(t.Context(), where, by, p)
		})
		for _, e := range w.findEvents(graph.EventWhere{}, by) {
			for _, p := range []graph.Page{{First: 2, After: by.Cursor(e)}, {Last: 2, Before: by.Cursor(e)}} {
				got, err := l.get(p)
				same(t, fmt.Sprintf("page %+v", p), l.piece(p), must(t, got, err))
			}
		}
	}
}

func testBadPages(t *testing.T, s graph.Store) {
	for _, bad := range []struct {
		page graph.Page
		want error
	}{
		{graph.Page{First: graph.MaxPage + 1}, graph.ErrInvalid},
		{graph.Page{Last: graph.MaxPage + 1}, graph.ErrInvalid},
		{graph.Page{First: -1}, graph.ErrInvalid},
		{graph.Page{First: 1, Last: 1}, graph.ErrInvalid},
		{graph.Page{First: 1, Before: graph.ByDate.Cursor(graph.Event{ID: "event:1"})}, graph.ErrInvalid},
		{graph.Page{After: "Robert'); DROP TABLE events;--"}, graph.ErrCursor},
		{graph.Page{Before: "bm8tbnVs"}, graph.ErrCursor},
		{graph.Page{After: graph.ByDateDesc.Cursor(graph.Event{ID: "event:1"})}, graph.ErrCursor}, // another order's
	} {
		_, err1 := s.FindEvents(t.Context(), graph.EventWhere{}, graph.ByDate, bad.page)
		_, err2 := s.FindActors(t.Context(), graph.ActorWhere{}, graph.ByName, bad.page)
		_, err3 := s.FindArticles(t.Context(), graph.ArticleWhere{}, graph.ByPublished, bad.page)
		_, err4 := s.EventsOf(t.Context(), []graph.ID{"person:x"}, graph.EventWhere{}, graph.ByDate, bad.page)
		_, err5 := s.Search(t.Context(), graph.ParseQuery("vosk"), bad.page)
		for i, err := range []error{err1, err2, err3, err4, err5} {
			if !errors.Is(err, bad.want) {
				t.Errorf("list %d, page %+v: %v, want %v", i+1, bad.page, err, bad.want)
			}
		}
	}
}
