package demo_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"net/url"
	"strings"
	"testing"
	"time"

	"demarche/demo"
)

type article struct{ ID, URL, Source, Title, Published, Text string }

func articles(t *testing.T) map[string]article {
	t.Helper()
	names, err := fs.Glob(demo.Articles(), "*.json")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]article{}
	for _, name := range names {
		raw, err := fs.ReadFile(demo.Articles(), name)
		if err != nil {
			t.Fatal(err)
		}
		var a article
		strict := json.NewDecoder(bytes.NewReader(raw))
		strict.DisallowUnknownFields()
		if err := strict.Decode(&a); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		all[name] = a
	}
	return all
}

func TestThereAreEnoughArticlesFromSeveralOutletsAndYears(t *testing.T) {
	all, outlets, years := articles(t), map[string]bool{}, map[string]bool{}
	for _, a := range all {
		outlets[a.Source] = true
		years[a.Published[:min(4, len(a.Published))]] = true
	}
	if len(all) < 14 || len(outlets) < 4 || len(years) < 3 {
		t.Errorf("%d articles of %d outlets and %d years", len(all), len(outlets), len(years))
	}
}

func TestEveryArticleIsWhole(t *testing.T) {
	for name, a := range articles(t) {
		if a.ID+".json" != name {
			t.Errorf("%s has the id %q", name, a.ID)
		}
		if a.Source == "" || a.Title == "" || a.Text == "" {
			t.Errorf("%s lacks source, title or text", name)
		}
		if _, err := time.Parse(time.DateOnly, a.Published); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if n := len(strings.Fields(a.Text)); n < 80 || n > 200 {
			t.Errorf("%s has %d words", name, n)
		}
	}
}

func TestNoArticlePointsAtARealSite(t *testing.T) {
	for name, a := range articles(t) {
		site, err := url.Parse(a.URL)
		if err != nil || a.URL != "" && !strings.HasSuffix(site.Host, "example.org") {
			t.Errorf("%s: %q, %v", name, a.URL, err)
		}
	}
}

func TestTitlesAndTextsAreToldOnce(t *testing.T) {
	seen := map[string]string{}
	for name, a := range articles(t) {
		for _, part := range []string{a.Title, a.Text} {
			if other := seen[part]; other != "" {
				t.Errorf("%s repeats %s", name, other)
			}
			seen[part] = name
		}
	}
}
