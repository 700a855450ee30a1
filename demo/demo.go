// Package demo holds a few news reports to try the program on: what `demarche demo` ingests.
//
//	articles/*.json ──▶ Articles() ──▶ any reader of article folders
//
// They were written for this project. The outlets and reporters are invented, the events are real (2020 to 2024) and every
// sentence is ours. Their stories connect: a meeting told by two outlets, talks first announced and later held, a visit put
// off and made up for, a meeting that one side denies, expulsions that come back a year later. Datelines, bylines, credits
// and web noise are as untidy as those of real pages.
//
// The invariant: every file is one JSON object with id (the file's stem), source, title, published and text.
// The package reads nothing into them; they are input like any other.
package demo

import (
	"embed"
	"io/fs"
)

//go:embed articles/*.json
var files embed.FS

// Articles gives the folder of sample articles: one JSON file each, at the top level.
func Articles() fs.FS {
	articles, err := fs.Sub(files, "articles")
	if err != nil {
		panic(err) // the path is a constant and well formed
	}
	return articles
}
