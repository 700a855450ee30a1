package neo4j

import (
	"context"

	bolt "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"demarche/graph"
)

// ledger is one write transaction, as graph.Apply sees it. It remembers what the transaction has read and written, so
// that nothing is asked for twice: that is safe, for nobody else writes while the lock is held.
type ledger struct {
	store  *Store
	tx     bolt.ManagedTransaction
	locked bool
	stored map[graph.ID]graph.Reading // readings that were stored before, of the articles asked for
	kept   []graph.Reading            // readings that replace them
	nodes  map[graph.ID]graph.Node    // nodes as they are now; nil for one that is not there
	blocks map[string]block           // blocks as they were before, of those asked for
}

var _ graph.Ledger = (*ledger)(nil)

func newLedger(s *Store, tx bolt.ManagedTransaction) *ledger {
	return &ledger{
		store: s, tx: tx, stored: map[graph.ID]graph.Reading{}, nodes: map[graph.ID]graph.Node{}, blocks: map[string]block{},
	}
}

var takeLock = load("lock")

// Lock takes the one lock there is, whatever the keys are.
func (l *ledger) Lock(ctx context.Context, _ []string) error {
	if l.locked {
		return nil
	}
	_, err := l.run(ctx, takeLock, nil)
	l.locked = err == nil
	return err
}

// changed tells whether the transaction has anything to write.
func (l *ledger) changed() bool { return len(l.kept) > 0 }

func (l *ledger) run(ctx context.Context, q statement, params map[string]any) ([]*bolt.Record, error) {
	return l.store.run(ctx, l.tx, q, params)
}

// write runs a statement over rows, unless there are none.
func (l *ledger) write(ctx context.Context, q statement, rows []map[string]any) error {
	if len(rows) == 0 {
		return nil
	}
	_, err := l.run(ctx, q, map[string]any{"rows": rows})
	return err
}

// on runs a statement over ids, unless there are none.
func (l *ledger) on(ctx context.Context, q statement, ids []graph.ID) error {
	if len(ids) == 0 {
		return nil
	}
	_, err := l.run(ctx, q, map[string]any{"ids": plain(ids)})
	return err
}

// each runs several steps until one fails.
func each(steps ...func() error) error {
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}
