package neo4j

import (
	"context"
	"errors"
	"iter"

	bolt "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"demarche/graph"
)

var (
	recordReadings = load("record_readings")
	recordNodes    = load("record_nodes")
	recordEvents   = load("record_events")
	recordEdges    = load("record_edges")
)

// Records gives all records of one kind, ascending by id, as the server sends them. Writers wait meanwhile, so that they
// are of one state; on a database that may only be read there are none.
func (s *Store) Records(ctx context.Context, kind graph.RecordKind) iter.Seq2[graph.Record, error] {
	switch kind {
	case graph.ReadingRecord:
		return s.records(ctx, kind, func(r *bolt.Record) (any, error) { return readingOf(r) }, recordReadings)
	case graph.NodeRecord:
		return s.records(ctx, kind, func(r *bolt.Record) (any, error) { return nodeOf(column(r, "node")), nil }, nodeStatements()...)
	case graph.EventRecord:
		return s.records(ctx, kind, func(r *bolt.Record) (any, error) { return eventOf(column(r, "node")), nil }, recordEvents)
	}
	return s.records(ctx, kind, func(r *bolt.Record) (any, error) {
		p := properties(r.AsMap())
		return edgeOf(column(r, "edge"), p.text("type"), p.id("from"), p.id("to")), nil
	}, recordEdges)
}

// nodeStatements are one for each label, in the order of the ids' prefixes: country, occasion, organization, person, place.
func nodeStatements() (all []statement) {
	for _, label := range []string{"Country", "Occasion", "Organization", "Person", "Place"} {
		all = append(all, recordNodes.with("Country", label))
	}
	return all
}

func (s *Store) records(ctx context.Context, kind graph.RecordKind, read func(*bolt.Record) (any, error), statements ...statement) iter.Seq2[graph.Record, error] {
	return func(yield func(graph.Record, error) bool) {
		err := s.still(ctx, func(tx bolt.ExplicitTransaction) error {
			for _, q := range statements {
				result, err := tx.Run(ctx, q.text, nil)
				if err != nil {
					return err
				}
				for result.Next(ctx) {
					value, err := read(result.Record())
					if err != nil {
						return err
					}
					if !yield(graph.Record{Kind: kind, Value: value}, nil) {
						return errEnough
					}
				}
				if err := result.Err(); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) {
			yield(graph.Record{}, s.explain(err))
		}
	}
}

// errEnough ends a walk whose caller wants no more.
var errEnough = errors.New("enough")

// still runs what reads in a transaction that holds the lock, unless the database may only be read.
func (s *Store) still(ctx context.Context, read func(bolt.ExplicitTransaction) error) error {
	err := s.transaction(ctx, bolt.AccessModeWrite, func(tx bolt.ExplicitTransaction) error {
		_, err := s.run(ctx, tx, takeLock, nil)
		if err != nil {
			return err
		}
		return read(tx)
	})
	if err != nil && errors.Is(s.cause(err), graph.ErrReadOnly) {
		return s.transaction(ctx, bolt.AccessModeRead, read)
	}
	return err
}

// transaction runs what reads once, and rolls back.
func (s *Store) transaction(ctx context.Context, mode bolt.AccessMode, read func(bolt.ExplicitTransaction) error) error {
	session := s.session(ctx, mode)
	defer session.Close(ctx)
	tx, err := session.BeginTransaction(ctx)
	if err != nil {
		return err
	}
	return errors.Join(read(tx), tx.Close(ctx))
}
