package neo4j

import (
	"context"

	"demarche/graph"
)

// eventProps are the properties of an Event node: the whole event, with the ids of its ends, so that it is read without
// a hop. score and quad are for people; block is the key of
// the reports it was made from, and blockId its short form for the index.
func eventProps(e graph.Event, block string) map[string]any {
	name, body := graph.Document(e)
	p := properties{
		"id": string(e.ID), "name": e.Name, "type": string(e.Type), "kind": string(e.Kind), "mode": e.Mode,
		"status": string(e.Status), "actors": plain(e.Actors), "recipients": plain(e.Recipients), "place": string(e.Place),
		"placeInferred": e.PlaceInferred, "occasion": string(e.Occasion), "date": string(e.Date), "dateInferred": e.DateInferred,
		"cameo": e.Cameo, "score": e.Score(), "quad": string(e.Quad()), "reports": plain(e.Reports), "block": block, "blockId": digest(block),
		"folded": name, "words": name + " " + body,
	}.full()
	p["day"], p["disputed"], p["symmetric"] = e.Date.First(), e.Disputed, e.Symmetric
	return p
}

func eventOf(p properties) graph.Event {
	return graph.Event{
		ID: p.id("id"), Name: p.text("name"), Type: graph.Type(p.text("type")), Kind: graph.Kind(p.text("kind")),
		Mode: p.text("mode"), Status: graph.Status(p.text("status")), Symmetric: p.truth("symmetric"), Actors: p.ids("actors"),
		Recipients: p.ids("recipients"), Place: p.id("place"), PlaceInferred: p.truth("placeInferred"), Occasion: p.id("occasion"),
		Date: p.date("date"), DateInferred: p.truth("dateInferred"), Cameo: p.text("cameo"), Disputed: p.truth("disputed"),
		Reports: p.ids("reports"),
	}
}

var eventsByReport = load("events")

// Events gives the events of the ids, each through the report that its id was made from (see graph.EventID).
func (s *Store) Events(ctx context.Context, ids []graph.ID) ([]*graph.Event, error) {
	reports := make([]graph.ID, len(ids))
	for i, id := range ids {
		reports[i] = graph.ReportOf(id)
	}
	records, err := s.read(ctx, eventsByReport, map[string]any{"ids": plain(distinct(reports))})
	found := map[graph.ID]*graph.Event{}
	for _, r := range records {
		e := eventOf(column(r, "node"))
		found[graph.ID(text(r, "report"))] = &e
	}
	events := make([]*graph.Event, len(ids))
	for i, id := range ids {
		if id.Prefix() == graph.EventPrefix {
			events[i] = found[reports[i]]
		}
	}
	return events, err
}
