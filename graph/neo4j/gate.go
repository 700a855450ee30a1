package neo4j

import (
	"context"
	"sync/atomic"
	"time"

	bolt "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// gate makes reads see a Put whole or not at all, although Neo4j reads what is committed while it reads. The store has
// one Gate node. A writer enters it just before it commits and leaves it just after, each in a transaction of its own,
// and each entry has a new number:
//
//	writer   … work … │ enter 8 │ commit │ leave 8 │
//	reader   ── read, look: gate 7, nobody in it ──▶ same as at the last look: nothing was committed meanwhile
//	reader                  ── read, look: gate 8 ──▶ read again
//
// A look before the read is not needed while the last look, of whichever reader of this Store, still holds. The writer of
// an entry that is older than half a minute is taken for dead.
type gate struct{ seen atomic.Int64 } // the number that was last seen with nobody in the gate, +1

var (
	lookGate  = load("gate")
	enterGate = load("gate_enter")
	leaveGate = load("gate_leave")
)

// impatience is for how long a reader tries to see one state before it takes what it gets.
const impatience = 5 * time.Second

// asker runs a statement within a read transaction.
type asker func(q statement, params map[string]any) ([]*bolt.Record, error)

// consistent runs what reads in one transaction, again until all of it saw one state. It may ask several statements.
func (s *Store) consistent(ctx context.Context, read func(asker) error) error {
	session := s.session(ctx, bolt.AccessModeRead)
	defer session.Close(ctx)
	give := time.Now().Add(impatience)
	for {
		before := s.gate.seen.Load()
		var after int64
		_, err := session.ExecuteRead(ctx, func(tx bolt.ManagedTransaction) (any, error) {
			ask := func(q statement, params map[string]any) ([]*bolt.Record, error) { return s.run(ctx, tx, q, params) }
			if err := read(ask); err != nil {
				return nil, err
			}
			var err error
			after, err = look(ask)
			return nil, err
		})
		if err != nil {
			return s.explain(err)
		}
		if after > 0 {
			s.gate.seen.Store(after)
		}
		if after > 0 && after == before || time.Now().After(give) {
			return nil
		}
		if after == 0 {
			time.Sleep(2 * time.Millisecond)
		}
	}
}

// look gives the number of the last entry, +1, or 0 while somebody is in the gate.
func look(ask asker) (int64, error) {
	records, err := ask(lookGate, nil)
	if err != nil || len(records) == 0 {
		return 1, err
	}
	p := properties(records[0].AsMap())
	if p.truth("taken") {
		return 0, nil
	}
	return int64(p.count("entry")) + 1, nil
}

// read runs one statement that reads.
func (s *Store) read(ctx context.Context, q statement, params map[string]any) (records []*bolt.Record, err error) {
	err = s.consistent(ctx, func(ask asker) (err error) {
		records, err = ask(q, params)
		return err
	})
	return records, err
}

// enter is called with the lock held, and gives what leave wants.
func (s *Store) enter(ctx context.Context) (pass string, err error) {
	records, err := s.pass(ctx, enterGate, nil)
	if err != nil {
		return "", err
	}
	return text(records[0], "pass"), nil
}

// leave is called when the commit has ended. It is tried even when the caller has given up.
func (s *Store) leave(ctx context.Context, pass string) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), impatience)
	defer cancel()
	_, err := s.pass(ctx, leaveGate, map[string]any{"pass": pass})
	return err
}

func (s *Store) pass(ctx context.Context, q statement, params map[string]any) ([]*bolt.Record, error) {
	session := s.session(ctx, bolt.AccessModeWrite)
	defer session.Close(ctx)
	records, err := session.ExecuteWrite(ctx, func(tx bolt.ManagedTransaction) (any, error) {
		return s.run(ctx, tx, q, params)
	})
	if err != nil {
		return nil, err
	}
	return records.([]*bolt.Record), nil
}
