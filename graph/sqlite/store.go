package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"demarche/graph"

	lib "modernc.org/sqlite/lib"
)

// Store is a graph.Store in one SQLite file: one connection that writes, beside a pool of connections that read.
type Store struct {
	reader, writer *pool // writer is nil when the file is only read
}

var _ graph.Store = (*Store)(nil)

func newStore(reader, writer *sql.DB) *Store {
	s := &Store{reader: newPool(reader, "BEGIN", readers())}
	if writer != nil {
		s.writer = newPool(writer, "BEGIN IMMEDIATE", 1)
	}
	return s
}

// Close implements graph.Store. It waits for those who read and write, until ctx ends. The last to close a file folds
// its write-ahead log into it.
func (s *Store) Close(ctx context.Context) error {
	err := s.reader.close(ctx)
	if s.writer != nil {
		err = errors.Join(err, s.writer.close(ctx))
	}
	return err
}

// Put implements graph.Writer.
func (s *Store) Put(ctx context.Context, readings ...graph.Reading) error {
	if s.writer == nil {
		return graph.ErrReadOnly
	}
	err := s.writer.transact(ctx, func(c *conn) error { return graph.Apply(ctx, ledger{c}, readings) })
	if code(err) == lib.SQLITE_READONLY {
		return fmt.Errorf("%w: %w", graph.ErrReadOnly, err)
	}
	return err
}

// read runs f in a transaction that sees one state of the graph.
func (s *Store) read(ctx context.Context, f func(*conn) error) error {
	return s.reader.transact(ctx, f)
}

// jsonOf is a value as the JSON that json_each takes apart, or that a json column holds.
func jsonOf(v any) (string, error) {
	b, err := json.Marshal(v)
	return string(b), err
}
