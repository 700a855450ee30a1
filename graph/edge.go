package graph

// Edge is one plain edge, for people who explore by eye: Xi –MET→ Han, Han –AT→ Hangzhou. It stands for the event it
// names and exists only while that event is HAPPENED or ONGOING.
type Edge struct {
	ID       ID       `json:"id"` // event|from|to
	Type     EdgeType `json:"type"`
	From     ID       `json:"from"`
	To       ID       `json:"to"`
	Event    ID       `json:"event"`
	Date     Date     `json:"date,omitempty"`
	Inferred bool     `json:"inferred,omitempty"` // of an AT edge: the place was inferred
	Disputed bool     `json:"disputed,omitempty"`
}

// Edges derives the plain edges of an event, none unless it is real. A symmetric kind gives one edge a pair, from the
// side named first; a visit leads to the visited country; AT leads from each participant to the event's place, but not from
// a country to itself.
func Edges(e Event) []Edge {
	if !e.Status.Real() {
		return nil
	}
	var edges []Edge
	if t := e.Kind.Predicate().Edge; t != "" {
		for _, pair := range pairs(e) {
			edges = append(edges, edge(e, t, pair[0], pair[1]))
		}
	}
	if e.Place != "" {
		for _, id := range e.Participants() {
			if id.Prefix() == CountryPrefix && id.Local() == e.Place.Local() {
				continue // a country is not at itself
			}
			at := edge(e, At, id, e.Place)
			at.Inferred = e.PlaceInferred
			edges = append(edges, at)
		}
	}
	return edges
}

func edge(e Event, t EdgeType, from, to ID) Edge {
	id := ID(string(e.ID) + "|" + string(from) + "|" + string(to))
	return Edge{ID: id, Type: t, From: from, To: to, Event: e.ID, Date: e.Date, Disputed: e.Disputed}
}

// pairs lists who stands at the two ends of the event's plain edges.
func pairs(e Event) [][2]ID {
	if e.Symmetric {
		return everyPair(e.Participants())
	}
	targets := e.Recipients
	if e.Kind == Visit {
		targets = visited(e)
	}
	var out [][2]ID
	for _, from := range e.Actors {
		for _, to := range targets {
			if from != to {
				out = append(out, [2]ID{from, to})
			}
		}
	}
	return out
}

func everyPair(ids []ID) [][2]ID {
	var out [][2]ID
	for i, from := range ids {
		for _, to := range ids[i+1:] {
			out = append(out, [2]ID{from, to})
		}
	}
	return out
}

// visited are the countries a visit went to: those it names, else the country of its place.
func visited(e Event) []ID {
	var out []ID
	for _, id := range e.Recipients {
		if id.Prefix() == CountryPrefix {
			out = append(out, id)
		}
	}
	if len(out) == 0 && e.Place.Prefix() == PlacePrefix {
		out = append(out, e.Place.country())
	}
	return out
}

// country is the Country node of a place's id.
func (id ID) country() ID {
	local := id.Local()
	if len(local) > 3 {
		local = local[:3]
	}
	return CountryID(local)
}
