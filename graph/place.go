package graph

import "strings"

// Place is where something happened: a city, or a country as a scene. Country is alpha-3. Coordinates are degrees
// north and east, nil where not known.
type Place struct {
	ID      ID       `json:"id"`
	Name    string   `json:"name"`
	Country string   `json:"country,omitempty"`
	Lat     *float64 `json:"lat,omitempty"`
	Lon     *float64 `json:"lon,omitempty"`
}

// NodeID implements Node.
func (p Place) NodeID() ID { return p.ID }

// within tells whether place a is b or lies in it: place:CHN/hangzhou lies in place:CHN.
func within(a, b ID) bool { return a == b || strings.HasPrefix(string(a), string(b)+"/") }

// Occasion is a named happening that frames events: the Asian Games, a G20 summit.
type Occasion struct {
	ID   ID     `json:"id"`
	Name string `json:"name"`
}

// NodeID implements Node.
func (o Occasion) NodeID() ID { return o.ID }
