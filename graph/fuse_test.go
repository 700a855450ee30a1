package graph_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"demarche/graph"
	"demarche/graph/graphtest"

	"github.com/google/go-cmp/cmp"
)

// said is a report of a meeting of Una and Bela, made by an article.
func said(article string, status graph.Status, place graph.ID) graph.Report {
	return graph.Report{
		Article: graph.ArticleID(article), Type: graph.TypeConsult, Kind: graph.Meet, Symmetric: true, Status: status, Place: place,
		Actors: []graph.ID{"person:una"}, Recipients: []graph.ID{"person:bela"}, Date: "2023-09-23", Rule: "by hand",
		Evidence: graph.Span{Start: 0, End: 9},
	}.Identify()
}

func inferred(r graph.Report) graph.Report { r.PlaceInferred = true; return r.Identify() }

const (
	hangzhou graph.ID = "place:CHN/hangzhou"
	seoul    graph.ID = "place:KOR/seoul"
	china    graph.ID = "place:CHN"
)

func TestFuseSplitsABlockByTheStatedPlaces(t *testing.T) {
	type event struct {
		Place    graph.ID
		Inferred bool
		Reports  int
	}
	for name, c := range map[string]struct {
		reports []graph.Report
		want    []event
	}{
		"nothing said, nothing happened": {nil, nil},
		"no place":                       {[]graph.Report{said("a", graph.Happened, ""), said("b", graph.Happened, "")}, []event{{"", false, 2}}},
		"an unknown place matches any": {
			[]graph.Report{said("a", graph.Happened, hangzhou), said("b", graph.Happened, "")}, []event{{hangzhou, false, 2}}},
		"a country takes in its cities": {
			[]graph.Report{said("a", graph.Happened, china), said("b", graph.Happened, hangzhou)}, []event{{hangzhou, false, 2}}},
		"two cities are two events, and the unknown goes with the most": {
			[]graph.Report{said("a", graph.Happened, hangzhou), said("b", graph.Happened, seoul), said("c", graph.Happened, seoul), said("d", graph.Happened, "")},
			[]event{{hangzhou, false, 1}, {seoul, false, 3}}},
		"an inferred place does not split": {
			[]graph.Report{said("a", graph.Happened, hangzhou), inferred(said("b", graph.Happened, seoul))}, []event{{hangzhou, false, 2}}},
		"an inferred place shows where nothing is stated, the least of them": {
			[]graph.Report{inferred(said("a", graph.Happened, seoul)), inferred(said("b", graph.Happened, hangzhou)), said("c", graph.Happened, "")},
			[]event{{hangzhou, true, 3}}},
		"a report that stands there twice counts once": {
			[]graph.Report{said("a", graph.Happened, ""), said("a", graph.Happened, "")}, []event{{"", false, 1}}},
	} {
		t.Run(name, func(t *testing.T) {
			var got []event
			for _, e := range graph.Fuse(c.reports) {
				got = append(got, event{e.Place, e.PlaceInferred, len(e.Reports)})
			}
			slices.SortFunc(got, func(a, b event) int { return len(a.Place) - len(b.Place) })
			slices.SortFunc(c.want, func(a, b event) int { return len(a.Place) - len(b.Place) })
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFuseSettlesTheStatusByOneRule(t *testing.T) {
	for name, c := range map[string]struct {
		says     []graph.Status // one article each
		want     graph.Status
		disputed bool
	}{
		"announced":                       {[]graph.Status{graph.Planned, graph.Possible}, graph.Planned, false},
		"considered":                      {[]graph.Status{graph.Possible}, graph.Possible, false},
		"announced and then done":         {[]graph.Status{graph.Planned, graph.Happened}, graph.Happened, false},
		"announced and then called off":   {[]graph.Status{graph.Planned, graph.Planned, graph.Cancelled}, graph.Cancelled, false},
		"going on, then over":             {[]graph.Status{graph.Ongoing, graph.Happened}, graph.Happened, false},
		"said by more than deny it":       {[]graph.Status{graph.Happened, graph.Ongoing, graph.Denied}, graph.Happened, true},
		"denied by as many as say it":     {[]graph.Status{graph.Happened, graph.Denied}, graph.Denied, true},
		"denied by more":                  {[]graph.Status{graph.Happened, graph.Denied, graph.Denied}, graph.Denied, true},
		"called off by more than deny it": {[]graph.Status{graph.Cancelled, graph.Cancelled, graph.Denied}, graph.Cancelled, false},
		"denied after an announcement":    {[]graph.Status{graph.Planned, graph.Denied}, graph.Denied, false},
	} {
		t.Run(name, func(t *testing.T) {
			var reports []graph.Report
			for i, s := range c.says {
				reports = append(reports, said(string(rune('a'+i)), s, ""))
			}
			e := graph.Fuse(reports)[0]
			if e.Status != c.want || e.Disputed != c.disputed {
				t.Errorf("%s, disputed %t; want %s, %t", e.Status, e.Disputed, c.want, c.disputed)
			}
		})
	}
}

func TestOneArticleThatRepeatsItselfHasOneVoice(t *testing.T) {
	again := said("a", graph.Happened, "")
	again.Evidence.Start = 3
	reports := []graph.Report{said("a", graph.Happened, ""), again.Identify(), said("b", graph.Denied, "")}
	if e := graph.Fuse(reports)[0]; e.Status != graph.Denied || !e.Disputed {
		t.Errorf("%s, disputed %t; want DENIED, true: one article against one", e.Status, e.Disputed)
	}
}

func TestFuseDependsOnTheSetOfReportsOnly(t *testing.T) {
	blocks := map[string][]graph.Report{}
	for _, r := range graphtest.Readings(300, 5) {
		for _, rep := range r.Reports {
			blocks[rep.Block()] = append(blocks[rep.Block()], rep)
		}
	}
	random := rand.New(rand.NewPCG(5, 5))
	shuffled := 0
	for key, reports := range blocks {
		want := graph.Fuse(reports)
		for range 5 {
			again := slices.Concat(reports, reports[:random.IntN(len(reports)+1)])
			random.Shuffle(len(again), func(i, j int) { again[i], again[j] = again[j], again[i] })
			if diff := cmp.Diff(want, graph.Fuse(again)); diff != "" {
				t.Fatalf("%s: %s", key, diff)
			}
		}
		if len(reports) > 2 {
			shuffled++
		}
	}
	if shuffled < 20 {
		t.Errorf("only %d blocks of several reports", shuffled)
	}
}

func TestEveryReportIsInOneEventOfItsBlock(t *testing.T) {
	blocks := map[string][]graph.Report{}
	for _, r := range graphtest.Readings(300, 6) {
		for _, rep := range r.Reports {
			blocks[rep.Block()] = append(blocks[rep.Block()], rep)
		}
	}
	for key, reports := range blocks {
		seen := map[graph.ID]int{}
		for _, e := range graph.Fuse(reports) {
			if graph.ReportOf(e.ID) != e.Reports[0] {
				t.Errorf("%s: the id of %s is not of its least report %s", key, e.ID, e.Reports[0])
			}
			for _, r := range e.Reports {
				seen[r]++
			}
		}
		for _, r := range reports {
			if seen[r.ID] != 1 {
				t.Errorf("%s: %s is in %d events", key, r.ID, seen[r.ID])
			}
		}
	}
}

func TestBlocksGatherWhatCouldBeOneEvent(t *testing.T) {
	base := said("a", graph.Happened, "")
	alter := func(change func(*graph.Report)) graph.Report {
		r := base
		change(&r)
		return r.Identify()
	}
	swap := func(r *graph.Report) { r.Actors, r.Recipients = r.Recipients, r.Actors }
	for name, c := range map[string]struct {
		other graph.Report
		same  bool
	}{
		"another article":                     {said("b", graph.Denied, seoul), true},
		"the other side first, if two-sided":  {alter(swap), true},
		"the other side first, if one-sided":  {alter(func(r *graph.Report) { swap(r); r.Symmetric = false }), false},
		"another day":                         {alter(func(r *graph.Report) { r.Date = "2023-09-24" }), false},
		"another precision":                   {alter(func(r *graph.Report) { r.Date = "2023-09" }), false},
		"another kind":                        {alter(func(r *graph.Report) { r.Kind = graph.Call }), false},
		"one more at the table":               {alter(func(r *graph.Report) { r.Recipients = []graph.ID{"person:bela", "person:cy"} }), false},
		"no date, which stays in its article": {alter(func(r *graph.Report) { r.Date = "" }), false},
	} {
		if got := c.other.Block() == base.Block(); got != c.same {
			t.Errorf("%s: same block %t, want %t", name, got, c.same)
		}
	}
	undated := func(article string) string { r := said(article, graph.Happened, ""); r.Date = ""; return r.Block() }
	if undated("a") == undated("b") {
		t.Error("reports without a date meet across articles")
	}
}
