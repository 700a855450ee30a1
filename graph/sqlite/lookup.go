package sqlite

import (
	"context"
	"encoding/json"

	"demarche/graph"
)

// A look-up of many keys is one statement over json_each; what it finds goes to the places of its keys.

const (
	articlesAt  = `SELECT j.key, ` + articleColumns + ` FROM json_each(?) j JOIN articles a ON a.id = j.value`
	nodesAt     = `SELECT j.key, n.id, n.json FROM json_each(?) j JOIN nodes n ON n.id = j.value`
	reportsAt   = `SELECT j.key, r.json FROM json_each(?) j JOIN reports r ON r.id = j.value`
	reportsOfAt = `SELECT j.key, r.json FROM json_each(?) j JOIN reports r ON r.article = j.value
		ORDER BY j.key, r.json ->> '$.evidence.start', r.json ->> '$.evidence.end', r.id`
	eventsAt = `SELECT j.key, e.json FROM json_each(?) j JOIN links l ON l.parent = j.value JOIN events e ON e.id = l.event`

	edgeColumns = `g.id, g.type, g.source, g.target, g.event, g.date, g.inferred, g.disputed`
	edgesAt     = `SELECT j.key, ` + edgeColumns + `, g.day FROM json_each(?1) j JOIN edges g ON g.source = j.value
		WHERE ?2 IS NULL OR g.type IN (SELECT value FROM json_each(?2))
		UNION ALL SELECT j.key, ` + edgeColumns + `, g.day FROM json_each(?1) j JOIN edges g ON g.target = j.value
		WHERE ?2 IS NULL OR g.type IN (SELECT value FROM json_each(?2))
		ORDER BY 1, 10, 3, 2`
)

type scanner = func(...any) error

// lined runs a look-up over json_each(?1). Each row is the index of its key, which lined takes, and what read reads of
// the rest; put puts that into the key's place.
func lined[T, R any](ctx context.Context, s *Store, ids []graph.ID, read func(scanner) (T, error), put func(*R, T), text string, more ...any) ([]R, error) {
	out := make([]R, len(ids))
	if len(ids) == 0 {
		return out, nil
	}
	keys, err := jsonOf(ids)
	if err != nil {
		return nil, err
	}
	err = s.read(ctx, func(c *conn) error {
		return c.each(ctx, func(scan scanner) error {
			var i int
			v, err := read(func(rest ...any) error { return scan(append([]any{&i}, rest...)...) })
			if err == nil {
				put(&out[i], v)
			}
			return err
		}, text, append([]any{keys}, more...)...)
	})
	return out, err
}

func one[T any](to **T, v T) { *to = &v }

func many[T any](to *[]T, v T) { *to = append(*to, v) }

// oneNode takes nodes of the type T and leaves out others.
func oneNode[T graph.Node](to **T, n graph.Node) {
	if v, ok := n.(T); ok {
		*to = &v
	}
}

// scanJSON reads a row that is one json column.
func scanJSON[T any](scan scanner) (v T, err error) {
	var data []byte
	if err = scan(&data); err == nil {
		err = json.Unmarshal(data, &v)
	}
	return v, err
}

// Articles implements graph.Lookups.
func (s *Store) Articles(ctx context.Context, ids []graph.ID) ([]*graph.Article, error) {
	return lined(ctx, s, ids, scanArticle, one, articlesAt)
}

// Actors implements graph.Lookups.
func (s *Store) Actors(ctx context.Context, ids []graph.ID) ([]graph.Actor, error) {
	return lined(ctx, s, ids, scanNode, func(to *graph.Actor, n graph.Node) {
		if a, ok := n.(graph.Actor); ok {
			*to = a
		}
	}, nodesAt)
}

// Places implements graph.Lookups.
func (s *Store) Places(ctx context.Context, ids []graph.ID) ([]*graph.Place, error) {
	return lined(ctx, s, ids, scanNode, oneNode[graph.Place], nodesAt)
}

// Occasions implements graph.Lookups.
func (s *Store) Occasions(ctx context.Context, ids []graph.ID) ([]*graph.Occasion, error) {
	return lined(ctx, s, ids, scanNode, oneNode[graph.Occasion], nodesAt)
}

// Reports implements graph.Lookups.
func (s *Store) Reports(ctx context.Context, ids []graph.ID) ([]*graph.Report, error) {
	return lined(ctx, s, ids, scanJSON[graph.Report], one, reportsAt)
}

// ReportsOf implements graph.Lookups.
func (s *Store) ReportsOf(ctx context.Context, articles []graph.ID) ([][]graph.Report, error) {
	return lined(ctx, s, articles, scanJSON[graph.Report], many, reportsOfAt)
}

// Events implements graph.Lookups. An event is looked up through the report that its id was made from.
func (s *Store) Events(ctx context.Context, ids []graph.ID) ([]*graph.Event, error) {
	reports := make([]graph.ID, len(ids))
	for i, id := range ids {
		if id.Prefix() == graph.EventPrefix {
			reports[i] = graph.ReportOf(id)
		}
	}
	return lined(ctx, s, reports, scanJSON[graph.Event], one, eventsAt)
}

// Edges implements graph.Lookups.
func (s *Store) Edges(ctx context.Context, nodes []graph.ID, types []graph.EdgeType) ([][]graph.Edge, error) {
	if types == nil {
		return lined(ctx, s, nodes, scanEdge, many, edgesAt, nil)
	}
	allowed, err := jsonOf(types)
	if err != nil {
		return nil, err
	}
	return lined(ctx, s, nodes, scanEdge, many, edgesAt, allowed)
}

func scanEdge(scan scanner) (e graph.Edge, err error) {
	var day string
	err = scan(&e.ID, &e.Type, &e.From, &e.To, &e.Event, &e.Date, &e.Inferred, &e.Disputed, &day)
	return e, err
}
