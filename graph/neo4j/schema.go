package neo4j

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	bolt "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"demarche/graph"
)

var (
	schema     = load("schema")
	edgeSchema = load("schema_edge")
	present    = load("schema_present")
)

// ensureSchema creates the constraints and indexes that are missing, and waits until the indexes are filled. Where that
// is forbidden the store is read-only, and slow to look things up if they are missing.
func (s *Store) ensureSchema(ctx context.Context) error {
	missing, err := s.missing(ctx)
	if err != nil || len(missing) == 0 {
		return err
	}
	err = s.create(ctx, missing)
	if errors.Is(s.cause(err), graph.ErrReadOnly) {
		return nil
	}
	if err != nil {
		return err
	}
	if missing, err = s.missing(ctx); err != nil || len(missing) == 0 {
		return err
	}
	return fmt.Errorf("%s: %w", nameOf(missing[0]), ErrSchema)
}

// create runs the statements in one transaction.
func (s *Store) create(ctx context.Context, statements []statement) error {
	session := s.session(ctx, bolt.AccessModeWrite)
	defer session.Close(ctx)
	_, err := session.ExecuteWrite(ctx, func(tx bolt.ManagedTransaction) (any, error) {
		for _, q := range statements {
			if _, err := s.run(ctx, tx, q, nil); err != nil {
				return nil, err
			}
		}
		return nil, nil
	})
	return err
}

// missing lists the statements of the schema whose constraint or index is not there and online.
func (s *Store) missing(ctx context.Context) ([]statement, error) {
	session := s.session(ctx, bolt.AccessModeRead)
	defer session.Close(ctx)
	there, err := session.ExecuteRead(ctx, func(tx bolt.ManagedTransaction) (any, error) {
		if _, err := s.run(ctx, tx, statement{"await", "CALL db.awaitIndexes(300)"}, nil); err != nil {
			return nil, err
		}
		return s.run(ctx, tx, present, nil)
	})
	if err != nil {
		return nil, err
	}
	var names []string
	for _, r := range there.([]*bolt.Record) {
		names = append(names, text(r, "name"))
	}
	return slices.DeleteFunc(schemaStatements(), func(q statement) bool {
		return slices.Contains(names, nameOf(q))
	}), nil
}

// schemaStatements are all statements of the schema, one a constraint or index.
func schemaStatements() []statement {
	var all []statement
	for _, text := range strings.Split(schema.text, ";\n") {
		if strings.Contains(text, "CREATE ") {
			all = append(all, statement{schema.name, text})
		}
	}
	for _, t := range edgeTypes() {
		all = append(all, edgeSchema.with("TYPE", string(t)))
	}
	return all
}

// edgeTypes are the types of the plain edges: the only words that stand for a relationship type in a statement.
func edgeTypes() []graph.EdgeType {
	types := []graph.EdgeType{graph.At}
	for _, p := range graph.Predicates {
		if p.Edge != "" && !slices.Contains(types, p.Edge) {
			types = append(types, p.Edge)
		}
	}
	return types
}

// nameOf is the name that a CREATE CONSTRAINT or CREATE INDEX statement gives: the word before IF NOT EXISTS.
func nameOf(q statement) string {
	before, _, _ := strings.Cut(q.text, " IF NOT EXISTS")
	words := strings.Fields(before)
	return words[len(words)-1]
}
