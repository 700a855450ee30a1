package main_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"demarche/demo"
	"demarche/graph/neo4j/neo4jtest"
)

func TestMain(m *testing.M) {
	status := neo4jtest.Main(m)
	_ = os.RemoveAll(filepath.Dir(built)) // the program that tests have built
	os.Exit(status)
}

// program is the built demarche with an environment of its own.
type program struct {
	path string
	env  []string
}

var built = filepath.Join(os.TempDir(), fmt.Sprint("demarche-test-", os.Getpid()), "demarche")

var build = sync.OnceValue(func() error {
	out, err := exec.Command("go", "build", "-o", built, ".").CombinedOutput()
	if err != nil {
		err = fmt.Errorf("%w: %s", err, out)
	}
	return err
})

func demarche(t *testing.T, env ...string) program {
	t.Helper()
	if err := build(); err != nil {
		t.Fatal(err)
	}
	return program{built, append(os.Environ(), env...)}
}

// run runs a command to its end.
func (p program) run(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), p.path, args...)
	var out, complaints bytes.Buffer
	cmd.Env, cmd.Stdout, cmd.Stderr = p.env, &out, &complaints
	if err := cmd.Run(); err != nil && cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return cmd.ProcessState.ExitCode(), out.String(), complaints.String()
}

// must runs a command that succeeds, and gives what it prints.
func (p program) must(t *testing.T, args ...string) string {
	t.Helper()
	code, out, complaints := p.run(t, args...)
	if code != 0 {
		t.Fatalf("demarche %s: status %d: %s", strings.Join(args, " "), code, complaints)
	}
	return out
}

// on is the program with a server's database as its store.
func on(t *testing.T, s *neo4jtest.Server) program {
	t.Helper()
	return demarche(t, append(s.Environ(), "DEMARCHE_STORE="+s.URI)...)
}

// embedded is the dump of an embedded store with the articles.
func embedded(t *testing.T, articles string) string {
	t.Helper()
	p := demarche(t, "DEMARCHE_STORE="+filepath.Join(t.TempDir(), "graph.db"))
	p.must(t, "ingest", articles)
	return p.must(t, "dump")
}

// manyArticles writes the sample articles, each under several ids, as JSON Lines.
func manyArticles(t *testing.T, times int) string {
	t.Helper()
	names, err := fs.Glob(demo.Articles(), "*.json")
	if err != nil {
		t.Fatal(err)
	}
	var lines bytes.Buffer
	for i := range times {
		for _, name := range names {
			raw, err := fs.ReadFile(demo.Articles(), name)
			if err != nil {
				t.Fatal(err)
			}
			var article map[string]any
			if err := json.Unmarshal(raw, &article); err != nil {
				t.Fatal(err)
			}
			article["id"] = fmt.Sprint(article["id"], "-", i)
			if err := json.NewEncoder(&lines).Encode(article); err != nil {
				t.Fatal(err)
			}
		}
	}
	file := filepath.Join(t.TempDir(), "articles.jsonl")
	if err := os.WriteFile(file, lines.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestUnusableNeo4jEndsACommandWithOneLine(t *testing.T) {
	server := neo4jtest.Shared(t)
	for claim, c := range map[string]struct{ env, says string }{
		"unknown user":     {"NEO4J_USERNAME=stranger", "stranger: user name or password refused"}, // a known one would be locked out
		"missing database": {"NEO4J_DATABASE=absent", "absent: no such database"},
		"unreachable host": {"DEMARCHE_STORE=neo4j://127.0.0.1:1", "no Neo4j server answers"},
		"wrong scheme":     {"DEMARCHE_STORE=http://127.0.0.1:7474", "not the address of a Neo4j database"},
	} {
		t.Run(claim, func(t *testing.T) {
			p := on(t, server)
			p.env = append(p.env, c.env)
			for _, args := range [][]string{{"ingest", "demo/articles"}, {"dump"}, {"serve", "--listen", "127.0.0.1:0"}} {
				code, out, said := p.run(t, args...)
				if code != 1 || strings.Count(said, "\n") != 1 || !strings.Contains(said, c.says) || out != "" {
					t.Errorf("demarche %s: status %d, out %q, said %q", args[0], code, out, said)
				}
			}
		})
	}
}

func TestReadOnlyNeo4jIsDumpedAndNotIngestedInto(t *testing.T) {
	server := neo4jtest.Start(t, neo4jtest.Options{})
	p := on(t, server)
	p.must(t, "ingest", "demo/articles")
	if err := server.Restart(t.Context(), "server.databases.default_to_read_only=true"); err != nil {
		t.Fatal(err)
	}
	if p.must(t, "dump") != embedded(t, "demo/articles") {
		t.Error("the dump is not that of the embedded store")
	}
	code, _, said := p.run(t, "ingest", manyArticles(t, 1))
	if code != 1 || strings.Count(said, "\n") != 1 || !strings.Contains(said, "read-only") {
		t.Errorf("ingest: status %d, said %q", code, said)
	}
}

func TestSeveralIngestsAtOnceMakeTheGraphOfOne(t *testing.T) {
	server := neo4jtest.Shared(t)
	p, articles := on(t, server), manyArticles(t, 12)
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			if code, _, said := p.run(t, "ingest", articles, "demo/articles"); code != 0 || said != "" {
				t.Errorf("status %d, said %q", code, said)
			}
		})
	}
	wg.Wait()
	one := demarche(t, "DEMARCHE_STORE="+filepath.Join(t.TempDir(), "graph.db"))
	one.must(t, "ingest", articles, "demo/articles")
	if p.must(t, "dump") != one.must(t, "dump") {
		t.Error("the dump is not that of one ingest")
	}
}

func TestIngestThatSawNeo4jDieCanBeRunAgain(t *testing.T) {
	server := neo4jtest.Start(t, neo4jtest.Options{})
	p, articles := on(t, server), manyArticles(t, 25)
	ingest := exec.CommandContext(t.Context(), p.path, "ingest", articles)
	ingest.Env = p.env
	if err := ingest.Start(); err != nil {
		t.Fatal(err)
	}
	stored := int64(0)
	for deadline := time.Now().Add(time.Minute); stored == 0 && time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		rows, err := server.Query(t.Context(), "MATCH (a:Article) RETURN count(a) AS n", nil)
		if err != nil {
			t.Fatal(err)
		}
		stored, _ = rows[0]["n"].(int64)
	}
	if err := server.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = ingest.Process.Kill() // the ingest would wait for the server and go on: this is the harder case
	_ = ingest.Wait()
	if stored == 0 || stored >= 25*21 {
		t.Fatalf("killed with %d articles stored: not in the middle", stored)
	}
	if err := server.Restart(t.Context()); err != nil {
		t.Fatal(err)
	}
	p.must(t, "ingest", articles)
	if p.must(t, "dump") != embedded(t, articles) {
		t.Error("the dump is not that of the embedded store")
	}
}

func TestGraphCopiedThereAndBackIsTheSame(t *testing.T) {
	server := neo4jtest.Shared(t)
	dir := t.TempDir()
	p := on(t, server)
	first, second := filepath.Join(dir, "first.db"), filepath.Join(dir, "second.db")
	p.must(t, "ingest", "--store", first, "demo/articles")
	p.must(t, "copy", first, server.URI)
	p.must(t, "copy", server.URI, second)
	want := p.must(t, "dump", "--store", first)
	if p.must(t, "dump") != want || p.must(t, "dump", "--store", second) != want || want == "" {
		t.Error("the dumps differ")
	}
	if code, _, said := p.run(t, "copy", first, first); code != 1 || !strings.Contains(said, "into itself") {
		t.Errorf("copy of a store into itself: status %d, said %q", code, said)
	}
}

// TestFieldsOwnSentenceAnswersOnTheSeedArticle asks who was met where, on the article about that meeting.
func TestFieldsOwnSentenceAnswersOnTheSeedArticle(t *testing.T) {
	const seed = "../shared/seed/articles/seed.json"
	if _, err := os.Stat(seed); err != nil {
		t.Skip(seed + " is not there")
	}
	server := neo4jtest.Shared(t)
	on(t, server).must(t, "ingest", seed)
	rows, err := server.Query(t.Context(), "MATCH (:Person {name:'Xi Jinping'})-[m:MET]-(h:Person)-[a:AT]->(p:Place) "+
		"WHERE a.event = m.event RETURN h.name, p.name", nil)
	if err != nil || len(rows) != 1 || rows[0]["h.name"] != "Han Duck-soo" || rows[0]["p.name"] != "Hangzhou" {
		t.Errorf("rows %v, %v", rows, err)
	}
}
