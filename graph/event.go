package graph

import (
	"strings"
)

// Event is what happened in the world: the fusion of all reports of it. What its reports leave open or dispute is
// settled by the rules of Fuse; every report stays reachable through Reports.
type Event struct {
	ID            ID     `json:"id"`
	Name          string `json:"name"` // "Xi Jinping met Han Duck-soo, Hangzhou, 2023-09-23"
	Type          Type   `json:"type"`
	Kind          Kind   `json:"kind"`
	Mode          string `json:"mode,omitempty"`
	Status        Status `json:"status"`
	Symmetric     bool   `json:"symmetric"`
	Actors        []ID   `json:"actors"`
	Recipients    []ID   `json:"recipients,omitempty"`
	Place         ID     `json:"place,omitempty"`
	PlaceInferred bool   `json:"placeInferred,omitempty"`
	Occasion      ID     `json:"occasion,omitempty"`
	Date          Date   `json:"date,omitempty"`
	DateInferred  bool   `json:"dateInferred,omitempty"`
	Cameo         string `json:"cameo,omitempty"`
	Disputed      bool   `json:"disputed,omitempty"` // its reports disagree whether it happened
	Reports       []ID   `json:"reports"`            // sorted
}

// NodeID implements Node.
func (e Event) NodeID() ID { return e.ID }

// Participants are the actors and then the recipients, each once.
func (e Event) Participants() []ID { return union(e.Actors, e.Recipients) }

// Score is the Goldstein score of the event's CAMEO code, −10 … +10; nil where there is none.
func (e Event) Score() *float64 { return Goldstein(e.Cameo) }

// Quad is the quad class of the event's type.
func (e Event) Quad() Quad { return e.Type.Quad() }

// Names looks up the readable name of an actor, a place or an occasion.
type Names func(ID) string

// Title is the readable name of an event, and says so when it did not happen: "Xi Jinping met Han Duck-soo, Hangzhou,
// 2023-09-23"; "Xi Jinping may visit South Korea"; "denied: Kim met Suga, 2020".
func Title(e Event, name Names) string {
	title := headline(e, name)
	if place := name(e.Place); place != "" && !strings.Contains(title, place) {
		title += ", " + place
	}
	if e.Date != "" {
		title += ", " + string(e.Date)
	}
	return title
}

func headline(e Event, name Names) string {
	p := e.Kind.Predicate()
	left, right := list(e.Actors, name), list(e.Recipients, name)
	switch e.Status {
	case Planned:
		return sentence(left, "to "+p.Base, right)
	case Possible:
		return sentence(left, "may "+p.Base, right)
	case Denied, Cancelled:
		return strings.ToLower(string(e.Status)) + ": " + sentence(left, p.Past, right)
	}
	return sentence(left, p.Past, right)
}

// sentence joins subject, verb and object; without an object the verb loses its preposition.
func sentence(left, verb, right string) string {
	if right == "" {
		for _, preposition := range []string{" with", " to", " from", " between", " on", " of"} {
			verb = strings.TrimSuffix(verb, preposition)
		}
	}
	return strings.Join(nonempty(left, verb, right), " ")
}

func nonempty(parts ...string) []string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}

// list is "A", "A and B", "A, B and C".
func list(ids []ID, name Names) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = name(id)
	}
	if n := len(names) - 1; n > 0 {
		return strings.Join(names[:n], ", ") + " and " + names[n]
	}
	return strings.Join(names, "")
}
