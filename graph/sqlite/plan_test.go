package sqlite_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"demarche/graph"
	"demarche/graph/graphtest"
	"demarche/graph/sqlite"
)

// A list that sorts, or looks at every row, is quick on the samples of a test and slow on a real graph: the plans show it.
func TestReadsWalkAlongTheirIndexes(t *testing.T) {
	who := graph.ActorWhere{ID: &graph.IDOp{Eq: ptr(graph.ID("person:mira-holt"))}}
	named := graph.ActorWhere{Name: &graph.StringOp{Eq: ptr("Mira Holt")}}
	place := graph.PlaceWhere{ID: &graph.IDOp{Eq: ptr(graph.ID("place:ARD"))}}
	next := func(by graph.Order) graph.Page {
		return graph.Page{After: by.Cursor(graph.Event{ID: "event:5", Date: "2022"})}
	}
	events := func(w graph.EventWhere, by graph.Order, p graph.Page) func(context.Context, *sqlite.Store) error {
		return func(ctx context.Context, s *sqlite.Store) error { _, err := s.FindEvents(ctx, w, by, p); return err }
	}
	for name, c := range map[string]struct {
		read func(context.Context, *sqlite.Store) error
		want []string // all in the plan
		not  []string // none in it
	}{
		"events by day": {
			events(graph.EventWhere{}, graph.ByDate, graph.Page{}),
			[]string{"SCAN e USING INDEX events_day"}, []string{"TEMP B-TREE"},
		},
		"events by day, latest first, from a cursor on": {
			events(graph.EventWhere{}, graph.ByDateDesc, next(graph.ByDateDesc)),
			[]string{"SEARCH e USING INDEX events_day_desc (day<?)"}, []string{"TEMP B-TREE", "SCAN e"},
		},
		"events since a day": {
			events(graph.EventWhere{Date: &graph.DateOp{Gte: ptr(graph.Date("2022"))}}, graph.ByDate, graph.Page{}),
			[]string{"SEARCH e USING INDEX events_day (day>?)"}, []string{"TEMP B-TREE", "SCAN"},
		},
		"events of a kind": {
			events(graph.EventWhere{Kind: &graph.KindOp{Eq: ptr(graph.Meet)}}, graph.ByDate, graph.Page{}),
			[]string{"SEARCH e USING INDEX events_kind (kind=?)"}, []string{"TEMP B-TREE", "SCAN"},
		},
		"events of a kind since a day, latest first": {
			events(graph.EventWhere{Kind: &graph.KindOp{Eq: ptr(graph.Meet)}, Date: &graph.DateOp{Gte: ptr(graph.Date("2022"))}}, graph.ByDateDesc, graph.Page{}),
			[]string{"SEARCH e USING INDEX events_kind_desc (kind=? AND day>?)"}, []string{"TEMP B-TREE", "SCAN"},
		},
		"events with a participant": {
			events(graph.EventWhere{Participants: &graph.ActorsOp{Some: &who}}, graph.ByDate, graph.Page{}),
			[]string{"SEARCH a USING COVERING INDEX sqlite_autoindex_nodes_1 (id=?)", "SEARCH l USING COVERING INDEX links_desc (parent=?)"}, []string{"SCAN a", "SCAN l"},
		},
		"events with a participant of a name": {
			events(graph.EventWhere{Participants: &graph.ActorsOp{Some: &named}}, graph.ByDate, graph.Page{}),
			[]string{"SEARCH n USING COVERING INDEX names_name (name=?)", "SEARCH l USING COVERING INDEX links_desc (parent=?)"}, []string{"SCAN n", "SCAN l"},
		},
		"events at a place": {
			events(graph.EventWhere{Place: &place}, graph.ByDate, graph.Page{}),
			[]string{"SEARCH p USING INDEX sqlite_autoindex_nodes_1 (id=?)", "SEARCH e USING INDEX events_place (place=?)"}, []string{"SCAN p"},
		},
		"events of parents": {
			func(ctx context.Context, s *sqlite.Store) error {
				_, err := s.EventsOf(ctx, []graph.ID{"person:mira-holt", "place:ARD"}, graph.EventWhere{Kind: &graph.KindOp{Eq: ptr(graph.Meet)}}, graph.ByDate, next(graph.ByDate))
				return err
			},
			[]string{"SEARCH l USING PRIMARY KEY (parent=? AND day>?)", "SEARCH v USING INDEX sqlite_autoindex_events_1 (id=?)", "SEARCH e EXISTS USING INDEX sqlite_autoindex_events_1 (id=?)"},
			[]string{"SCAN v", "SCAN l", "SCAN e"},
		},
		"edges of nodes": {
			func(ctx context.Context, s *sqlite.Store) error {
				_, err := s.Edges(ctx, []graph.ID{"person:mira-holt"}, nil)
				return err
			},
			[]string{"SEARCH g USING INDEX edges_source (source=?)", "SEARCH g USING INDEX edges_target (target=?)"}, []string{"SCAN g"},
		},
		"actors by name": {
			func(ctx context.Context, s *sqlite.Store) error {
				_, err := s.FindActors(ctx, graph.ActorWhere{}, graph.ByName, graph.Page{})
				return err
			},
			[]string{"SEARCH a USING INDEX nodes_key (actor=?)"}, []string{"TEMP B-TREE", "SCAN"},
		},
		"search": {
			func(ctx context.Context, s *sqlite.Store) error {
				_, err := s.Search(ctx, graph.ParseQuery("mira holt"), graph.Page{})
				return err
			},
			[]string{"SCAN w VIRTUAL TABLE INDEX", "SEARCH d USING INTEGER PRIMARY KEY (rowid=?)"}, []string{"SCAN d"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t, filepath.Join(t.TempDir(), "graph.db"))
			defer closed(t, s)
			put(t, s, graphtest.Readings(20, 5)...)
			if err := c.read(t.Context(), s); err != nil {
				t.Fatal(err)
			}
			plans, err := s.ReadPlans(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if len(plans) == 0 {
				t.Fatal("no statement was run")
			}
			var all strings.Builder
			for text, plan := range plans {
				all.WriteString(text + "\n" + plan)
				for _, bad := range c.not {
					if strings.Contains(plan, bad) {
						t.Errorf("%s: %s in\n%s", text, bad, plan)
					}
				}
			}
			for _, good := range c.want {
				if !strings.Contains(all.String(), good) {
					t.Errorf("no %q in\n%s", good, all.String())
				}
			}
		})
	}
}

// A write that looks at every row makes each article dearer than the one before.
func TestWritesScanNoTable(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "graph.db"))
	defer closed(t, s)
	readings := graphtest.Readings(30, 5)
	put(t, s, readings...)
	for i := range readings {
		readings[i].Article.Version, readings[i].Reports, readings[i].Mentions = 9, nil, nil
		readings[i].Actors, readings[i].Places, readings[i].Occasions = nil, nil, nil
	}
	put(t, s, readings...)
	plans, err := s.WritePlans(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(plans) < 30 {
		t.Errorf("only %d statements were run: %v", len(plans), plans)
	}
	for text, plan := range plans {
		for line := range strings.Lines(plan) {
			if strings.HasPrefix(line, "SCAN") && !strings.Contains(line, " VIRTUAL TABLE INDEX ") && !strings.Contains(line, "INDEX forms_gone") {
				t.Errorf("%s: %s", text, line)
			}
		}
	}
}

func ptr[T any](v T) *T { return &v }
