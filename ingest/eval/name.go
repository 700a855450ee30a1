package eval

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"demarche/ingest"
)

var (
	genitive = regexp.MustCompile(`['’]s\b`)
	others   = regexp.MustCompile(`[^a-z0-9]+`)
)

// fold brings a name to the form in which names are compared: compatibility forms taken apart, no accents, lower case, no
// genitive, and one space for whatever is neither letter nor digit. Letters that have no plain form part words.
func fold(s string) string {
	plain := strings.Map(func(r rune) rune {
		if norm.NFKD.PropertiesString(string(r)).CCC() != 0 {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(s))
	return strings.TrimSpace(others.ReplaceAllString(genitive.ReplaceAllString(plain, ""), " "))
}

// titles are words that do not tell one name from another.
var titles = set(strings.Fields(`mr mrs ms dr sir president prime minister the of foreign secretary king queen chancellor
	general he shri sheikh lord crown prince state councilor`))

// nameWords are the words of a name without titles.
func nameWords(s string) []string {
	return slices.DeleteFunc(strings.Fields(fold(s)), func(w string) bool { return titles[w] })
}

func set[T comparable](list []T) map[T]bool {
	m := make(map[T]bool, len(list))
	for _, x := range list {
		m[x] = true
	}
	return m
}

// names tells whether an actor names an entity: a country by its code, others by a form of the name, persons also by a
// part of it that has the last word in common.
func names(a ingest.ExtractActor, e Entity) bool {
	country := a.Country != nil && *a.Country != "" && e.Country != ""
	switch {
	case e.Type == "COUNTRY" && a.Type == "COUNTRY" && country:
		return *a.Country == e.Country
	case (a.Type == "COUNTRY") != (e.Type == "COUNTRY"), fold(a.Name) == "":
		return false
	case slices.Contains(e.forms(), fold(a.Name)):
		return true
	}
	p, g := nameWords(a.Name), nameWords(e.Name)
	if len(p) == 0 || len(g) == 0 {
		return false
	}
	if e.Type == "PERSON" && a.Type == "PERSON" {
		last := slices.Contains(g, p[len(p)-1]) || slices.Contains(p, g[len(g)-1])
		return last && (within(p, g) || within(g, p))
	}
	return within(p, g) && within(g, p)
}

// within tells whether every word of a is one of b.
func within(a, b []string) bool {
	return !slices.ContainsFunc(a, func(w string) bool { return !slices.Contains(b, w) })
}

// align gives the id of the first entity that an actor names; "?" and the name if there is none.
func align(a ingest.ExtractActor, entities []Entity) string {
	for _, e := range entities {
		if names(a, e) {
			return e.ID
		}
	}
	return "?" + fold(a.Name)
}
