package browser_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"demarche/graph/neo4j/browser"
	"demarche/graph/neo4j/neo4jtest"
)

func TestMain(m *testing.M) { os.Exit(neo4jtest.Main(m)) }

func TestEverySavedQueryBeginsWithATitleAndAnExplanation(t *testing.T) {
	all := browser.Queries()
	if len(all) < 15 {
		t.Errorf("%d queries, want 15 at least", len(all))
	}
	for _, q := range all {
		lines := strings.Split(q.Text, "\n")
		if !strings.HasPrefix(lines[0], "// ") || !strings.HasPrefix(lines[1], "// ") || strings.HasPrefix(lines[2], "//") {
			t.Errorf("%s does not begin with a title, an explanation and then the query", q.Name)
		}
		if strings.Contains(q.Text, "$") || strings.Contains(strings.Join(lines[2:], ""), ";") {
			t.Errorf("%s has a parameter or a semicolon: it would not paste unchanged", q.Name)
		}
	}
}

func TestKitIsReadableFromAnotherOrigin(t *testing.T) {
	server := httptest.NewServer(http.StripPrefix("/neo4j", browser.Handler()))
	defer server.Close()
	for path, want := range map[string]string{
		"/neo4j/guide.html":                        "<h3>5. ",
		"/neo4j/style.grass":                       "node.Person {",
		"/neo4j/queries/":                          "Who met whom",
		"/neo4j/queries/who-met-whom-where.cypher": "MATCH (one:Actor)-[met:MET]->(other:Actor)",
	} {
		code, origin, body := get(t, http.MethodGet, server.URL+path)
		if code != http.StatusOK || origin != "*" || !strings.Contains(body, want) {
			t.Errorf("GET %s: %d, origin %q, without %q in:\n%.300s", path, code, origin, want, body)
		}
		if code, origin, _ := get(t, http.MethodOptions, server.URL+path); code != http.StatusNoContent || origin != "*" {
			t.Errorf("OPTIONS %s: %d, origin %q", path, code, origin)
		}
	}
	if code, _, _ := get(t, http.MethodPost, server.URL+"/neo4j/guide.html"); code != http.StatusMethodNotAllowed {
		t.Errorf("POST: %d", code)
	}
}

func TestGuideNamesThePlaceItIsServedFrom(t *testing.T) {
	server := httptest.NewServer(http.StripPrefix("/neo4j", browser.Handler()))
	defer server.Close()
	_, _, body := get(t, http.MethodGet, server.URL+"/neo4j/guide.html?from=browser")
	for _, want := range []string{":style " + server.URL + "/neo4j/style.grass", `href="` + server.URL + `/neo4j/queries/"`} {
		if !strings.Contains(body, want) {
			t.Errorf("no %q in the guide", want)
		}
	}
}

func get(t *testing.T, method, url string) (code int, origin, body string) {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	r, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return r.StatusCode, r.Header.Get("Access-Control-Allow-Origin"), string(b)
}
