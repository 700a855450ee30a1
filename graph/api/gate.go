package api

import (
	"bytes"
	"errors"
	"io"
	"mime"
	"net/http"
	"strings"
)

// gate stands before GraphQL: it shows a browser the console and lets in only what the transports understand, so that
// every refusal has the right status and a code.
type gate struct {
	page http.Handler
	body int64 // bytes
	next http.Handler
}

// ServeHTTP implements http.Handler.
func (g gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch r.Method {
	case http.MethodGet:
		g.get(w, r)
	case http.MethodPost:
		g.post(w, r)
	default:
		w.Header().Set("Allow", "GET, POST")
		refuse(w, http.StatusMethodNotAllowed, codeBadRequest, "want GET or POST")
	}
}

func (g gate) get(w http.ResponseWriter, r *http.Request) {
	asks := r.URL.Query().Has("query")
	switch {
	case !asks && strings.Contains(r.Header.Get("Accept"), "text/html"):
		g.page.ServeHTTP(w, r)
	case !asks:
		refuse(w, http.StatusBadRequest, codeBadRequest, "no query")
	case int64(len(r.URL.RawQuery)) > g.body:
		refuse(w, http.StatusRequestEntityTooLarge, codeTooLarge, "request too large")
	default:
		g.next.ServeHTTP(w, r)
	}
}

func (g gate) post(w http.ResponseWriter, r *http.Request) {
	if media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || media != "application/json" {
		refuse(w, http.StatusUnsupportedMediaType, codeBadRequest, "want Content-Type: application/json")
		return
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, g.body))
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		refuse(w, http.StatusRequestEntityTooLarge, codeTooLarge, "request too large")
	case err != nil:
		refuse(w, http.StatusBadRequest, codeBadRequest, "request not readable")
	default:
		r.Body = io.NopCloser(bytes.NewReader(body))
		g.next.ServeHTTP(w, r)
	}
}
