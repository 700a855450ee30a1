package neo4j

import (
	"embed"
	"strings"
)

//go:embed cypher/*.cypher
var files embed.FS

// statement is one Cypher statement, the content of the file cypher/NAME.cypher. Some have marks, comments that stand
// where a filter or a direction goes, so that the file is a whole statement as it is.
type statement struct{ name, text string }

// load reads a statement's file; that it is there is settled when the program is built, so that a missing one panics.
func load(name string) statement {
	text, err := files.ReadFile("cypher/" + name + ".cypher")
	if err != nil {
		panic(err)
	}
	return statement{name, string(text)}
}

// with puts a text in the place of a mark. It must be made of this package's own words: values go into parameters.
func (s statement) with(mark, text string) statement {
	s.text = strings.ReplaceAll(s.text, mark, text)
	return s
}
