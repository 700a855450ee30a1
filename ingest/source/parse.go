package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability/v2"

	"demarche/graph"
)

// finish parses one article and checks what every article must be: some text, in UTF-8. The default id is used when
// the input gives none.
func finish(origin, id string, data []byte, parse func(string, []byte) (Raw, error)) (Raw, error) {
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return Raw{}, fmt.Errorf("%s: %w", origin, ErrEmpty)
	case !utf8.Valid(data):
		return Raw{}, fmt.Errorf("%s: %w", origin, ErrUTF8)
	}
	raw, err := parse(id, bytes.TrimPrefix(data, []byte("\uFEFF")))
	if err == nil && strings.TrimSpace(raw.Text) == "" {
		err = ErrNoText
	}
	if err != nil && !errors.Is(err, ErrNoDate) {
		return Raw{}, fmt.Errorf("%s: %w", origin, err)
	}
	raw.Origin = origin
	if raw.ID == "" {
		raw.ID = id
	}
	if err != nil {
		err = fmt.Errorf("%s: %w", origin, err)
	}
	return raw, err
}

func parseText(_ string, data []byte) (Raw, error) { return Raw{Text: string(data)}, nil }

// parseHTML takes the main text out of a page, and its title, publisher, language and dates from its metadata.
func parseHTML(_ string, data []byte) (Raw, error) {
	page, err := readability.FromReader(bytes.NewReader(data), nil)
	if err != nil {
		return Raw{}, fmt.Errorf("html: %w", err)
	}
	if page.Node == nil {
		return Raw{}, ErrNoText
	}
	var text strings.Builder
	if err := page.RenderText(&text); err != nil {
		return Raw{}, fmt.Errorf("html: %w", err)
	}
	raw := Raw{Title: page.Title(), Source: page.SiteName(), Language: page.Language(), Text: text.String()}
	if t, err := page.PublishedTime(); err == nil && !t.IsZero() {
		raw.Published = t.Format(time.RFC3339)
	}
	if t, err := page.ModifiedTime(); err == nil && !t.IsZero() {
		raw.Updated = t.Format(time.RFC3339)
	}
	return raw, nil
}

// fields is an article in JSON. Every field but text may be absent, empty or null; id and version may be numbers or texts.
type fields struct {
	ID        scalar `json:"id"`
	URL       string `json:"url"`
	Source    string `json:"source"`
	Title     string `json:"title"`
	Language  string `json:"language"`
	Published string `json:"published"`
	Updated   string `json:"updated"`
	Version   scalar `json:"version"`
	Text      string `json:"text"`
}

// scalar is a JSON text or number, as text.
type scalar string

// UnmarshalJSON implements json.Unmarshaler.
func (s *scalar) UnmarshalJSON(data []byte) error {
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		return err
	}
	switch v := v.(type) {
	case nil:
	case string:
		*s = scalar(v)
	case float64:
		*s = scalar(data)
	default:
		return fmt.Errorf("want a text or a number, not %s", data)
	}
	return nil
}

func parseJSON(_ string, data []byte) (Raw, error) {
	var f fields
	if err := json.Unmarshal(data, &f); err != nil {
		return Raw{}, jsonError(err)
	}
	raw := Raw{ID: string(f.ID), URL: f.URL, Source: f.Source, Title: f.Title, Language: f.Language, Text: f.Text}
	if f.Version != "" {
		n, err := strconv.Atoi(string(f.Version))
		if err != nil {
			return Raw{}, fmt.Errorf("version %q is no whole number", f.Version)
		}
		raw.Version = n
	}
	var bad error
	for _, d := range []struct {
		text string
		to   *string
	}{{f.Published, &raw.Published}, {f.Updated, &raw.Updated}} {
		date, ok := normalDate(d.text)
		*d.to = date
		if !ok {
			bad = fmt.Errorf("%q: %w", d.text, ErrNoDate)
		}
	}
	return raw, bad
}

// jsonError says where broken JSON breaks.
func jsonError(err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("broken JSON at byte %d: %w", syntax.Offset, err)
	case errors.As(err, &kind) && kind.Field == "":
		return fmt.Errorf("want a JSON object, not a JSON %s", kind.Value)
	case errors.As(err, &kind):
		return fmt.Errorf("field %s: want a %s, not a JSON %s", kind.Field, kind.Type, kind.Value)
	}
	return fmt.Errorf("broken JSON: %w", err)
}

// stamps are the ways in which sources write a moment; days are those that give only a day.
var (
	stamps = []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05", "2006-01-02T15:04Z07:00",
		time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "20060102T150405Z"}
	days = []string{time.DateOnly, "20060102", "2006/01/02", "2 January 2006", "January 2, 2006", "2 Jan 2006", "Jan 2, 2006"}
)

// normalDate brings a date to RFC 3339, or to YYYY-MM-DD (YYYY-MM, YYYY) when no time of day is given.
func normalDate(s string) (date string, ok bool) {
	s = strings.TrimSpace(s)
	if s == "" {
		return "", true
	}
	for _, layout := range stamps {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.RFC3339), true
		}
	}
	for _, layout := range days {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.DateOnly), true
		}
	}
	d, err := graph.ParseDate(s)
	return string(d), err == nil
}
