package browser_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	bolt "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"demarche/demo"
	"demarche/graph/neo4j"
	"demarche/graph/neo4j/browser"
	"demarche/graph/neo4j/neo4jtest"
	"demarche/ingest"
	"demarche/ingest/source"
)

// wanted says, for each saved query, what one of its rows on the demo graph holds.
var wanted = map[string][]string{
	"all-an-article-says":     {"Hangzhou", "MEET", "HAPPENED"},
	"announced-and-then-held": {},
	"around-a-leader":         {"Xi Jinping"},
	"balance-of-dyads":        {"CHN", "KOR"},
	"bilateral-timeline":      {"Xi Jinping", "Han Duck-soo", "2023-09-23"},
	"busiest-places":          {"Seoul", "KOR"},
	"by-words":                {"Place", "place:CHN/hangzhou"},
	"conflict-and-sanctions":  {"India", "EXPEL", "Canada"},
	"evidence-of-an-edge":     {"Hangzhou", "2023-09"},
	"in-a-country":            {"Hangzhou", "Han Duck-soo"},
	"meetings-of-a-leader":    {"Han Duck-soo", "Hangzhou", "2023-09-23"},
	"path-of-a-meeting":       {"Xi Jinping", "Han Duck-soo", "Hangzhou"},
	"picture-of-an-article":   {"Hangzhou", "Xi Jinping"},
	"shortest-path":           {"Kim Jong Un", "Han Duck-soo"},
	"told-by-several":         {"Han Duck-soo", "Hangzhou"},
	"what-is-planned":         {"PLANNED"},
	"what-was-denied":         {"DENIED", "Netanyahu"},
	"where-reports-disagree":  {},
	"who-meets-most":          {"Xi Jinping", "CHN"},
	"who-met-whom-where":      {"Xi Jinping", "Han Duck-soo", "Hangzhou", "2023-09-23"},
	"who-represents-whom":     {"South Korea", "Han Duck-soo", "prime minister"},
	"who-says-so":             {"PLANNED"},
	"who-visited-whom":        {"Antony Blinken", "China", "Beijing", "2023-06"},
}

func TestSavedQueriesAnswerOnTheDemoGraph(t *testing.T) {
	server := neo4jtest.Shared(t)
	ingestDemo(t, server)
	for _, q := range browser.Queries() {
		t.Run(q.Name, func(t *testing.T) {
			want, known := wanted[q.Name]
			if !known {
				t.Fatal("nothing is said of what it finds")
			}
			rows, err := server.Query(t.Context(), q.Text, nil)
			if err != nil {
				t.Fatal(err)
			}
			if nodes := shown(rows); len(rows) == 0 || nodes > 1000 {
				t.Errorf("%d rows with %d nodes", len(rows), nodes)
			}
			for _, complaint := range complaints(t, server, q.Text) {
				t.Error(complaint)
			}
			if !hasRow(rows, want) {
				t.Errorf("no row has all of %q:\n%s", want, text(rows))
			}
		})
	}
}

// ingestDemo reads the sample articles into the server's database.
func ingestDemo(t *testing.T, server *neo4jtest.Server) {
	t.Helper()
	store, err := neo4j.Open(t.Context(), neo4j.Options{
		URI: server.URI, Username: server.Username, Password: server.Password, Database: server.Database,
	})
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close(t.Context())
	reader, err := ingest.NewReader(false)
	if err != nil {
		t.Fatal(err)
	}
	sum, err := ingest.Run(t.Context(), source.FS(demo.Articles(), "demo"), reader, store, ingest.Options{})
	if err != nil || sum.Failed > 0 || sum.Reports == 0 {
		t.Fatalf("ingest of the demo: %+v, %v", sum, err)
	}
}

// complaints are what the server has to say of a query: deprecations, products, names that do not exist.
func complaints(t *testing.T, server *neo4jtest.Server, cypher string) (all []string) {
	t.Helper()
	d, err := bolt.NewDriverWithContext(server.URI, bolt.BasicAuth(server.Username, server.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close(t.Context())
	result, err := bolt.ExecuteQuery(t.Context(), d, "EXPLAIN "+cypher, nil, bolt.EagerResultTransformer,
		bolt.ExecuteQueryWithDatabase(server.Database))
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range result.Summary.Notifications() {
		if strings.HasSuffix(n.Description(), "(the missing relationship type is: DURING)") {
			continue // the demo has no event that is part of an occasion
		}
		all = append(all, n.Code()+": "+n.Description())
	}
	return all
}

// shown counts the nodes that a picture of the rows would have.
func shown(rows []map[string]any) int {
	nodes := map[string]bool{}
	for _, row := range rows {
		for _, v := range row {
			switch v := v.(type) {
			case bolt.Node:
				nodes[v.ElementId] = true
			case bolt.Path:
				for _, n := range v.Nodes {
					nodes[n.ElementId] = true
				}
			}
		}
	}
	return len(nodes)
}

func hasRow(rows []map[string]any, want []string) bool {
	for _, row := range rows {
		s, all := text(row), true
		for _, w := range want {
			all = all && strings.Contains(s, w)
		}
		if all {
			return true
		}
	}
	return false
}

func text(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(v)
	}
	return string(b)
}
