package graph

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// Mention is a span that names an actor, a place or an occasion.
type Mention struct {
	Span
	Node ID `json:"node"`
}

// Reading is all that one article yields. It is closed: every id that a report, a mention, a place or an office uses
// stands in it, and all spans fit its text.
type Reading struct {
	Article   Article    `json:"article"`
	Actors    Actors     `json:"actors,omitempty"`
	Places    []Place    `json:"places,omitempty"`
	Occasions []Occasion `json:"occasions,omitempty"`
	Mentions  []Mention  `json:"mentions,omitempty"`
	Reports   []Report   `json:"reports,omitempty"`
}

// Nodes lists the actors, places and occasions of the reading.
func (r Reading) Nodes() []Node {
	var nodes []Node
	for _, a := range r.Actors {
		nodes = append(nodes, a)
	}
	for _, p := range r.Places {
		nodes = append(nodes, p)
	}
	for _, o := range r.Occasions {
		nodes = append(nodes, o)
	}
	return nodes
}

// Same tells whether two readings say the same.
func (r Reading) Same(o Reading) bool {
	a, errA := json.Marshal(r)
	b, errB := json.Marshal(o)
	return errA == nil && errB == nil && bytes.Equal(a, b)
}

// Check verifies the promises of Reading; what it finds is an ErrInvalid that names the article.
func (r Reading) Check() error {
	known := map[ID]bool{"": true}
	for _, n := range r.Nodes() {
		known[n.NodeID()] = true
	}
	bad := func(what string, of any) error {
		return fmt.Errorf("%s: %s %v: %w", r.Article.ID, what, of, ErrInvalid)
	}
	switch {
	case r.Article.ID.Prefix() != ArticlePrefix || r.Article.ID.Local() == "":
		return bad("article id", r.Article.ID)
	}
	for _, p := range r.Places {
		if p.Country != "" && !known[CountryID(p.Country)] {
			return bad("country of place", p.ID)
		}
	}
	for _, m := range r.Mentions {
		if m.Of(r.Article.Text) == "" || !known[m.Node] {
			return bad("mention", m)
		}
	}
	for _, rep := range r.Reports {
		if err := r.checkReport(rep, known); err != nil {
			return bad("report", err)
		}
	}
	return nil
}

func (r Reading) checkReport(rep Report, known map[ID]bool) error {
	switch {
	case rep.ID == "" || rep.ID != rep.Identify().ID:
		return fmt.Errorf("%s is not the id of its content", rep.ID)
	case rep.Article != r.Article.ID:
		return fmt.Errorf("%s is of another article", rep.ID)
	case rep.Evidence.Of(r.Article.Text) == "":
		return fmt.Errorf("%s has no evidence in the text", rep.ID)
	case !rep.Kind.Known() || rep.Type.Quad() == "" || rep.Rule == "":
		return fmt.Errorf("%s has kind %q, type %q, rule %q", rep.ID, rep.Kind, rep.Type, rep.Rule)
	case len(rep.Actors) == 0:
		return fmt.Errorf("%s has no actor", rep.ID)
	}
	for _, id := range append(rep.Participants(), rep.Place, rep.Occasion) {
		if !known[id] {
			return fmt.Errorf("%s names %s, which the reading does not hold", rep.ID, id)
		}
	}
	return nil
}
