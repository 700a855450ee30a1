package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"slices"
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
		g.next.ServeHTTP(&strict{ResponseWriter: w}, r)
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
	case !hasQuery(body):
		refuse(w, http.StatusBadRequest, codeBadRequest, "no query")
	default:
		r.Body = io.NopCloser(bytes.NewReader(body))
		g.next.ServeHTTP(&strict{ResponseWriter: w}, r)
	}
}

func hasQuery(body []byte) bool {
	var request struct{ Query *string }
	return json.Unmarshal(body, &request) == nil && request.Query != nil
}

// strict makes gqlgen's answers what GraphQL over HTTP asks for: a query that was not executed is a 200 as
// application/json and a 400 as application/graphql-response+json, and has no data entry in either.
type strict struct {
	http.ResponseWriter
	refused bool
}

// WriteHeader implements http.ResponseWriter.
func (s *strict) WriteHeader(status int) {
	s.refused = status >= 400
	if status == http.StatusUnprocessableEntity {
		status = http.StatusOK
	}
	s.ResponseWriter.WriteHeader(status)
}

// Write implements http.ResponseWriter.
func (s *strict) Write(body []byte) (int, error) {
	if cut, ok := bytes.CutSuffix(body, []byte(`,"data":null}`)); ok && s.refused {
		_, err := s.ResponseWriter.Write(append(slices.Clone(cut), '}'))
		return len(body), err
	}
	return s.ResponseWriter.Write(body)
}
