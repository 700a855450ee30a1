package main

import (
	"cmp"
	"context"
	"strings"

	"demarche/graph"
	"demarche/graph/neo4j"
	"demarche/graph/sqlite"
)

// storeFlag is the flag of every command that needs a store.
type storeFlag struct {
	Store string `help:"File of the embedded store, or neo4j://HOST or bolt://HOST with NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE (also DEMARCHE_STORE)." default:"${store}" placeholder:"STORE"`
}

func storeDefault(getenv func(string) string) string {
	return cmp.Or(getenv("DEMARCHE_STORE"), "demarche.db")
}

// open opens the store that the flag names.
func (f storeFlag) open(ctx context.Context, w *world) (graph.Store, error) {
	return openStore(ctx, f.Store, w.getenv)
}

// openStore opens a Neo4j database by its address, and takes anything else for the path of an embedded store.
func openStore(ctx context.Context, name string, getenv func(string) string) (graph.Store, error) {
	if !strings.Contains(name, "://") {
		return sqlite.Open(ctx, name)
	}
	return neo4j.Open(ctx, neo4j.Options{
		URI: name, Username: cmp.Or(getenv("NEO4J_USERNAME"), "neo4j"), Password: getenv("NEO4J_PASSWORD"),
		Database: getenv("NEO4J_DATABASE"),
	})
}
