package sqlite

import (
	"context"
	"database/sql"
	"errors"
)

// errClosed is any call after Close.
var errClosed = errors.New("store is closed")

// pool lends connections, each to one transaction at a time. A place in idle is a connection that is free, or nil for
// one that is not opened yet; a closed channel is a closed pool.
type pool struct {
	db    *sql.DB
	begin string
	idle  chan *conn
}

func newPool(db *sql.DB, begin string, size int) *pool {
	p := &pool{db, begin, make(chan *conn, size)}
	for range size {
		p.idle <- nil
	}
	return p
}

// transact runs f in a transaction, and rolls it back when f fails.
func (p *pool) transact(ctx context.Context, f func(*conn) error) error {
	c, err := p.take(ctx)
	if err != nil {
		return err
	}
	healthy := false
	defer func() {
		if !healthy {
			c.discard()
			c = nil
		}
		p.idle <- c
	}()
	if err = c.exec(ctx, p.begin); err == nil {
		err = f(c)
	}
	if err == nil {
		err = c.exec(ctx, "COMMIT")
	}
	healthy = err == nil || c.exec(context.WithoutCancel(ctx), "ROLLBACK") == nil
	return err
}

// take takes a connection out of the pool, or opens one.
func (p *pool) take(ctx context.Context) (*conn, error) {
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case c, open := <-p.idle:
		if !open {
			return nil, errClosed
		}
		if c != nil {
			return c, nil
		}
	}
	sc, err := p.db.Conn(ctx)
	if err != nil {
		p.idle <- nil
		return nil, err
	}
	return &conn{sc, map[string]*sql.Stmt{}}, nil
}

// close waits for all connections to come back, and closes them.
func (p *pool) close(ctx context.Context) error {
	for range cap(p.idle) {
		select {
		case c, open := <-p.idle:
			if !open {
				return nil
			}
			c.discard()
			continue
		default:
		}
		select {
		case c := <-p.idle:
			c.discard()
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	close(p.idle)
	return p.db.Close()
}

// conn is one connection, with the statements prepared on it. Every value reaches SQL as a parameter.
type conn struct {
	sql      *sql.Conn
	prepared map[string]*sql.Stmt
}

// maxPrepared bounds the statements that a connection keeps: filters of many shapes make many.
const maxPrepared = 300

// statement prepares a text once.
func (c *conn) statement(ctx context.Context, text string) (*sql.Stmt, error) {
	if st, ok := c.prepared[text]; ok {
		return st, nil
	}
	if len(c.prepared) >= maxPrepared {
		for text, st := range c.prepared {
			_ = st.Close()
			delete(c.prepared, text)
		}
	}
	st, err := c.sql.PrepareContext(ctx, text)
	if err == nil {
		c.prepared[text] = st
	}
	return st, err
}

// exec runs a statement that gives no rows.
func (c *conn) exec(ctx context.Context, text string, args ...any) error {
	st, err := c.statement(ctx, text)
	if err != nil {
		return err
	}
	_, err = st.ExecContext(ctx, args...)
	return err
}

// each runs a query and gives its rows one by one.
func (c *conn) each(ctx context.Context, row func(scan scanner) error, text string, args ...any) error {
	st, err := c.statement(ctx, text)
	if err != nil {
		return err
	}
	rows, err := st.QueryContext(ctx, args...)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := row(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// discard closes the connection, and with it whatever transaction it is in. A nil connection is none.
func (c *conn) discard() {
	if c == nil {
		return
	}
	for _, st := range c.prepared {
		_ = st.Close()
	}
	_ = c.sql.Close()
}
