package sqlite

import (
	"context"
	"errors"
	"iter"
	"slices"

	"demarche/graph"
)

// errStop ends a walk whose caller has seen enough.
var errStop = errors.New("stop")

// Records implements graph.Dumper. Until the walk ends it holds a connection, and with it the state it began with.
func (s *Store) Records(ctx context.Context, kind graph.RecordKind) iter.Seq2[graph.Record, error] {
	return func(yield func(graph.Record, error) bool) {
		give := func(v any, err error) error {
			if err == nil && !yield(graph.Record{Kind: kind, Value: v}, nil) {
				return errStop
			}
			return err
		}
		err := s.read(ctx, func(c *conn) error { return c.records(ctx, kind, give) })
		if err != nil && !errors.Is(err, errStop) {
			yield(graph.Record{}, err)
		}
	}
}

func (c *conn) records(ctx context.Context, kind graph.RecordKind, give func(any, error) error) error {
	switch kind {
	case graph.ReadingRecord:
		return c.readings(ctx, give)
	case graph.NodeRecord:
		return c.each(ctx, func(scan scanner) error { n, err := scanNode(scan); return give(n, err) }, "SELECT id, json FROM nodes ORDER BY id")
	case graph.EventRecord:
		return c.each(ctx, func(scan scanner) error { e, err := scanJSON[graph.Event](scan); return give(e, err) }, "SELECT json FROM events ORDER BY id")
	case graph.EdgeRecord:
		return c.each(ctx, func(scan scanner) error { e, err := scanEdge(scan); return give(e, err) }, "SELECT "+edgeColumns+", g.day FROM edges g ORDER BY g.id")
	}
	return nil
}

// readings puts the stored readings together, some hundred at a time.
func (c *conn) readings(ctx context.Context, give func(any, error) error) error {
	var all []graph.ID
	err := c.each(ctx, func(scan scanner) error {
		var id graph.ID
		err := scan(&id)
		all = append(all, id)
		return err
	}, "SELECT id FROM articles ORDER BY id")
	if err != nil {
		return err
	}
	for ids := range slices.Chunk(all, 200) {
		stored, err := ledger{c}.Stored(ctx, ids)
		for _, id := range ids {
			if err := give(stored[id], err); err != nil {
				return err
			}
		}
	}
	return nil
}
