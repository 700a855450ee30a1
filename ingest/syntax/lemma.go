package syntax

import (
	"strconv"
	"strings"
)

// lemmas is a decision list made from the treebanks: of the entries for a Penn tag the one with the longest ending that
// fits says how many bytes to cut off a lower-cased form and what to add. An entry that begins with ^ is a whole word.
//
//	ies NNS 3 y        countries → country
//	^met VBD 2 eet     met → meet
type lemmas struct {
	whole   map[lemmaKey]edit
	endings map[lemmaKey]edit
}

type lemmaKey struct {
	form string
	xpos XPOS
}

type edit struct {
	cut int
	add string
}

// maxEnding is the length, in bytes, of the longest ending in the list.
const maxEnding = 6

// readLemmas reads the list: lines of entry, tag, cut and addition with tabs between them; # begins a comment.
func readLemmas(tsv string) lemmas {
	l := lemmas{whole: make(map[lemmaKey]edit, 4096), endings: make(map[lemmaKey]edit, 2048)}
	for line := range strings.Lines(tsv) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		column := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(column) != 4 {
			continue
		}
		cut, err := strconv.Atoi(column[2])
		if err != nil {
			continue
		}
		e := edit{cut: cut, add: column[3]}
		if word, ok := strings.CutPrefix(column[0], "^"); ok {
			l.whole[lemmaKey{word, XPOSOf(column[1])}] = e
		} else {
			l.endings[lemmaKey{column[0], XPOSOf(column[1])}] = e
		}
	}
	return l
}

// of is the lemma of a form with its tags.
func (l *lemmas) of(form string, tag Tag, xpos XPOS) string {
	if tag == PROPN || len(form) > 64 {
		return form
	}
	lower := strings.ToLower(form)
	lower = strings.Replace(lower, "’", "'", 1)
	e, ok := l.whole[lemmaKey{lower, xpos}]
	for n := min(maxEnding, len(lower)); !ok && n >= 0; n-- {
		e, ok = l.endings[lemmaKey{lower[len(lower)-n:], xpos}]
	}
	if e.cut >= len(lower) && e.add == "" || e.cut > len(lower) {
		return lower
	}
	if e.add == "" {
		return lower[:len(lower)-e.cut]
	}
	return lower[:len(lower)-e.cut] + e.add
}

// lemmaCache remembers lemmas, so that a word met again costs no memory. It forgets all when it is full.
type lemmaCache map[lemmaKey]string

const maxCache = 1 << 13

func (c lemmaCache) of(l *lemmas, form string, tag Tag, xpos XPOS) string {
	if tag == PROPN || len(form) > 64 {
		return form
	}
	if lemma, ok := c[lemmaKey{form, xpos}]; ok {
		return lemma
	}
	if len(c) >= maxCache {
		clear(c)
	}
	form = strings.Clone(form)
	lemma := l.of(form, tag, xpos)
	c[lemmaKey{form, xpos}] = lemma
	return lemma
}
