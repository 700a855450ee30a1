package graph

import (
	"bytes"
	"encoding/json"
)

// Mention is a span that names an actor, a place or an occasion.
type Mention struct {
	Span
	Node ID `json:"node"`
}

// Reading is all that one article yields. It is closed: every id that a report, a mention, a place or an office uses
// stands in it, once, and all spans fit its text. Check verifies that.
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

// DecodeNode reads the actor, place or occasion of that id as json.Marshal wrote it.
func DecodeNode(id ID, data []byte) (Node, error) {
	switch id.Prefix() {
	case PlacePrefix:
		return decode[Place](data)
	case OccasionPrefix:
		return decode[Occasion](data)
	}
	return DecodeActor(data)
}

func decode[T Node](data []byte) (n T, err error) {
	err = json.Unmarshal(data, &n)
	return n, err
}
