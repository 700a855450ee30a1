package graph

import "slices"

// Query is a search: a node is found when its words hold all terms.
type Query struct {
	Text  string   // folded
	Terms []string // folded, each once
}

// ParseQuery reads what a person typed. There is no query language to break: everything is words.
func ParseQuery(s string) Query {
	terms := Terms(s)
	slices.Sort(terms)
	return Query{Text: Fold(s), Terms: slices.Compact(terms)}
}

// Document is what search knows of a node: the folded words of its names, and of the rest of what it says.
func Document(n Node) (name, body string) {
	switch n := n.(type) {
	case Actor:
		body = n.Named().Country
		for _, alias := range n.Named().Aliases {
			body += " " + alias
		}
	case Article:
		body = n.Text
	case Event:
		body = string(n.Kind)
	}
	return Fold(NameOf(n)), Fold(body)
}

// Found is one node that a search found. Key is its Rank: hits are listed by ascending key, of equal keys by id.
type Found struct {
	ID  ID
	Key string
}

// Cursor marks the hit's place in the list.
func (f Found) Cursor() string { return ByRank.cursor(f.Key, f.ID) }

// Rank orders hits: a node whose whole name was typed, then nodes that have all terms in their name, then the rest;
// within each actors, places, occasions, events and articles. It is a hit's Key.
func Rank(id ID, wholeName, inName bool) string {
	rank := "2"
	switch {
	case wholeName:
		rank = "0"
	case inName:
		rank = "1"
	}
	return rank + class(id)
}

func class(id ID) string {
	switch id.Prefix() {
	case PlacePrefix:
		return "1"
	case OccasionPrefix:
		return "2"
	case EventPrefix:
		return "3"
	case ArticlePrefix:
		return "4"
	}
	return "0"
}
