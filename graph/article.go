package graph

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
)

// Article is one news text with its publisher, title, date, URL and exact text. Spans are measured on Text, which is
// the input's text unchanged; evidence never comes from the title.
type Article struct {
	ID        ID     `json:"id"`
	Source    string `json:"source,omitempty"`    // the publisher: "Reuters"
	Title     string `json:"title,omitempty"`     //
	URL       string `json:"url,omitempty"`       //
	Language  string `json:"language,omitempty"`  // ISO 639-1, as the source says
	Published Date   `json:"published,omitempty"` // the day, in the source's own zone
	Instant   string `json:"instant,omitempty"`   // the moment of publication, RFC 3339 in UTC, where the source gives it
	Updated   string `json:"updated,omitempty"`   // the moment of the last update, likewise
	Version   int    `json:"version,omitempty"`   // the wire's own number, 0 where it has none
	Text      string `json:"text"`
}

// NodeID implements Node.
func (a Article) NodeID() ID { return a.ID }

// Newer tells whether a replaces b as the text under their common id: the higher version wins, then the later update,
// the later publication, the greater content hash; never the later arrival.
func (a Article) Newer(b Article) bool {
	if c := cmp.Or(cmp.Compare(a.Version, b.Version), cmp.Compare(a.Updated, b.Updated),
		cmp.Compare(a.moment(), b.moment())); c != 0 {
		return c > 0
	}
	return a.content() > b.content()
}

func (a Article) moment() string { return cmp.Or(a.Instant, a.Published.First()) }

// content is a hash of what the article says and how it is described: equal for equal articles only.
func (a Article) content() string {
	h := sha256.New()
	for _, part := range []string{a.Text, a.Title, a.Source, a.URL, a.Language,
		string(a.Published), a.Instant} {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil))
}
