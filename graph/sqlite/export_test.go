package sqlite

import (
	"context"
	"strings"
)

// ReadPlans gives the query plan of every statement that was read with so far, by its text.
func (s *Store) ReadPlans(ctx context.Context) (map[string]string, error) { return s.reader.plans(ctx) }

// WritePlans does so for the statements of Put.
func (s *Store) WritePlans(ctx context.Context) (map[string]string, error) {
	return s.writer.plans(ctx)
}

func (p *pool) plans(ctx context.Context) (map[string]string, error) {
	plans := map[string]string{}
	for range cap(p.idle) {
		c := <-p.idle
		defer func() { p.idle <- c }()
		if c == nil {
			continue
		}
		for text := range c.prepared {
			if strings.HasPrefix(text, "BEGIN") || text == "COMMIT" {
				continue
			}
			if err := c.explain(ctx, text, plans); err != nil {
				return nil, err
			}
		}
	}
	return plans, nil
}

func (c *conn) explain(ctx context.Context, text string, plans map[string]string) error {
	rows, err := c.sql.QueryContext(ctx, "EXPLAIN QUERY PLAN "+text, make([]any, strings.Count(text, "?"))...)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var id, parent, unused int
		var detail string
		if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
			return err
		}
		plans[text] += detail + "\n"
	}
	return rows.Err()
}
