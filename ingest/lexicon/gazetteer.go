package lexicon

import (
	"bytes"
	"compress/gzip"
	_ "embed" // the gazetteer
	"io"
	"sort"
	"strconv"
	"strings"
)

// City is a populated place of GeoNames, or a site where diplomats meet (Camp David; Population 0).
type City struct {
	Name       string  // in English where it has an English name
	Country    string  // ISO 3166 alpha-3
	Lat, Lon   float64 // degrees north and east, to about 1 km
	Population int
}

// maxCityWords bounds how far LongestCity looks.
const maxCityWords = 8

// Cities gives the cities of a name in any spelling of case, accents and hyphens, the most populous first.
// The gazetteer is unpacked at the first call.
func (l *Lexicon) Cities(name string) []City {
	return l.cities().find(Fold(name))
}

// LongestCity gives the cities of the longest name that begins at words[0], which must begin with a capital letter, and how
// many words it takes; nil and 0 where none does. Words are token texts as for Longest.
func (l *Lexicon) LongestCity(words []string) (cities []City, n int) {
	if len(words) == 0 || len(words[0]) == 0 || strings.ToLower(words[0]) == words[0] {
		return nil, 0
	}
	gaz := l.cities()
	var cased []byte
	var best string
	for i, word := range words[:min(len(words), maxCityWords)] {
		before := len(cased)
		if cased = appendPieces(cased, word); len(cased) == before {
			continue
		}
		key := string(appendLower(nil, cased))
		exact, longer := gaz.has(key)
		if exact {
			best, n = key, i+1
		}
		if !longer {
			break
		}
	}
	if n == 0 {
		return nil, 0
	}
	return gaz.find(best), n
}

//go:embed data/gazetteer.tsv.gz
var packed []byte

// gazetteer is the unpacked table, sorted by folded name and falling population, and where its lines begin.
// Lines are cut into fields only when they are asked for.
type gazetteer struct {
	text  string
	lines []int32
}

// openGazetteer unpacks the table. A damaged one gives no cities; the tests of this package read all of it.
func openGazetteer() *gazetteer {
	unpacked, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return &gazetteer{}
	}
	raw, err := io.ReadAll(unpacked)
	if err != nil {
		return &gazetteer{}
	}
	g := &gazetteer{text: string(raw), lines: make([]int32, 0, bytes.Count(raw, []byte{'\n'}))}
	for at, n := 0, 0; at < len(raw); n++ {
		if n >= 2 { // after licence and header
			g.lines = append(g.lines, int32(at))
		}
		at += bytes.IndexByte(raw[at:], '\n') + 1
	}
	return g
}

func (g *gazetteer) find(key string) []City {
	var found []City
	for i := g.first(key); i < len(g.lines) && g.key(i) == key; i++ {
		found = append(found, g.city(i))
	}
	return found
}

// has tells whether a name is in the table, and whether a longer one begins with it.
func (g *gazetteer) has(key string) (exact, longer bool) {
	i := g.first(key)
	exact = i < len(g.lines) && g.key(i) == key
	next := g.first(key + " ")
	return exact, next < len(g.lines) && strings.HasPrefix(g.key(next), key+" ")
}

func (g *gazetteer) first(key string) int {
	return sort.Search(len(g.lines), func(i int) bool { return g.key(i) >= key })
}

func (g *gazetteer) key(i int) string {
	line := g.text[g.lines[i]:]
	return line[:strings.IndexByte(line, '\t')]
}

// city reads line i: key, name, country, latitude, longitude, population.
func (g *gazetteer) city(i int) City {
	line := g.text[g.lines[i]:]
	f := strings.Split(line[:strings.IndexByte(line, '\n')], "\t")
	lat, _ := strconv.ParseFloat(f[3], 64) // the generator wrote them, and a test reads every line
	lon, _ := strconv.ParseFloat(f[4], 64)
	population, _ := strconv.Atoi(f[5])
	return City{Name: f[1], Country: f[2], Lat: lat, Lon: lon, Population: population}
}
