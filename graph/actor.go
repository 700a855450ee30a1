package graph

import (
	"encoding/json"
	"fmt"
)

// Node is anything with an id that node(id) can lead to.
type Node interface{ NodeID() ID }

// ActorKind says which of the three an actor is.
type ActorKind string

// The kinds of actor.
const (
	PersonKind       ActorKind = "PERSON"
	CountryKind      ActorKind = "COUNTRY"
	OrganizationKind ActorKind = "ORGANIZATION"
)

// Actor is a Person, a Country or an Organization: who can do something to whom.
type Actor interface {
	Node
	Named() Identity
}

// Identity is what every actor has. Country is an ISO 3166 alpha-3 code, "" where none is known or none applies (the
// United Nations). Aliases are other known names, sorted, without Name itself.
type Identity struct {
	ID      ID        `json:"id"`
	Kind    ActorKind `json:"kind"`
	Name    string    `json:"name"`
	Country string    `json:"country,omitempty"`
	Aliases []string  `json:"aliases,omitempty"`
}

// NodeID implements Node.
func (i Identity) NodeID() ID { return i.ID }

// Named implements Actor.
func (i Identity) Named() Identity { return i }

// Person is a human being, with the offices that articles saw them hold.
type Person struct {
	Identity
	Offices []Office `json:"offices,omitempty"`
}

// Office is a post held: its title ("prime minister"), the country it belongs to (alpha-3, "" if none), and the days
// of the first and the last article that show the person in it: as observed, not as appointed.
type Office struct {
	Title   string `json:"title"`
	Country string `json:"country,omitempty"`
	From    Date   `json:"from,omitempty"`
	To      Date   `json:"to,omitempty"`
}

// Country is a state, or a territory that acts like one; its id is made of its alpha-3 code.
type Country struct{ Identity }

// Organization is a body that acts: the United Nations, a ministry, a party, an armed group.
type Organization struct{ Identity }

// Actors is a list of actors that JSON can read back, by their kind.
type Actors []Actor

// UnmarshalJSON implements json.Unmarshaler.
func (a *Actors) UnmarshalJSON(data []byte) error {
	var raw []json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil {
		return err
	}
	list := make(Actors, len(raw))
	for i, r := range raw {
		actor, err := DecodeActor(r)
		if err != nil {
			return err
		}
		list[i] = actor
	}
	*a = list
	return nil
}

// DecodeActor reads one actor as json.Marshal wrote it.
func DecodeActor(data []byte) (Actor, error) {
	var p Person
	if err := json.Unmarshal(data, &p); err != nil {
		return nil, fmt.Errorf("actor: %w", err)
	}
	switch p.Kind {
	case PersonKind:
		return p, nil
	case CountryKind:
		return Country{p.Identity}, nil
	case OrganizationKind:
		return Organization{p.Identity}, nil
	}
	return nil, fmt.Errorf("actor %s: kind %q: %w", p.ID, p.Kind, ErrInvalid)
}
