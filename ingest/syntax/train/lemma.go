package main

import (
	"fmt"
	"sort"
	"strings"
)

// lemmaKey is a lower-cased form with its Penn tag.
type lemmaKey struct{ form, xpos string }

// lemmaEdit cuts bytes off the end of a form and adds others.
type lemmaEdit struct {
	cut int
	add string
}

const maxEnding = 6

// lemmaList makes the decision list that package syntax reads: endings first by length, so that an entry is written only
// where it says something else than the shorter ending that fits too, then whole words that no ending gets right.
func lemmaList(trees [][]word) string {
	edits := wordEdits(trees)
	rules := make(map[lemmaKey]lemmaEdit)
	for n := range maxEnding + 1 {
		votes := make(map[lemmaKey]map[lemmaEdit]int)
		for k, e := range edits {
			if len(k.form) > n {
				vote(votes, lemmaKey{k.form[len(k.form)-n:], k.xpos}, e)
			}
		}
		for k, v := range votes {
			e, count := winner(v)
			if count >= 2 && e != decide(rules, k) {
				rules[k] = e
			}
		}
	}
	lines := make([]string, 0, len(rules))
	for k, e := range rules {
		lines = append(lines, fmt.Sprintf("%s\t%s\t%d\t%s\n", k.form, k.xpos, e.cut, e.add))
	}
	for k, e := range edits {
		if decide(rules, k) != e {
			lines = append(lines, fmt.Sprintf("^%s\t%s\t%d\t%s\n", k.form, k.xpos, e.cut, e.add))
		}
	}
	sort.Strings(lines)
	return strings.Join(lines, "")
}

// wordEdits is the most frequent edit of each form and tag; proper nouns keep their form and have none.
func wordEdits(trees [][]word) map[lemmaKey]lemmaEdit {
	votes := make(map[lemmaKey]map[lemmaEdit]int)
	for _, s := range trees {
		for _, w := range s {
			form := strings.Replace(strings.ToLower(w.Form), "’", "'", 1)
			lemma := strings.Replace(strings.ToLower(w.Lemma), "’", "'", 1)
			if w.Tag == "PROPN" || w.Tag == "X" || w.Tag == "SYM" || w.Lemma == "_" || len(form) > 24 || strings.ContainsAny(form+lemma, "\t^#") {
				continue
			}
			vote(votes, lemmaKey{form, w.XPOS}, editOf(form, lemma))
		}
	}
	edits := make(map[lemmaKey]lemmaEdit, len(votes))
	for k, v := range votes {
		edits[k], _ = winner(v)
	}
	return edits
}

func editOf(form, lemma string) lemmaEdit {
	same := 0
	for same < min(len(form), len(lemma)) && form[same] == lemma[same] {
		same++
	}
	return lemmaEdit{cut: len(form) - same, add: lemma[same:]}
}

func vote(votes map[lemmaKey]map[lemmaEdit]int, k lemmaKey, e lemmaEdit) {
	if votes[k] == nil {
		votes[k] = make(map[lemmaEdit]int)
	}
	votes[k][e]++
}

// winner is the edit with most votes, of several the smallest.
func winner(votes map[lemmaEdit]int) (lemmaEdit, int) {
	var best lemmaEdit
	most := 0
	for e, n := range votes {
		if n > most || n == most && (e.cut < best.cut || e.cut == best.cut && e.add < best.add) {
			best, most = e, n
		}
	}
	return best, most
}

// decide applies the rules to a form: the longest ending that fits wins.
func decide(rules map[lemmaKey]lemmaEdit, k lemmaKey) lemmaEdit {
	for n := min(maxEnding, len(k.form)); n >= 0; n-- {
		if e, ok := rules[lemmaKey{k.form[len(k.form)-n:], k.xpos}]; ok {
			return e
		}
	}
	return lemmaEdit{}
}
