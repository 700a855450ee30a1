// Package console is a page to try the GraphQL API with: an editor with example queries, the answer as a tree, and the
// schema's own words beside it.
package console

import (
	"embed"
	"net/http"
)

//go:embed index.html
var files embed.FS

// Handler serves the page.
func Handler() http.Handler { return http.FileServerFS(files) }
