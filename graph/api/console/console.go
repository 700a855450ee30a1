// Package console is a page to try the GraphQL API with: an editor with example queries, the answer as a tree, and the
// schema's own words beside it.
//
//	page/console.js ── editor.js   the query, coloured; keys
//	                ├─ answer.js   the answer as a tree, as a table, as text
//	                └─ schema.js   the schema, from introspection
//	examples/*.graphql             a title, perhaps variables, a query
//
// Everything is served from here: the page asks no other host for anything, and its content policy would not let it.
// There is no build step; the files are what the browser gets.
package console

import (
	"embed"
	"encoding/json"
	"io/fs"
	"net/http"
	"strings"
)

//go:embed page examples
var files embed.FS

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// Example is a query to try.
type Example struct {
	Title     string          `json:"title"`
	Query     string          `json:"query"`
	Variables json.RawMessage `json:"variables,omitempty"`
}

// Examples lists the example queries in their order. They find something in the sample articles of demarche demo.
func Examples() ([]Example, error) {
	names, err := fs.Glob(files, "examples/*.graphql")
	if err != nil {
		return nil, err
	}
	examples := make([]Example, len(names))
	for i, name := range names {
		text, err := files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		examples[i] = parse(string(text))
	}
	return examples, nil
}

// parse reads an example: "# title", perhaps "# variables: {…}", then the query.
func parse(text string) (e Example) {
	title, query, _ := strings.Cut(text, "\n")
	e.Title = strings.TrimPrefix(title, "# ")
	if line, rest, ok := strings.Cut(query, "\n"); ok && strings.HasPrefix(line, "# variables: ") {
		e.Variables, query = json.RawMessage(strings.TrimPrefix(line, "# variables: ")), rest
	}
	e.Query = strings.TrimSpace(query)
	return e
}

// Handler serves the page at every address but /console/…, where its parts are.
func Handler() http.Handler {
	page, err := fs.Sub(files, "page")
	if err != nil {
		panic(err) // the name is a constant
	}
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { http.ServeFileFS(w, r, page, "console.html") })
	mux.Handle("/console/", http.StripPrefix("/console/", http.FileServerFS(page)))
	mux.HandleFunc("/console/examples.json", examples)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for name, value := range map[string]string{
			"Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-cache",
		} {
			w.Header().Set(name, value)
		}
		mux.ServeHTTP(w, r)
	})
}

func examples(w http.ResponseWriter, _ *http.Request) {
	list, err := Examples()
	if err != nil {
		http.Error(w, "no examples", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(list)
}
