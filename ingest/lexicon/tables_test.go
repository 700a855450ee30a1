package lexicon_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"demarche/ingest/lexicon"
)

// table reads a table anew, without the code under test: columns by name.
func table(t *testing.T, path string) []map[string]string {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(raw), "\n"), "\n")
	if !strings.HasPrefix(lines[0], "# ") || !strings.Contains(lines[0], "Apache-2.0") {
		t.Errorf("%s: no source and licence in the first line", path)
	}
	columns := strings.Split(lines[1], "\t")
	var rows []map[string]string
	for i, line := range lines[2:] {
		fields := strings.Split(line, "\t")
		if len(fields) != len(columns) {
			t.Fatalf("%s:%d: %d fields, want %d", path, i+3, len(fields), len(columns))
		}
		row := map[string]string{"line": line}
		for c, column := range columns {
			row[column] = fields[c]
		}
		rows = append(rows, row)
	}
	return rows
}

func tables(t *testing.T) []string {
	t.Helper()
	paths, err := filepath.Glob("data/*.tsv")
	if err != nil || len(paths) < 8 {
		t.Fatalf("tables: %v, %v", paths, err)
	}
	return append(paths, "gazetteer/places.tsv", "gazetteer/words.tsv")
}

func TestTablesAreSortedCleanAndLicensed(t *testing.T) {
	for _, path := range tables(t) {
		last := ""
		for _, row := range table(t, path) {
			line := row["line"]
			key, _, _ := strings.Cut(line, "\t")
			if key < last || key == "" {
				t.Errorf("%s: %q after %q", path, key, last)
			}
			last = key
			for _, bad := range []string{"  ", "||", "\t|", "|\t", " \t", "\t ", " |", "| "} {
				if strings.Contains(line, bad) {
					t.Errorf("%s: stray %q in %q", path, bad, line)
				}
			}
		}
	}
}

func TestCountryCodesAreAlphaThreeEverywhere(t *testing.T) {
	l := load(t)
	for _, path := range tables(t) {
		for _, row := range table(t, path) {
			for _, column := range []string{"country", "alpha3", "successor"} {
				if code := row[column]; code != "" {
					if _, ok := l.Country(code); !ok {
						t.Errorf("%s: no country %q in %q", path, code, row["line"])
					}
				}
			}
		}
	}
}

func TestAllOfISO3166AreThere(t *testing.T) {
	all := load(t).Countries()
	if len(all) != 249+1+3 { // ISO 3166-1, Kosovo, three dissolved states
		t.Errorf("%d countries", len(all))
	}
	alpha2 := map[string]string{}
	for _, c := range all {
		if len(c.Alpha3) != 3 || len(c.Alpha2) != 2 || alpha2[c.Alpha2] != "" {
			t.Errorf("codes of %s: %s, %s (also %s)", c.Name, c.Alpha3, c.Alpha2, alpha2[c.Alpha2])
		}
		alpha2[c.Alpha2] = c.Alpha3
	}
}

func TestOnlyListedPhrasesMeanTwoCountries(t *testing.T) {
	ambiguous := map[string]bool{}
	for _, row := range table(t, "data/ambiguous.tsv") {
		ambiguous[row["phrase"]] = true
	}
	owner := map[string]string{}
	for _, row := range table(t, "data/countries.tsv") {
		for _, column := range []string{"name", "aliases", "adjectives", "peoples", "capitals", "seats"} {
			for phrase := range strings.SplitSeq(row[column], "|") {
				if phrase == "" || ambiguous[phrase] {
					continue
				}
				if other := owner[phrase]; other != "" && other != row["alpha3"] {
					t.Errorf("%q is %s and %s, and is not in ambiguous.tsv", phrase, other, row["alpha3"])
				}
				owner[phrase] = row["alpha3"]
			}
		}
	}
}

func TestAmbiguousPhrasesAreInTheLexicon(t *testing.T) {
	for _, row := range table(t, "data/ambiguous.tsv") {
		entries, n := load(t).Longest(strings.Fields(row["phrase"]))
		if n != len(strings.Fields(row["phrase"])) || entries[0].Also != row["also"] {
			t.Errorf("%q: %+v", row["phrase"], entries)
		}
	}
}

func TestNoBodyOrOutletNameIsSharedByTwo(t *testing.T) {
	for _, path := range []string{"data/bodies.tsv", "data/outlets.tsv", "data/regions.tsv", "data/organs.tsv"} {
		owner := map[string]string{}
		for _, row := range table(t, path) {
			for _, phrase := range append(strings.Split(row["aliases"], "|"), row["name"]) {
				if other, seen := owner[phrase]; seen && phrase != "" {
					t.Errorf("%s: %q is %q and %q", path, phrase, other, row["name"])
				}
				owner[phrase] = row["name"]
			}
		}
	}
}

func TestTitlesAreNotListedTwice(t *testing.T) {
	owner := map[string]string{}
	for _, row := range table(t, "data/titles.tsv") {
		for _, phrase := range append(strings.Split(row["aliases"], "|"), row["title"]) {
			if other, seen := owner[phrase]; seen && phrase != "" {
				t.Errorf("%q is %q and %q", phrase, other, row["title"])
			}
			owner[phrase] = row["title"]
		}
		entries, n := load(t).Longest(strings.Fields(row["title"]))
		titles := slices.DeleteFunc(slices.Clone(entries), func(e lexicon.Entry) bool { return e.Class != lexicon.Title })
		if n != len(strings.Fields(row["title"])) || len(titles) != 1 || titles[0].Name != row["title"] {
			t.Errorf("%q: %+v", row["title"], entries)
		}
	}
}

func TestFinerClassesAreFromTheirLists(t *testing.T) {
	allowed := map[string]string{
		"data/titles.tsv class": "HEAD_OF_STATE HEAD_OF_GOVERNMENT FOREIGN_MINISTER DEFENCE_MINISTER MINISTER AMBASSADOR ENVOY LEGISLATOR " +
			"MILITARY SPOKESPERSON OFFICIAL ROYAL IO_HEAD HONORIFIC RELIGIOUS OTHER",
		"data/bodies.tsv class":    "IGO NGO COURT ARMED_GROUP PARTY GOVERNMENT MILITARY",
		"data/outlets.tsv kind":    "agency broadcaster paper",
		"data/regions.tsv kind":    "region sea state continent",
		"data/organs.tsv kind":     "government ministry parliament military court police agency mission security party delegation side",
		"data/modifiers.tsv sense": "past future acting rank other",
		"data/ambiguous.tsv also":  "person place word country body people organ",
	}
	for where, list := range allowed {
		path, column, _ := strings.Cut(where, " ")
		for _, row := range table(t, path) {
			if !slices.Contains(strings.Fields(list), row[column]) {
				t.Errorf("%s: %q in %q", path, row[column], row["line"])
			}
		}
	}
}

func TestInternationalBodiesHaveNoCountryAndGovernmentsOne(t *testing.T) {
	for _, row := range table(t, "data/bodies.tsv") {
		switch row["class"] {
		case "IGO", "NGO":
			if row["country"] != "" {
				t.Errorf("%s has the country %s", row["name"], row["country"])
			}
		case "GOVERNMENT", "MILITARY", "PARTY":
			if row["country"] == "" {
				t.Errorf("%s has no country", row["name"])
			}
		}
	}
}

func TestEveryStateHasACapitalAndAnAdjective(t *testing.T) {
	for _, c := range load(t).Countries() {
		territory := len(c.Capitals) == 0 && c.Successor == "" // uninhabited, or without a seat
		if territory && !slices.Contains([]string{"ATA", "ATF", "BVT", "HMD", "IOT", "UMI"}, c.Alpha3) {
			t.Errorf("%s has no capital", c.Name)
		}
	}
	for _, code := range []string{"KOR", "PRK", "CHN", "USA", "RUS", "JPN", "GBR", "TWN", "PSE", "XKX", "SUN"} {
		if c, ok := load(t).Country(code); !ok || len(c.Adjectives) == 0 || len(c.Peoples) == 0 {
			t.Errorf("%s: %+v", code, c)
		}
	}
}
