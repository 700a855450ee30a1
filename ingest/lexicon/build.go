package lexicon

import (
	"fmt"
	"slices"
	"strings"
	"sync"
)

// builder collects the phrases of all tables into the index.
type builder struct {
	lexicon *Lexicon
	also    map[string]string // pieces of an ambiguous phrase → how else it is meant
}

func build() (*Lexicon, error) {
	b := &builder{
		lexicon: &Lexicon{countries: map[string]Country{}, index: make(map[string]node, 8192), cities: sync.OnceValue(openGazetteer)},
		also:    map[string]string{},
	}
	for _, table := range []func() error{b.ambiguous, b.countries, b.named, b.organs, b.titles, b.modifiers} {
		if err := table(); err != nil {
			return nil, fmt.Errorf("lexicon: %w", err)
		}
	}
	return b.lexicon, nil
}

func (b *builder) ambiguous() error {
	rows, err := readTable("ambiguous.tsv", "phrase", "also", "note")
	for _, row := range rows {
		b.also[pieces(row[0])] = row[1]
	}
	return err
}

func (b *builder) countries() error {
	rows, err := readTable("countries.tsv",
		"alpha3", "alpha2", "name", "aliases", "adjectives", "peoples", "capitals", "seats", "successor")
	for _, row := range rows {
		c := Country{
			Alpha3: row[0], Alpha2: row[1], Name: row[2], Aliases: list(row[3]), Adjectives: list(row[4]),
			Peoples: list(row[5]), Capitals: list(row[6]), Seats: list(row[7]), Successor: row[8],
		}
		b.lexicon.countries[c.Alpha3] = c
		b.lexicon.codes = append(b.lexicon.codes, c.Alpha3)
		b.country(c)
	}
	return err
}

func (b *builder) country(c Country) {
	b.add(Entry{Class: CountryName, Phrase: c.Name, Name: c.Name, Country: c.Alpha3})
	for _, phrase := range c.Aliases {
		b.add(Entry{Class: CountryName, Phrase: phrase, Name: c.Name, Country: c.Alpha3})
	}
	for _, phrase := range c.Adjectives {
		b.add(Entry{Class: Demonym, Phrase: phrase, Name: c.Name, Country: c.Alpha3})
	}
	for _, phrase := range c.Peoples {
		b.add(Entry{Class: People, Phrase: phrase, Name: c.Name, Country: c.Alpha3})
	}
	for _, phrase := range c.Capitals {
		b.add(Entry{Class: Capital, Phrase: phrase, Name: phrase, Country: c.Alpha3})
	}
	for _, phrase := range c.Seats {
		b.add(Entry{Class: Seat, Phrase: phrase, Name: phrase, Country: c.Alpha3})
	}
}

// named reads the three tables of the shape name, aliases, finer class, country.
func (b *builder) named() error {
	for _, table := range []struct {
		file, detail string
		class        Class
	}{{"regions.tsv", "kind", Region}, {"bodies.tsv", "class", Body}, {"outlets.tsv", "kind", Outlet}} {
		rows, err := readTable(table.file, "name", "aliases", table.detail, "country")
		if err != nil {
			return err
		}
		for _, row := range rows {
			for _, phrase := range append([]string{row[0]}, list(row[1])...) {
				b.add(Entry{Class: table.class, Phrase: phrase, Name: row[0], Country: row[3], Detail: row[2]})
			}
		}
	}
	return nil
}

func (b *builder) organs() error {
	rows, err := readTable("organs.tsv", "name", "aliases", "kind")
	for _, row := range rows {
		for _, phrase := range append([]string{row[0]}, list(row[1])...) {
			b.add(Entry{Class: Organ, Phrase: phrase, Name: row[0], Detail: row[2]})
		}
	}
	return err
}

func (b *builder) titles() error {
	rows, err := readTable("titles.tsv", "title", "aliases", "plural", "class", "country")
	for _, row := range rows {
		for _, phrase := range append([]string{row[0]}, list(row[1])...) {
			e := Entry{Class: Title, Phrase: phrase, Name: row[0], Country: row[4], Detail: row[3]}
			b.add(e)
			if strings.HasSuffix(phrase, ".") || e.Detail == "HONORIFIC" {
				continue
			}
			if e.Phrase, e.Plural = plural(phrase), true; phrase == row[0] && row[2] != "" {
				e.Phrase = row[2]
			}
			b.add(e)
		}
	}
	return err
}

func (b *builder) modifiers() error {
	rows, err := readTable("modifiers.tsv", "modifier", "sense")
	for _, row := range rows {
		b.add(Entry{Class: TitleModifier, Phrase: row[0], Name: row[0], Detail: row[1]})
	}
	return err
}

// add files an entry under its phrase and marks the shorter phrases that lead to it.
func (b *builder) add(e Entry) {
	written := pieces(e.Phrase)
	e.Also = b.also[written]
	key := Fold(e.Phrase)
	at := b.lexicon.index[key]
	at.spellings = addSpelling(at.spellings, written, e)
	b.lexicon.index[key] = at
	for i := strings.LastIndexByte(key, ' '); i > 0; i = strings.LastIndexByte(key[:i], ' ') {
		shorter := b.lexicon.index[key[:i]]
		if shorter.more {
			return
		}
		shorter.more = true
		b.lexicon.index[key[:i]] = shorter
	}
}

func addSpelling(all []spelling, written string, e Entry) []spelling {
	for i := range all {
		if all[i].pieces == written {
			all[i].entries = append(all[i].entries, e)
			slices.SortStableFunc(all[i].entries, compareEntries)
			return all
		}
	}
	return append(all, spelling{written, []Entry{e}})
}

// pieces gives a phrase cut into pieces as written, joined by spaces.
func pieces(phrase string) string {
	var dst []byte
	for word := range strings.FieldsSeq(phrase) {
		dst = appendPieces(dst, word)
	}
	return string(dst)
}
