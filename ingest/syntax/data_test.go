package syntax_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"demarche/ingest/syntax"
)

// table reads a data file and checks its first line.
func table(t *testing.T, path string) [][]string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")
	if !regexp.MustCompile(`^# .*\b(CC0|CC BY-SA 4\.0)\b`).MatchString(lines[0]) {
		t.Errorf("%s begins %q, not with source and licence", path, lines[0])
	}
	var rows [][]string
	for _, line := range lines[1:] {
		rows = append(rows, strings.Split(line, "\t"))
	}
	return rows
}

func TestListsHoldFoldedWordsOnce(t *testing.T) {
	known := map[string]bool{"country": true, "place": true, "given": true, "organization": true}
	seen := map[string]bool{}
	for _, row := range table(t, "model/lists.tsv") {
		if len(row) != 2 || !known[row[1]] || row[0] != strings.ToLower(row[0]) || seen[row[0]+row[1]] {
			t.Errorf("row %q", row)
			continue
		}
		seen[row[0]+row[1]] = true
	}
	if !seen["francecountry"] {
		t.Error("France is on no list")
	}
}

func TestLemmaRulesAreWellFormed(t *testing.T) {
	rows := table(t, "model/lemmas.tsv")
	for _, row := range rows {
		if len(row) != 4 || syntax.XPOSOf(row[1]) == syntax.NoXPOS || !regexp.MustCompile(`^\d+$`).MatchString(row[2]) {
			t.Errorf("row %q", row)
		}
	}
	if len(rows) < 500 {
		t.Errorf("only %d rules", len(rows))
	}
}
