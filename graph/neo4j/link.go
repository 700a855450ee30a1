package neo4j

import (
	"context"

	"demarche/graph"
)

var (
	linkActors     = load("link_actors")
	linkRecipients = load("link_recipients")
	linkScenes     = load("link_scenes")
	linkOccasions  = load("link_occasions")
	linkReports    = load("link_reports")
	linkEdges      = load("link_edges")
	linkPresences  = load("link_presences")
	dropEdges      = load("drop_edges")
)

// link writes the relationships of events that have none: to their actors, recipients, place and occasion, from the
// articles that report them, and the plain edges.
func (l *ledger) link(ctx context.Context, events []graph.Event, told map[graph.ID]telling) error {
	var actors, recipients, scenes, occasions, reports, edges, presences []map[string]any
	for _, e := range events {
		actors = append(actors, ends(e.ID, e.Actors...)...)
		recipients = append(recipients, ends(e.ID, e.Recipients...)...)
		if e.Place != "" {
			scenes = append(scenes, ends(e.ID, e.Place)...)
		}
		if e.Occasion != "" {
			occasions = append(occasions, ends(e.ID, e.Occasion)...)
		}
		for _, id := range e.Reports {
			r := told[id]
			reports = append(reports, map[string]any{
				"article": string(r.Article), "event": string(e.ID), "props": reportProps(r),
			})
		}
		for _, edge := range graph.Edges(e) {
			if edge.Type == graph.At {
				presences = append(presences, edgeRow(edge))
			} else {
				edges = append(edges, edgeRow(edge))
			}
		}
	}
	return each(
		func() error { return l.write(ctx, linkActors, actors) },
		func() error { return l.write(ctx, linkRecipients, recipients) },
		func() error { return l.write(ctx, linkScenes, scenes) },
		func() error { return l.write(ctx, linkOccasions, occasions) },
		func() error { return l.write(ctx, linkReports, reports) },
		func() error { return l.write(ctx, linkEdges, edges) },
		func() error { return l.write(ctx, linkPresences, presences) },
	)
}

func ends(event graph.ID, nodes ...graph.ID) (rows []map[string]any) {
	for i, n := range nodes {
		rows = append(rows, map[string]any{"event": string(event), "node": string(n), "position": i})
	}
	return rows
}

// dropEdges deletes plain edges, the edges of one type in one statement.
func (l *ledger) dropEdges(ctx context.Context, edges []graph.Edge) error {
	byType := map[graph.EdgeType][]graph.ID{}
	for _, e := range edges {
		byType[e.Type] = append(byType[e.Type], e.ID)
	}
	for _, t := range edgeTypes() {
		if err := l.on(ctx, dropEdges.with("TYPE", string(t)), byType[t]); err != nil {
			return err
		}
	}
	return nil
}
