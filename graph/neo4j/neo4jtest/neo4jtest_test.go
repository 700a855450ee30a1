package neo4jtest_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"demarche/graph/neo4j/neo4jtest"
)

func TestMain(m *testing.M) { os.Exit(neo4jtest.Main(m)) }

func TestSharedServerIsEmptyForEachTest(t *testing.T) {
	for _, round := range []string{"first", "second"} {
		t.Run(round, func(t *testing.T) {
			s := neo4jtest.Shared(t)
			if rows := query(t, s, "MATCH (n) RETURN n"); len(rows) != 0 {
				t.Errorf("nodes left by another test: %v", rows)
			}
			query(t, s, "UNWIND range(1, 5000) AS i CREATE (:Left {id: i})")
		})
	}
}

func TestDropSchemaLeavesNoConstraintAndNoIndex(t *testing.T) {
	s := neo4jtest.Shared(t)
	query(t, s, "CREATE CONSTRAINT left_behind FOR (n:Left) REQUIRE n.id IS UNIQUE")
	query(t, s, "CREATE INDEX left_too FOR (n:Left) ON (n.name)")
	if err := s.DropSchema(context.Background()); err != nil {
		t.Fatal(err)
	}
	if rows := query(t, s, "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name"); len(rows) != 0 {
		t.Errorf("still there: %v", rows)
	}
}

func TestKilledServerKeepsWhatWasCommitted(t *testing.T) {
	s := neo4jtest.Start(t, neo4jtest.Options{})
	query(t, s, "CREATE (:Kept {name: 'Hangzhou'})")
	if err := s.Kill(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Query(soon(t), "RETURN 1", nil); err == nil {
		t.Error("a killed server answers")
	}
	if err := s.Restart(context.Background()); err != nil {
		t.Fatal(err)
	}
	rows := query(t, s, "MATCH (n:Kept) RETURN n.name AS name")
	if len(rows) != 1 || rows[0]["name"] != "Hangzhou" {
		t.Errorf("after the restart: %v", rows)
	}
}

func TestReadOnlySettingRefusesWrites(t *testing.T) {
	s := neo4jtest.Start(t, neo4jtest.Options{})
	if err := s.Restart(context.Background(), "server.databases.default_to_read_only=true"); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Query(context.Background(), "CREATE (:N)", nil); err == nil {
		t.Error("a read-only server took a write")
	}
}

func TestContainerIsOnLoopbackOnlyAndGetsEverySetting(t *testing.T) {
	log := fakeDocker(t)
	o := neo4jtest.Options{BoltPort: 1, HTTPPort: 2, Settings: []string{"browser.remote_content_hostname_whitelist=127.0.0.1"}}
	if _, err := neo4jtest.Open(soon(t), o); err == nil {
		t.Fatal("a container that is none was taken for a server")
	}
	calls, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"--publish 127.0.0.1:1:7687 --publish 127.0.0.1:2:7474 ",
		"--env NEO4J_browser_remote__content__hostname__whitelist=127.0.0.1 ",
		"--env NEO4J_server_memory_heap_max__size=512m ",
		"\nrm demarche-neo4j-1\n", "\nvolume rm --force demarche-neo4j-1\n",
	} {
		if !strings.Contains(string(calls), want) {
			t.Errorf("docker was not called with %q:\n%s", want, calls)
		}
	}
}

func TestNothingToRunNeo4jWithIsSaidInOneLine(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	if _, err := neo4jtest.Open(soon(t), neo4jtest.Options{}); !errors.Is(err, neo4jtest.ErrNoEngine) {
		t.Errorf("error %v, want %v", err, neo4jtest.ErrNoEngine)
	}
}

// fakeDocker puts a docker that writes down its arguments on the path, and gives the file it writes to.
func fakeDocker(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	log := filepath.Join(dir, "log")
	script := "#!/bin/sh\necho \"$@\" >>'" + log + "'\n"
	if err := os.WriteFile(filepath.Join(dir, "docker"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir)
	return log
}

func query(t *testing.T, s *neo4jtest.Server, cypher string) []map[string]any {
	t.Helper()
	rows, err := s.Query(context.Background(), cypher, nil)
	if err != nil {
		t.Fatalf("%s: %v", cypher, err)
	}
	return rows
}

func soon(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	t.Cleanup(cancel)
	return ctx
}
