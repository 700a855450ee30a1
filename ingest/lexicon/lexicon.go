package lexicon

import (
	"cmp"
	"slices"
	"strings"
	"sync"
)

// Lexicon is all tables, indexed. It is immutable and safe for use by several goroutines.
type Lexicon struct {
	countries map[string]Country
	codes     []string // of countries, sorted
	index     map[string]node
	cities    func() *gazetteer
}

// node is what is known of a folded phrase: the spellings that are in the lexicon, and whether longer phrases begin with it.
type node struct {
	spellings []spelling
	more      bool
}

// spelling is one way to write a phrase ("US" but not "us"), with the entries written so.
type spelling struct {
	pieces  string
	entries []Entry
}

var load = sync.OnceValues(build)

// Load gives the lexicon, which is decoded the first time only. An error (ErrTable) means that the program was built with a
// broken table.
func Load() (*Lexicon, error) { return load() }

// Country gives the country or territory with the ISO 3166 alpha-3 code.
func (l *Lexicon) Country(alpha3 string) (Country, bool) {
	c, ok := l.countries[alpha3]
	return c, ok
}

// Countries gives all countries and territories, by alpha-3 code.
func (l *Lexicon) Countries() []Country {
	all := make([]Country, len(l.codes))
	for i, code := range l.codes {
		all[i] = l.countries[code]
	}
	return all
}

// Longest gives the entries of the longest phrase that begins at words[0], and how many words it takes; nil and 0 where
// none does. Words are token texts, hyphens inside a word or as words of their own. The entries are shared and must not be
// written to; they come by class, then by country.
//
//	["South", "Korean", "troops"]  →  Demonym KOR, 2
//	["secretary", "-", "general"]  →  Title IO_HEAD, 3
func (l *Lexicon) Longest(words []string) (entries []Entry, n int) {
	var room, lowRoom [128]byte
	cased, lower := room[:0], lowRoom[:0]
	for i, word := range words {
		before := len(cased)
		cased = appendPieces(cased, word)
		if len(cased) == before {
			if i == 0 {
				return nil, 0
			}
			continue
		}
		lower = appendLower(lower, cased[before:])
		at, ok := l.index[string(lower)]
		if !ok {
			break
		}
		if found := at.spelled(cased); found != nil {
			entries, n = found, i+1
		}
		if !at.more {
			break
		}
	}
	return entries, n
}

// spelled gives the entries whose spelling fits what was read.
func (n node) spelled(cased []byte) []Entry {
	var found []Entry
	for _, s := range n.spellings {
		switch {
		case !fits(s.pieces, cased):
		case found == nil:
			found = s.entries
		default:
			found = slices.Concat(found, s.entries)
			slices.SortStableFunc(found, compareEntries)
		}
	}
	return found
}

// fits tells whether the pieces read may stand for the pieces of the table; but for case they are equal already.
func fits(table string, read []byte) bool {
	for start := 0; start < len(table); {
		end := start + len(table[start:])
		if i := strings.IndexByte(table[start:], ' '); i >= 0 {
			end = start + i
		}
		if !fitsPiece(table[start:end], read[start:end]) {
			return false
		}
		start = end + 1
	}
	return true
}

func fitsPiece(table string, read []byte) bool {
	capital, same, shouted := false, true, true
	for i := range len(table) {
		t, r := table[i], read[i]
		capital = capital || isUpper(t)
		same = same && t == r
		shouted = shouted && (isUpper(r) || r < 'a' || r > 'z')
	}
	return !capital || same || shouted
}

func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

func compareEntries(a, b Entry) int {
	return cmp.Or(cmp.Compare(a.Class, b.Class), cmp.Compare(a.Country, b.Country), cmp.Compare(a.Name, b.Name))
}
