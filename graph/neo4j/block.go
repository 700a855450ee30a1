package neo4j

import (
	"context"
	"maps"
	"reflect"
	"slices"

	"demarche/graph"
)

var (
	blocksOf    = load("blocks_of")
	blocksByKey = load("blocks")
	dropEvents  = load("drop_events")
	clearEvents = load("clear_events")
	setEvents   = load("set_events")
)

// block is what is stored of one block: its events, and their reports.
type block struct {
	events  map[graph.ID]graph.Event
	reports map[graph.ID]telling
}

// telling is a report with its evidence, cut out of the text.
type telling struct {
	graph.Report
	evidence string
}

// BlocksOf implements graph.Ledger. It goes by the ends of events: a place that only a report names is in no name.
func (l *ledger) BlocksOf(ctx context.Context, nodes []graph.ID) ([]string, error) {
	if len(nodes) == 0 {
		return nil, nil
	}
	records, err := l.run(ctx, blocksOf, byLabel(nodes))
	var keys []string
	for _, r := range records {
		keys = append(keys, text(r, "block"))
	}
	return keys, err
}

// ReportsIn implements graph.Ledger: the reports of the blocks' events, but for those of the articles whose readings
// are replaced, whose new reports count instead.
func (l *ledger) ReportsIn(ctx context.Context, keys []string) (map[string][]graph.Report, error) {
	if err := l.readBlocks(ctx, keys); err != nil {
		return nil, err
	}
	reports := make(map[string][]graph.Report, len(keys))
	replaced := map[graph.ID]bool{}
	for _, r := range l.kept {
		replaced[r.Article.ID] = true
	}
	for _, key := range keys {
		for _, r := range l.blocks[key].reports {
			if !replaced[r.Article] {
				reports[key] = append(reports[key], r.Report)
			}
		}
	}
	for _, reading := range l.kept {
		for _, r := range reading.Reports {
			if _, asked := l.blocks[r.Block()]; asked {
				reports[r.Block()] = append(reports[r.Block()], r)
			}
		}
	}
	return reports, nil
}

func (l *ledger) readBlocks(ctx context.Context, keys []string) error {
	digests := make([]string, len(keys))
	for i, k := range keys {
		digests[i] = digest(k)
		l.blocks[k] = block{map[graph.ID]graph.Event{}, map[graph.ID]telling{}}
	}
	records, err := l.run(ctx, blocksByKey, map[string]any{"keys": digests})
	for _, r := range records {
		b, e := l.blocks[text(r, "block")], eventOf(column(r, "event"))
		b.events[e.ID] = e
		told, _ := r.Get("reports")
		for _, t := range told.([]any) {
			p := properties(t.(map[string]any))
			report := properties(p["report"].(map[string]any))
			b.reports[report.id("id")] = telling{reportOf(report, p.id("article")), report.text("evidence")}
		}
	}
	return err
}

// SetEvents implements graph.Ledger. An event that stays as it is, with its reports, is left alone.
func (l *ledger) SetEvents(ctx context.Context, events map[string][]graph.Event) error {
	told := l.told()
	c := change{}
	for _, key := range slices.Sorted(maps.Keys(events)) {
		c.compare(key, l.blocks[key], events[key], told)
	}
	return each(
		func() error { return l.dropEdges(ctx, c.edges) },
		func() error { return l.on(ctx, dropEvents, c.dropped) },
		func() error { return l.on(ctx, clearEvents, c.cleared) },
		func() error { return l.write(ctx, setEvents, c.events) },
		func() error { return l.link(ctx, c.set, told) },
	)
}

// told lists the reports that the blocks' events may be made of now.
func (l *ledger) told() map[graph.ID]telling {
	told := map[graph.ID]telling{}
	for _, b := range l.blocks {
		maps.Copy(told, b.reports)
	}
	for _, reading := range l.kept {
		for _, r := range reading.Reports {
			told[r.ID] = telling{r, r.Evidence.Of(reading.Article.Text)}
		}
	}
	return told
}

// change is what is to be done to turn the stored events of some blocks into others.
type change struct {
	dropped, cleared []graph.ID       // events that go; events that stay and lose their relationships
	edges            []graph.Edge     // plain edges that go
	set              []graph.Event    // events that come, or come back changed
	events           []map[string]any // their properties
}

func (c *change) compare(key string, old block, now []graph.Event, told map[graph.ID]telling) {
	stays := map[graph.ID]bool{}
	for _, e := range now {
		stays[e.ID] = true
		was, known := old.events[e.ID]
		if known && reflect.DeepEqual(was, e) && sameReports(e, old, told) {
			continue
		}
		if known {
			c.cleared, c.edges = append(c.cleared, e.ID), append(c.edges, graph.Edges(was)...)
		}
		c.set, c.events = append(c.set, e), append(c.events, eventProps(e, key))
	}
	for _, id := range slices.Sorted(maps.Keys(old.events)) {
		if !stays[id] {
			c.dropped, c.edges = append(c.dropped, id), append(c.edges, graph.Edges(old.events[id])...)
		}
	}
}

// sameReports tells whether the event's reports are stored as they are now: an id leaves the rule out, for one.
func sameReports(e graph.Event, old block, told map[graph.ID]telling) bool {
	for _, id := range e.Reports {
		if !reflect.DeepEqual(old.reports[id], told[id]) {
			return false
		}
	}
	return true
}
