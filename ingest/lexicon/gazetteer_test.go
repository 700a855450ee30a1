package lexicon_test

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"os"
	"strconv"
	"strings"
	"testing"

	"demarche/ingest/lexicon"
)

func TestEveryCapitalIsInTheGazetteer(t *testing.T) {
	l := load(t)
	for _, c := range l.Countries() {
		if len(c.Capitals) > 0 && !inCountry(l.Cities(c.Capitals[0]), cmp.Or(c.Successor, c.Alpha3)) {
			t.Errorf("%s, capital of %s, is not", c.Capitals[0], c.Name)
		}
	}
}

func inCountry(cities []lexicon.City, alpha3 string) bool {
	for _, c := range cities {
		if c.Country == alpha3 {
			return true
		}
	}
	return false
}

func TestCitiesAreFoundUnderTheNamesOfTheNews(t *testing.T) {
	for _, c := range []struct{ name, city, country string }{
		{"Hangzhou", "Hangzhou", "CHN"}, {"Kiev", "Kyiv", "UKR"}, {"Peking", "Beijing", "CHN"}, {"Saigon", "Ho Chi Minh City", "VNM"},
		{"Rangoon", "Yangon", "MMR"}, {"Calcutta", "Kolkata", "IND"}, {"Genève", "Geneva", "CHE"}, {"GENEVA", "Geneva", "CHE"},
		{"Sharm el Sheikh", "Sharm el-Sheikh", "EGY"}, {"Camp David", "Camp David", "USA"}, {"Panmunjom", "Panmunjom", "KOR"},
		{"Davos", "Davos", "CHE"}, {"Vostochny", "Vostochny Cosmodrome", "RUS"}, {"Xian", "Xi'an", "CHN"}, {"Pusan", "Busan", "KOR"},
		{"Tripoli", "Tripoli", "LBY"}, {"Vladivostok", "Vladivostok", "RUS"}, {"New York", "New York", "USA"}, {"Sao Paulo", "Sao Paulo", "BRA"},
	} {
		cities := load(t).Cities(c.name)
		if len(cities) == 0 || cities[0].Name != c.city || cities[0].Country != c.country {
			t.Errorf("Cities(%q) = %+v, want %s in %s first", c.name, cities, c.city, c.country)
		}
	}
}

func TestCitiesComeByPopulation(t *testing.T) {
	cities := load(t).Cities("Tripoli")
	if len(cities) < 2 || cities[0].Population < cities[1].Population {
		t.Errorf("Tripoli: %+v", cities)
	}
}

func TestLongestCityWins(t *testing.T) {
	for _, c := range []struct {
		text, city string
		n          int
	}{
		{"New York City on Monday", "New York", 3}, {"York on", "York", 1}, {"Ho Chi Minh City", "Ho Chi Minh City", 4},
		{"Sharm el - Sheikh summit", "Sharm el-Sheikh", 4}, {"Port - au - Prince", "Port-au-Prince", 5}, {"of Seoul", "", 0},
		{"seoul", "", 0}, {"Of", "", 0}, {"Ruritania", "", 0}, {"", "", 0}, {"HANGZHOU , Sept", "Hangzhou", 1},
	} {
		cities, n := load(t).LongestCity(strings.Fields(c.text))
		if n != c.n || n > 0 && cities[0].Name != c.city {
			t.Errorf("LongestCity(%q) = %+v, %d, want %s, %d", c.text, cities, n, c.city, c.n)
		}
	}
}

func TestEveryLineOfTheGazetteerIsSound(t *testing.T) {
	packed, err := os.ReadFile("data/gazetteer.tsv.gz")
	if err != nil {
		t.Fatal(err)
	}
	unpacked, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(unpacked)
	if lines.Scan(); !strings.Contains(lines.Text(), "CC BY 4.0") {
		t.Errorf("no licence: %q", lines.Text())
	}
	lines.Scan()
	n, last := 0, ""
	for ; lines.Scan(); n++ {
		f := strings.Split(lines.Text(), "\t")
		if len(f) != 6 || f[0] < last || f[0] == "" {
			t.Fatalf("line %q after key %q", lines.Text(), last)
		}
		last = f[0]
		checkCity(t, f)
	}
	if lines.Err() != nil || n < 15000 {
		t.Errorf("%d lines, %v", n, lines.Err())
	}
}

// checkCity checks one line's fields: key, name, country, latitude, longitude, population.
func checkCity(t *testing.T, f []string) {
	t.Helper()
	lat, errLat := strconv.ParseFloat(f[3], 64)
	lon, errLon := strconv.ParseFloat(f[4], 64)
	population, errPop := strconv.Atoi(f[5])
	_, known := load(t).Country(f[2])
	if errLat != nil || errLon != nil || errPop != nil || !known || lat < -90 || lat > 90 || lon < -180 || lon > 180 || population < 0 {
		t.Errorf("unsound line %q", f)
	}
	if lexicon.Fold(f[0]) != f[0] {
		t.Errorf("key %q is not folded", f[0])
	}
}
