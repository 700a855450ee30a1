package main_test

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// room is what a package may see: rooms of this module, modules of others, and those packages of the standard library
// that reach outside the program. Everything else of the standard library is free.
type room struct{ rooms, modules, outside string }

const (
	gqlgen = "github.com/99designs/gqlgen github.com/vektah/gqlparser/v2"
	driver = "github.com/neo4j/neo4j-go-driver/v5"
)

// law is the import law: whoever adds a room writes its line. Rooms see the graph and what stands to their left in
//
//	source ─▶ article ─▶ syntax ─▶ mention ─▶ event ─▶ Reading ─▶ Store (sqlite | neo4j) ─▶ api
//
// A name that begins with "." is a room of this module.
var law = map[string]room{
	".": {
		rooms:   ".demo .graph .graph/api .graph/neo4j .graph/neo4j/browser .graph/sqlite .ingest .ingest/eval .ingest/event .ingest/source",
		modules: "github.com/alecthomas/kong github.com/schollz/progressbar/v3 golang.org/x/term",
		outside: "net net/http os os/signal syscall",
	},
	".demo": {},

	".graph":           {},
	".graph/graphtest": {rooms: ".graph", modules: "github.com/google/go-cmp", outside: "math/rand/v2"},
	".graph/sqlite":    {rooms: ".graph", modules: "modernc.org/sqlite", outside: "database/sql net/url os syscall"},
	".graph/neo4j":     {rooms: ".graph", modules: driver, outside: "net/url"},

	".graph/neo4j/browser":       {outside: "net/http"},
	".graph/neo4j/neo4jtest":     {modules: driver, outside: "crypto/rand net os os/exec syscall"},
	".graph/neo4j/neo4jtest/run": {rooms: ".graph/neo4j/neo4jtest", outside: "os os/exec os/signal syscall"},

	".graph/api":           {rooms: ".graph .graph/api/console .graph/api/generated .graph/api/scalar", modules: gqlgen, outside: "net/http"},
	".graph/api/console":   {outside: "net/http"},
	".graph/api/generated": {rooms: ".graph .graph/api/scalar", modules: gqlgen},
	".graph/api/scalar":    {rooms: ".graph", modules: gqlgen},

	".ingest":         {rooms: ".graph .ingest/source .ingest/article .ingest/syntax .ingest/lexicon .ingest/mention .ingest/event"},
	".ingest/eval":    {rooms: ".graph .ingest .ingest/source", modules: "golang.org/x/text"},
	".ingest/source":  {rooms: ".graph", modules: "codeberg.org/readeck/go-readability/v2", outside: "net/http os"},
	".ingest/article": {rooms: ".graph .ingest/source"},
	".ingest/lexicon": {},
	".ingest/syntax":  {rooms: ".graph .ingest/syntax/internal/net .ingest/syntax/internal/tree"},
	".ingest/when":    {rooms: ".graph .ingest/syntax"},
	".ingest/mention": {rooms: ".graph .ingest/article .ingest/lexicon .ingest/syntax"},
	".ingest/event":   {rooms: ".graph .ingest/mention .ingest/syntax .ingest/when"},

	".ingest/syntax/internal/net":  {},
	".ingest/syntax/internal/tree": {},
	".ingest/syntax/train":         {rooms: ".graph .ingest/syntax .ingest/syntax/internal/net .ingest/syntax/internal/tree", outside: "math/rand/v2 os syscall"},
	".ingest/lexicon/gazetteer":    {rooms: ".ingest/lexicon", outside: "os"},
}

// reachOut are the roots of the standard library's packages that see files, the network, databases, other programs or
// chance.
var reachOut = []string{"net", "os", "database", "syscall", "math/rand", "plugin", "crypto/rand"}

// TestRoomsImportOnlyWhatTheLawAllows reads what each package imports, its tests aside.
func TestRoomsImportOnlyWhatTheLawAllows(t *testing.T) {
	packages := list(t)
	for name, imports := range packages {
		allowed, ok := law[name]
		if !ok {
			t.Errorf("room %s has no line in the law", name)
			continue
		}
		for _, path := range imports {
			if !allowed.allows(path) {
				t.Errorf("room %s must not import %s", name, path)
			}
		}
	}
	for name := range law {
		if _, ok := packages[name]; !ok {
			t.Errorf("the law has a line for %s, which is no room", name)
		}
	}
}

// allows tells whether a room may import a package.
func (r room) allows(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	switch {
	case strings.HasPrefix(path, "."):
		return slices.Contains(strings.Fields(r.rooms), path)
	case strings.Contains(first, "."):
		return slices.ContainsFunc(strings.Fields(r.modules), func(m string) bool { return within(path, m) })
	case slices.ContainsFunc(reachOut, func(root string) bool { return within(path, root) }):
		return slices.Contains(strings.Fields(r.outside), path)
	}
	return path != "C"
}

func within(path, root string) bool { return path == root || strings.HasPrefix(path, root+"/") }

// list gives the imports of every package of the module, rooms by their names in the law.
func list(t *testing.T) map[string][]string {
	t.Helper()
	const module = "demarche"
	out, err := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	short := func(path string) string {
		if within(path, module) {
			return "." + strings.TrimPrefix(strings.TrimPrefix(path, module), "/")
		}
		return path
	}
	packages := map[string][]string{}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		for i := range fields {
			fields[i] = short(fields[i])
		}
		packages[fields[0]] = fields[1:]
	}
	return packages
}

func TestTheLawForbidsWhatItShould(t *testing.T) {
	for _, c := range []struct{ room, path string }{
		{".ingest/event", ".ingest/source"}, {".ingest/event", "net/http"}, {".ingest/mention", ".ingest/event"}, {".ingest", ".graph/sqlite"},
		{".ingest", "database/sql"}, {".graph", ".ingest"}, {".graph", "github.com/google/go-cmp/cmp"}, {".graph/api", ".graph/sqlite"},
		{".graph/sqlite", ".graph/neo4j"}, {".ingest/article", "os"}, {".ingest/when", "math/rand/v2"}, {".graph/neo4j", "modernc.org/sqlite"},
		{".ingest/source", "codeberg.org/readeck/go-readability"}, {".demo", "C"},
	} {
		if law[c.room].allows(c.path) {
			t.Errorf("%s may import %s", c.room, c.path)
		}
	}
}
