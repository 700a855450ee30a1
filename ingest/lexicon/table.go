package lexicon

import (
	"embed"
	"errors"
	"fmt"
	"strings"
)

//go:embed data
var files embed.FS

// ErrTable says that an embedded table does not have the shape its header promises.
var ErrTable = errors.New("malformed table")

// readTable gives the rows of a table: a comment line with source and licence, a header line with the given columns, then
// rows of as many fields.
func readTable(name string, columns ...string) ([][]string, error) {
	raw, err := files.ReadFile("data/" + name)
	if err != nil {
		return nil, err
	}
	lines := strings.Split(strings.TrimSuffix(string(raw), "\n"), "\n")
	if len(lines) < 2 || !strings.HasPrefix(lines[0], "# ") || lines[1] != strings.Join(columns, "\t") {
		return nil, fmt.Errorf("%s: head: %w", name, ErrTable)
	}
	rows := make([][]string, 0, len(lines)-2)
	for i, line := range lines[2:] {
		row := strings.Split(line, "\t")
		if len(row) != len(columns) {
			return nil, fmt.Errorf("%s:%d: %w", name, i+3, ErrTable)
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// list cuts a field of alternatives at "|"; an empty field has none.
func list(field string) []string {
	if field == "" {
		return nil
	}
	return strings.Split(field, "|")
}
