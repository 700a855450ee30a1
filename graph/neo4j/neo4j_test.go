package neo4j_test

import (
	"os"
	"strings"
	"testing"

	"demarche/graph"
	"demarche/graph/graphtest"
	"demarche/graph/neo4j"
	"demarche/graph/neo4j/neo4jtest"
)

func TestMain(m *testing.M) { os.Exit(neo4jtest.Main(m)) }

// open opens the store on the server, and fails the test on anything that the server says about a statement.
func open(t testing.TB, server *neo4jtest.Server) *neo4j.Store {
	t.Helper()
	s, err := neo4j.Open(t.Context(), options(t, server))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func options(t testing.TB, server *neo4jtest.Server) neo4j.Options {
	return neo4j.Options{
		URI: server.URI, Username: server.Username, Password: server.Password, Database: server.Database,
		Notify: func(statement, notification string) {
			if !strings.Contains(notification, "Unknown") { // an empty database knows no property, label or type
				t.Errorf("%s: %s", statement, notification)
			}
		},
	}
}

func TestStoreKeepsThePromises(t *testing.T) {
	graphtest.Run(t, func(t testing.TB) graphtest.Location {
		server := neo4jtest.Shared(t)
		return func(t testing.TB) graph.Store { return open(t, server) }
	})
}
