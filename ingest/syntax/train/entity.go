package main

import (
	"regexp"
	"slices"
)

// GUM marks every entity, named or not, in the last column: (5-person-new-… opens number 5, 5) closes it.
var entityMark = regexp.MustCompile(`\((\d+)-([a-z]+)-[^()]*|(\d+)\)|\)`)

var entityClass = map[string]string{"person": "PER", "organization": "ORG", "place": "LOC"}

// entity is a span of words, both ends included, of a class of names.
type entity struct {
	from, to int
	class    string
}

// entities reads the marks in the last column of a sentence. An entity of one word closes with a bare bracket.
func entities(words []word) []entity {
	var all []entity
	open := map[string][]entity{}
	for i, w := range words {
		last := ""
		for _, m := range entityMark.FindAllStringSubmatch(w.Misc, -1) {
			id := m[3]
			switch {
			case m[1] != "":
				last = m[1]
				open[last] = append(open[last], entity{from: i, class: entityClass[m[2]]})
				continue
			case id == "":
				id = last
			}
			if n := len(open[id]); n > 0 {
				e := open[id][n-1]
				e.to, open[id] = i, open[id][:n-1]
				all = append(all, e)
			}
		}
	}
	return all
}

// nameEntities is a copy of a sentence of GUM whose names are those entities that have one: around the entity's head, if
// that is a proper noun, the proper nouns that hang together with it, without titles. Of names inside names the outer one
// counts.
//
//	[the U.S. President Joe Biden]  → Biden with Joe: PER          [the leader of the party]  → no name
func nameEntities(words []word) []word {
	out := slices.Clone(words)
	for i := range out {
		out[i].Name = "O"
	}
	all := entities(words)
	slices.SortFunc(all, func(a, b entity) int { return (b.to - b.from) - (a.to - a.from) })
	for _, e := range all {
		from, to, ok := nameIn(words, e)
		if e.class == "" || !ok || slices.ContainsFunc(out[from:to+1], func(w word) bool { return w.Name != "O" }) {
			continue
		}
		for i := from; i <= to; i++ {
			out[i].Name = "I-" + e.class
		}
		out[from].Name = "B-" + e.class
	}
	return out
}

// nameIn finds the proper nouns around the head of an entity; no name holds a genitive.
func nameIn(words []word, e entity) (from, to int, ok bool) {
	head := -1
	for i := e.from; i <= e.to; i++ {
		if words[i].Head < e.from || words[i].Head > e.to {
			head = i
			break
		}
	}
	if head < 0 || !proper(words[head]) || e.class == "PER" && (words[head].XPOS == "NNPS" || titles[words[head].Form]) {
		return 0, 0, false
	}
	from, to = head, head
	for from > e.from && inName(words, from-1, e.from) {
		from--
	}
	for to < e.to && (inName(words, to+1, e.from) || e.class == "ORG" && to+2 <= e.to && joinsName(words, to+1) && inName(words, to+2, e.from)) {
		to++
	}
	return from, to, true
}

// titles are proper nouns that head what GUM calls a person without naming one.
var titles = map[string]bool{
	"President": true, "Secretary": true, "Professor": true, "Director": true, "Senator": true, "Minister": true, "Chairman": true,
	"Administrator": true, "Manager": true, "Sheriff": true, "Justice": true, "God": true, "Judge": true, "Governor": true,
}

func proper(w word) bool { return w.XPOS == "NNP" || w.XPOS == "NNPS" }

// inName: a proper noun, or a hyphen between two, that is no title.
func inName(words []word, i, first int) bool {
	w := words[i]
	if w.Form == "-" {
		return i > first && i+1 < len(words) && proper(words[i-1]) && proper(words[i+1])
	}
	return proper(w) && w.Rel != "nmod:desc" && w.Rel != "nmod:poss"
}

// joinsName: the small word in "Ministry of Defense".
func joinsName(words []word, i int) bool {
	return slices.Contains([]string{"of", "for", "&", "and"}, words[i].Form)
}
