// Package browser is a kit for people who read the graph in Neo4j Browser: a guide, a style sheet and saved queries.
//
//	demarche serve ─▶ GET /guide.html         five steps, each with queries to run with one click
//	                  GET /style.grass        colours and captions      :style http://HOST/neo4j/style.grass
//	                  GET /queries/           all saved queries on one page
//	                  GET /queries/NAME.cypher
//
// Neo4j Browser shows the guide when it connects, if the server's settings say so (see docker-compose.yml), or after
// :play http://HOST/neo4j/guide.html. It reads pages of other origins only with CORS, so that every answer allows any
// origin to read it: there is nothing in the kit but what is in the program.
//
// The invariant: a query is one file, begins with a comment that is its title, needs no parameters and pastes into Neo4j
// Browser unchanged; the guide shows those same files. The kit decides nothing about the graph, and the graph reads well
// without it.
package browser

import (
	"bytes"
	"embed"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"strings"
)

//go:embed queries/*.cypher
var queries embed.FS

//go:embed style.grass
var style []byte

//go:embed guide.html.tmpl queries.html.tmpl
var pages embed.FS

// Query is one saved query.
type Query struct {
	Name  string // the file's name, without .cypher
	Title string // its first comment
	About string // its second comment
	Text  string // the whole file
}

// Queries lists the saved queries by name.
func Queries() []Query {
	files, err := fs.Glob(queries, "queries/*.cypher")
	if err != nil {
		panic(err) // the pattern is a constant and well formed
	}
	all := make([]Query, len(files))
	for i, file := range files {
		text, err := queries.ReadFile(file)
		if err != nil {
			panic(err) // the file was just listed, and is part of the program
		}
		lines := strings.SplitN(string(text), "\n", 3)
		all[i] = Query{
			Name: strings.TrimSuffix(path.Base(file), ".cypher"), Text: strings.TrimSpace(string(text)),
			Title: strings.TrimPrefix(lines[0], "// "), About: strings.TrimPrefix(lines[1], "// "),
		}
	}
	return all
}

// Handler serves the kit, at the root of whatever path it is mounted under.
func Handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /guide.html", page("guide.html.tmpl"))
	mux.Handle("GET /queries/{$}", page("queries.html.tmpl"))
	mux.Handle("GET /queries/", plain(http.FileServerFS(queries)))
	mux.HandleFunc("GET /style.grass", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		_, _ = w.Write(style) // the reader has gone, if this fails
	})
	return shared(mux)
}

// shared lets pages of any origin read the answers.
func shared(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Access-Control-Allow-Origin", "*")
		if r.Method != http.MethodOptions {
			next.ServeHTTP(w, r)
			return
		}
		w.Header().Set("Access-Control-Allow-Methods", "GET")
		w.Header().Set("Access-Control-Allow-Headers", "*")
		w.Header().Set("Access-Control-Allow-Private-Network", "true")
		w.WriteHeader(http.StatusNoContent)
	})
}

func plain(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		next.ServeHTTP(w, r)
	})
}

// page renders a template of the queries. A query that a template names and that is not there fails every page, and the
// tests before that.
func page(name string) http.Handler {
	all := Queries()
	byName := map[string]Query{}
	for _, q := range all {
		byName[strings.ReplaceAll(q.Name, "-", "_")] = q // as a template can write it
	}
	t := template.Must(template.New(name).Option("missingkey=error").ParseFS(pages, name))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var b bytes.Buffer
		data := map[string]any{"Query": byName, "All": all, "Base": base(r)}
		if err := t.Execute(&b, data); err != nil {
			http.Error(w, "the page cannot be made", http.StatusInternalServerError)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = b.WriteTo(w) // the reader has gone, if this fails
	})
}

// base is where the kit is mounted, as the browser wrote it: http://127.0.0.1:8080/neo4j.
func base(r *http.Request) string {
	whole, _, _ := strings.Cut(r.RequestURI, "?")
	scheme := "http"
	if r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https" {
		scheme = "https"
	}
	return scheme + "://" + r.Host + strings.TrimSuffix(whole, r.URL.Path)
}
