package ingest

import (
	"strings"

	"demarche/graph"
)

// Extract is what one article says, in the form that the field's scorers read: one JSON object a line.
type Extract struct {
	ID     string         `json:"id"`
	Events []ExtractEvent `json:"events"`
}

// ExtractEvent is one report with its nodes written out. Types are in capitals, countries alpha-3 or null, dates YYYY,
// YYYY-MM or YYYY-MM-DD or null; evidence is a piece of the article's text.
type ExtractEvent struct {
	Plover        graph.Type     `json:"plover"`
	Kind          graph.Kind     `json:"kind"`
	Mode          *string        `json:"mode"`
	Cameo         *string        `json:"cameo"`
	Symmetric     bool           `json:"symmetric"`
	Actors        []ExtractActor `json:"actors"`
	Recipients    []ExtractActor `json:"recipients"`
	Place         *ExtractPlace  `json:"place"`
	PlaceInferred bool           `json:"placeInferred"`
	Date          *string        `json:"date"`
	DateInferred  bool           `json:"dateInferred"`
	Status        graph.Status   `json:"status"`
	Attributed    []string       `json:"attributed_to"`
	Evidence      string         `json:"evidence"`
	Rule          string         `json:"rule"`
}

// ExtractActor is an actor of a report.
type ExtractActor struct {
	Name    string          `json:"name"`
	Type    graph.ActorKind `json:"type"`
	Country *string         `json:"country"`
}

// ExtractPlace is the place of a report.
type ExtractPlace struct {
	Name    string  `json:"name"`
	Country *string `json:"country"`
}

// NewExtract writes a reading out.
func NewExtract(r graph.Reading) Extract {
	nodes := map[graph.ID]graph.Node{}
	for _, n := range r.Nodes() {
		nodes[n.NodeID()] = n
	}
	x := Extract{ID: r.Article.ID.Local(), Events: []ExtractEvent{}}
	for _, rep := range r.Reports {
		x.Events = append(x.Events, extractEvent(rep, r.Article.Text, nodes))
	}
	return x
}

func extractEvent(r graph.Report, text string, nodes map[graph.ID]graph.Node) ExtractEvent {
	e := ExtractEvent{
		Plover: r.Type, Kind: r.Kind, Mode: optional(r.Mode), Cameo: optional(r.Cameo), Symmetric: r.Symmetric,
		Actors: extractActors(r.Actors, nodes), Recipients: extractActors(r.Recipients, nodes),
		PlaceInferred: r.PlaceInferred, Date: optional(string(r.Date)), DateInferred: r.DateInferred, Status: r.Status,
		Attributed: []string{}, Evidence: r.Evidence.Of(text), Rule: r.Rule,
	}
	if p, ok := nodes[r.Place].(graph.Place); ok {
		e.Place = &ExtractPlace{p.Name, optional(p.Country)}
	}
	for _, a := range r.Attribution {
		e.Attributed = append(e.Attributed, a.Name)
	}
	return e
}

func extractActors(ids []graph.ID, nodes map[graph.ID]graph.Node) []ExtractActor {
	out := []ExtractActor{}
	for _, id := range ids {
		if a, ok := nodes[id].(graph.Actor); ok {
			who := a.Named()
			out = append(out, ExtractActor{who.Name, who.Kind, optional(who.Country)})
		}
	}
	return out
}

func optional(s string) *string {
	if strings.TrimSpace(s) == "" {
		return nil
	}
	return &s
}
