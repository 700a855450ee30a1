package sqlite

import (
	"context"
	"encoding/json"

	"demarche/graph"
)

// The ways to an event, as links.role adds them up.
const (
	roleActor = 1 << iota
	roleRecipient
	rolePlace
	roleOccasion
	roleArticle
	roleReport
)

const (
	blocksOf  = `SELECT DISTINCT e.block FROM json_each(?) j JOIN links l ON l.parent = j.value JOIN events e ON e.id = l.event`
	reportsIn = `SELECT block, json FROM reports WHERE block IN (SELECT value FROM json_each(?))`
	eventsIn  = `SELECT id, block, json FROM events WHERE block IN (SELECT value FROM json_each(?))`
	articleOf = `SELECT id, article FROM reports WHERE id IN (SELECT value FROM json_each(?))`

	dropEvents = `DELETE FROM events WHERE id IN (SELECT value FROM json_each(?))`
	dropLinks  = `DELETE FROM links WHERE event IN (SELECT value FROM json_each(?))`
	dropEdges  = `DELETE FROM edges WHERE event IN (SELECT value FROM json_each(?))`
	addEvents  = `INSERT INTO events SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8 FROM json_each(?)`
	addLinks   = `INSERT INTO links SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?) WHERE true
		ON CONFLICT DO UPDATE SET role = role | excluded.role`
	addEdges = `INSERT INTO edges SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8 FROM json_each(?)`
)

// BlocksOf implements graph.Ledger.
func (l ledger) BlocksOf(ctx context.Context, nodes []graph.ID) (blocks []string, err error) {
	if len(nodes) == 0 {
		return nil, nil
	}
	err = l.find(ctx, func(scan scanner) error {
		var b string
		err := scan(&b)
		blocks = append(blocks, b)
		return err
	}, blocksOf, nodes)
	return blocks, err
}

// ReportsIn implements graph.Ledger.
func (l ledger) ReportsIn(ctx context.Context, blocks []string) (map[string][]graph.Report, error) {
	reports := make(map[string][]graph.Report, len(blocks))
	err := l.find(ctx, func(scan scanner) error {
		var block string
		var data []byte
		if err := scan(&block, &data); err != nil {
			return err
		}
		var r graph.Report
		err := json.Unmarshal(data, &r)
		reports[block] = append(reports[block], r)
		return err
	}, reportsIn, blocks)
	return reports, err
}

// SetEvents implements graph.Ledger. Events that stay as they are are not touched.
func (l ledger) SetEvents(ctx context.Context, blocks map[string][]graph.Event) error {
	keys := make([]string, 0, len(blocks))
	for b := range blocks {
		keys = append(keys, b)
	}
	before, err := l.eventsIn(ctx, keys)
	if err != nil {
		return err
	}
	var add []graph.Event
	var rows []row
	for block, events := range blocks {
		for _, e := range events {
			data, err := jsonOf(e)
			if err != nil {
				return err
			}
			if before[e.ID] == data {
				delete(before, e.ID)
				continue
			}
			add = append(add, e)
			rows = append(rows, row{e.ID, block, e.Kind, e.Type, e.Status, e.Date.First(), truth(e.Disputed), e.Place, data})
		}
	}
	if err := l.dropEvents(ctx, before, add); err != nil {
		return err
	}
	if err := l.insert(ctx, addEvents, rows); err != nil {
		return err
	}
	return l.lead(ctx, add)
}

func truth(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// eventsIn gives the stored events of the blocks as their JSON.
func (l ledger) eventsIn(ctx context.Context, blocks []string) (map[graph.ID]string, error) {
	events := map[graph.ID]string{}
	err := l.find(ctx, func(scan scanner) error {
		var id graph.ID
		var block, data string
		err := scan(&id, &block, &data)
		events[id] = data
		return err
	}, eventsIn, blocks)
	return events, err
}

// dropEvents removes the events that changed or went. An event that comes back keeps its place in search.
func (l ledger) dropEvents(ctx context.Context, before map[graph.ID]string, add []graph.Event) error {
	drop := make([]graph.ID, 0, len(before))
	for id := range before {
		drop = append(drop, id)
	}
	for _, text := range []string{dropEvents, dropLinks, dropEdges} {
		if err := l.over(ctx, text, drop); err != nil {
			return err
		}
	}
	for _, e := range add {
		delete(before, e.ID)
	}
	gone := make([]graph.ID, 0, len(before))
	for id := range before {
		gone = append(gone, id)
	}
	return l.unindex(ctx, gone)
}

// lead writes all ways to the events: links, plain edges, search.
func (l ledger) lead(ctx context.Context, events []graph.Event) error {
	articles, err := l.articlesOf(ctx, events)
	if err != nil {
		return err
	}
	var links, edges []row
	for _, e := range events {
		day := e.Date.First()
		link := func(role int, parents ...graph.ID) {
			for _, p := range parents {
				if p != "" {
					links = append(links, row{p, day, e.ID, role})
				}
			}
		}
		link(roleActor, e.Actors...)
		link(roleRecipient, e.Recipients...)
		link(rolePlace, e.Place)
		link(roleOccasion, e.Occasion)
		link(roleReport, e.Reports...)
		for _, r := range e.Reports {
			link(roleArticle, articles[r])
		}
		for _, g := range graph.Edges(e) {
			edges = append(edges, row{g.ID, g.Type, g.From, g.To, g.Event, day, g.Date, bit(g.Inferred), bit(g.Disputed)})
		}
		if err := l.index(ctx, e); err != nil {
			return err
		}
	}
	if err := l.insert(ctx, addLinks, links); err != nil {
		return err
	}
	return l.insert(ctx, addEdges, edges)
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// articlesOf gives the article of each report of the events.
func (l ledger) articlesOf(ctx context.Context, events []graph.Event) (map[graph.ID]graph.ID, error) {
	var reports []graph.ID
	for _, e := range events {
		reports = append(reports, e.Reports...)
	}
	articles := make(map[graph.ID]graph.ID, len(reports))
	err := l.find(ctx, func(scan scanner) error {
		var report, article graph.ID
		err := scan(&report, &article)
		articles[report] = article
		return err
	}, articleOf, reports)
	return articles, err
}
