package sqlite_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"demarche/graph"
	"demarche/graph/graphtest"
)

func TestLargeQuestionsAreAnswered(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "graph.db"))
	defer closed(t, s)
	readings := graphtest.Readings(30, 5)
	put(t, s, readings...)
	want := len(graphtest.NewWorld(readings...).Events)
	count := func(w graph.EventWhere) int {
		t.Helper()
		got, err := s.FindEvents(t.Context(), w, graph.ByDate, graph.Page{Total: true})
		if err != nil {
			t.Fatal(err)
		}
		return got.Total
	}
	t.Run("a list of a hundred thousand values", func(t *testing.T) {
		ids := make([]graph.ID, 100_000)
		for i := range ids {
			ids[i] = graph.ID(fmt.Sprint("event:", i))
		}
		if n := count(graph.EventWhere{Not: &graph.EventWhere{ID: &graph.IDOp{In: ids}}}); n != want {
			t.Errorf("%d events, want %d", n, want)
		}
	})
	t.Run("a filter a hundred deep", func(t *testing.T) {
		deep := graph.EventWhere{}
		for range 100 {
			inner := deep
			deep = graph.EventWhere{Not: &inner}
		}
		if n := count(deep); n != want {
			t.Errorf("%d events, want %d", n, want)
		}
	})
	t.Run("a search of five thousand words", func(t *testing.T) {
		var words strings.Builder
		for i := range 5000 {
			fmt.Fprintf(&words, "word%d ", i)
		}
		got, err := s.Search(t.Context(), graph.ParseQuery(words.String()), graph.Page{Total: true})
		if err != nil || len(got.Items) != 0 {
			t.Errorf("%v, %v", got, err)
		}
	})
	t.Run("an article of ten megabytes", func(t *testing.T) {
		r := readings[0]
		r.Article.ID, r.Reports = "article:long", nil
		r.Article.Text += strings.Repeat(" the quick brown fox said so and nothing came of it;", 200_000)
		put(t, s, r)
		got, err := s.Search(t.Context(), graph.ParseQuery("quick brown fox"), graph.Page{})
		if err != nil || len(got.Items) != 1 {
			t.Errorf("%v, %v", got, err)
		}
		stored, err := s.Articles(t.Context(), []graph.ID{"article:long"})
		if err != nil || stored[0].Text != r.Article.Text {
			t.Errorf("the text came back changed: %v", err)
		}
	})
}
