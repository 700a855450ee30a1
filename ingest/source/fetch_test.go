package source_test

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"demarche/ingest/source"
)

const page = `<!DOCTYPE html><html lang="en"><head><title>Envoys agree on a hotline</title>
<meta property="og:site_name" content="Harbour Test">
<meta property="article:published_time" content="2024-03-05T06:07:08Z">
</head><body><nav><a href="/">Home</a><a href="/world">World</a></nav>
<article><h1>Envoys agree on a hotline</h1>
<p>The envoys of two neighbouring countries agreed on Monday to open a hotline between their coast guards, after a week of
talks that both sides called useful and frank.</p>
<p>The line is to open in June, the ministries said in a joint statement. “Nobody wants another collision,” one envoy said,
adding that a second round of talks would follow before the end of the year.</p>
<p>Fishing boats from both countries have collided twice since the winter, and each side has blamed the other for it.</p>
</article><footer>Subscribe to our newsletter</footer></body></html>`

// site serves a page, a note in plain text, a way round to the page, a loop, and refuses everything else.
func site(t *testing.T) string {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("/page", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte(page)) })
	mux.HandleFunc("/note", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		_, _ = w.Write([]byte("Two ministers met <in private>."))
	})
	mux.HandleFunc("/large", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(make([]byte, source.MaxBytes+1)) })
	mux.HandleFunc("/empty", func(http.ResponseWriter, *http.Request) {})
	mux.Handle("/moved", http.RedirectHandler("/page", http.StatusMovedPermanently))
	mux.Handle("/loop", http.RedirectHandler("/loop", http.StatusFound))
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

func TestAPageGivesItsMainTextAndWhatItSaysOfItself(t *testing.T) {
	url := site(t) + "/page"
	raws, problems := collect(t, "", url)
	if len(raws) != 1 || problems != nil {
		t.Fatalf("%d articles, %v", len(raws), problems)
	}
	r := raws[0]
	if r.ID != url || r.URL != url || r.Title != "Envoys agree on a hotline" || r.Source != "Harbour Test" || r.Published != "2024-03-05T06:07:08Z" || r.Language != "en" {
		t.Errorf("%+v", r)
	}
	if !strings.Contains(r.Text, "agreed on Monday to open a hotline") || !strings.Contains(r.Text, "“Nobody wants another collision,” one envoy said") {
		t.Errorf("the report is missing: %s", r.Text)
	}
	for _, noise := range []string{"Home", "newsletter", "<p>"} {
		if strings.Contains(r.Text, noise) {
			t.Errorf("%q is no part of the report: %s", noise, r.Text)
		}
	}
}

func TestARedirectLeadsToThePageUnderTheAddressThatWasAskedFor(t *testing.T) {
	url := site(t) + "/moved"
	raws, problems := collect(t, "", url)
	if len(raws) != 1 || problems != nil || raws[0].URL != url || !strings.Contains(raws[0].Text, "hotline") {
		t.Errorf("%+v %v", raws, problems)
	}
}

func TestPlainTextFromAServerIsNotReadAsHTML(t *testing.T) {
	raws, problems := collect(t, "", site(t)+"/note")
	if len(raws) != 1 || raws[0].Text != "Two ministers met <in private>." || problems != nil {
		t.Errorf("%+v %v", raws, problems)
	}
}

func TestAnAddressThatGivesNoArticleIsOneErrorThatNamesIt(t *testing.T) {
	base := site(t)
	for path, want := range map[string]error{"/absent": nil, "/loop": nil, "/large": source.ErrTooLarge, "/empty": source.ErrEmpty} {
		raws, problems := collect(t, "", base+path, base+"/note")
		if len(raws) != 1 || len(problems) != 1 {
			t.Errorf("%s: %d articles, %v", path, len(raws), problems)
			continue
		}
		if !strings.Contains(problems[0].Error(), path) || want != nil && !errors.Is(problems[0], want) {
			t.Errorf("%s: %v, want %v", path, problems[0], want)
		}
	}
}

func TestAServerThatIsDownIsOneError(t *testing.T) {
	server := httptest.NewServer(nil)
	server.Close()
	if raws, problems := collect(t, "", server.URL+"/a"); len(raws) != 0 || len(problems) != 1 || !strings.Contains(problems[0].Error(), server.URL) {
		t.Errorf("%v %v", raws, problems)
	}
}
