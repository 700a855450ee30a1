package sqlite_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"syscall"
	"testing"
	"time"

	"demarche/graph"
	"demarche/graph/graphtest"
	"demarche/graph/sqlite"
)

// The articles of the benchmarks speak of what a handful of people in office did day after day: the cost of an article
// must not grow with what was said of them before.
func news(n int) []graph.Reading {
	readings := graphtest.Readings(n, 101)
	for i := range readings {
		day := graph.DateOf(time.Date(2015, 1, 1+i/4, 0, 0, 0, 0, time.UTC))
		readings[i].Article.Published = day
		for j, rep := range readings[i].Reports {
			rep.Date = day
			readings[i].Reports[j] = rep.Identify()
		}
		for j, a := range readings[i].Actors {
			if p, ok := a.(graph.Person); ok {
				p.Offices = slices.Clone(p.Offices)
				for k := range p.Offices {
					p.Offices[k].From, p.Offices[k].To = day, day
				}
				readings[i].Actors[j] = p
			}
		}
	}
	return readings
}

var news12000 = sync.OnceValue(func() []graph.Reading { return news(12_000) })

// stocked is a store that holds the first n articles of 12,000; the rest is new to it.
func stocked(b *testing.B, n int) (*sqlite.Store, []graph.Reading) {
	b.Helper()
	all := news12000()
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = os.RemoveAll(dir) })
	s := open(b, filepath.Join(dir, "graph.db"))
	b.Cleanup(func() { closed(b, s) })
	for batch := range slices.Chunk(all[:n], 200) {
		put(b, s, batch...)
	}
	return s, all[n:]
}

func BenchmarkPut(b *testing.B) {
	for _, stored := range []int{1_000, 10_000} {
		for _, batch := range []int{1, 50} {
			b.Run(fmt.Sprintf("stored=%d/batch=%d", stored, batch), func(b *testing.B) {
				s, rest := stocked(b, stored)
				done, before := 0, processor()
				for b.Loop() {
					at := done % (len(rest) - batch)
					put(b, s, rest[at:at+batch]...)
					done += batch
				}
				if done > len(rest)-batch {
					b.Fatalf("only %d new articles for %d", len(rest), done)
				}
				b.ReportMetric(float64(done)/b.Elapsed().Seconds(), "articles/s")
				b.ReportMetric(float64((processor()-before).Microseconds())/float64(done), "cpu-µs/article")
			})
		}
	}
}

// processor is the time that this process has computed for: steadier than the clock on a machine that others use too.
func processor() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func BenchmarkReads(b *testing.B) {
	s, _ := stocked(b, 10_000)
	ctx := b.Context()
	meetings := graph.EventWhere{Kind: &graph.KindOp{Eq: ptr(graph.Meet)}, Date: &graph.DateOp{Gte: ptr(graph.Date("2018"))}}
	mira := graph.EventWhere{Participants: &graph.ActorsOp{Some: &graph.ActorWhere{Name: &graph.StringOp{Eq: ptr("Mira Holt")}}}}
	people, err := s.FindActors(ctx, graph.ActorWhere{}, graph.ByName, graph.Page{First: 50})
	if err != nil {
		b.Fatal(err)
	}
	var ids []graph.ID
	for _, a := range people.Items {
		ids = append(ids, a.NodeID())
	}
	for _, c := range []struct {
		name string
		read func() error
	}{
		{"50 meetings", func() error { _, err := s.FindEvents(ctx, meetings, graph.ByDate, graph.Page{First: 50}); return err }},
		{"50 meetings, counted", func() error {
			_, err := s.FindEvents(ctx, meetings, graph.ByDate, graph.Page{First: 50, Total: true})
			return err
		}},
		{"10 events of a person", func() error { _, err := s.FindEvents(ctx, mira, graph.ByDateDesc, graph.Page{First: 10}); return err }},
		{"10 events of each actor", func() error {
			_, err := s.EventsOf(ctx, ids, graph.EventWhere{}, graph.ByDateDesc, graph.Page{First: 10})
			return err
		}},
		{"10 meetings of each", func() error {
			_, err := s.EventsOf(ctx, ids, meetings, graph.ByDateDesc, graph.Page{First: 10})
			return err
		}},
		{"actors by id", func() error { _, err := s.Actors(ctx, ids); return err }},
		{"edges of a person", func() error { _, err := s.Edges(ctx, ids[:1], []graph.EdgeType{"MET"}); return err }},
		{"search of a common name", func() error { _, err := s.Search(ctx, graph.ParseQuery("mira holt"), graph.Page{}); return err }},
		{"search of an article", func() error { _, err := s.Search(ctx, graph.ParseQuery("g101 7777"), graph.Page{}); return err }},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if err := c.read(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
