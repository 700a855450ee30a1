package console_test

import (
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"demarche/graph/api/console"
)

func TestThePageAndItsPartsAskNoOtherHost(t *testing.T) {
	seen := map[string]bool{}
	parts := []string{"/"}
	link := regexp.MustCompile(`(?:href|src|from|fetch\()[= ]*"(\.?/[^"#]+)"`)
	for len(parts) > 0 {
		part := strings.Replace(parts[0], "./", "/console/", 1)
		parts = parts[1:]
		if seen[part] || part == "/graphql" {
			continue
		}
		seen[part] = true
		w := httptest.NewRecorder()
		console.Handler().ServeHTTP(w, httptest.NewRequest(http.MethodGet, part, nil))
		body := w.Body.String()
		if w.Code != 200 || w.Header().Get("Content-Security-Policy") == "" {
			t.Errorf("%s: status %d, header %v", part, w.Code, w.Header())
		}
		if outside := regexp.MustCompile(`["'(]https?://[^"']*`).FindString(strings.ReplaceAll(body, `"http://www.w3.org/2000/svg"`, "")); outside != "" {
			t.Errorf("%s names %s", part, outside)
		}
		for _, m := range link.FindAllStringSubmatch(body, -1) {
			parts = append(parts, m[1])
		}
	}
	for _, want := range []string{"/console/console.js", "/console/editor.js", "/console/answer.js", "/console/schema.js", "/console/console.css", "/console/icon.svg", "/console/examples.json"} {
		if !seen[want] {
			t.Errorf("the page does not lead to %s", want)
		}
	}
}

func TestExamplesHaveATitleAndAQuery(t *testing.T) {
	examples, err := console.Examples()
	if err != nil || len(examples) < 5 {
		t.Fatalf("%d examples, error %v", len(examples), err)
	}
	for _, e := range examples {
		if e.Title == "" || strings.HasPrefix(e.Title, "#") || !strings.HasSuffix(e.Query, "}") || strings.Contains(e.Query, "# variables") {
			t.Errorf("an example is %+v", e)
		}
	}
}
