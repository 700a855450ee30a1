package neo4j

import (
	"context"
	"slices"
	"strings"

	"demarche/graph"
)

// reportProps are the properties of a REPORTS relationship. What the article says is there in its own words (evidence),
// and who says so, outermost first (saidBy), for people who read the graph.
func reportProps(r telling) map[string]any {
	p := properties{
		"id": string(r.ID), "type": string(r.Type), "kind": string(r.Kind), "mode": r.Mode, "symmetric": r.Symmetric,
		"actors": plain(r.Actors), "recipients": plain(r.Recipients), "place": string(r.Place), "placeInferred": r.PlaceInferred,
		"occasion": string(r.Occasion), "date": string(r.Date), "dateInferred": r.DateInferred, "status": string(r.Status),
		"evidence": r.evidence, "cameo": r.Cameo, "rule": r.Rule,
	}
	var chain, names []string
	for _, a := range r.Attribution {
		chain = append(chain, strings.Join([]string{string(a.Role), string(a.Actor), a.Name}, "|"))
		names = append(names, a.Name)
	}
	p["attribution"], p["saidBy"] = chain, strings.Join(names, " ← ")
	p.full()
	p["start"], p["end"] = r.Evidence.Start, r.Evidence.End
	return p
}

func reportOf(p properties, article graph.ID) graph.Report {
	r := graph.Report{
		ID: p.id("id"), Article: article, Type: graph.Type(p.text("type")), Kind: graph.Kind(p.text("kind")), Mode: p.text("mode"),
		Symmetric: p.truth("symmetric"), Actors: p.ids("actors"), Recipients: p.ids("recipients"), Place: p.id("place"),
		PlaceInferred: p.truth("placeInferred"), Occasion: p.id("occasion"), Date: p.date("date"),
		DateInferred: p.truth("dateInferred"), Status: graph.Status(p.text("status")), Cameo: p.text("cameo"), Rule: p.text("rule"),
		Evidence: graph.Span{Start: p.count("start"), End: p.count("end")},
	}
	for _, link := range p.texts("attribution") {
		if part := strings.SplitN(link, "|", 3); len(part) == 3 {
			r.Attribution = append(r.Attribution, graph.Attribution{
				Role: graph.Role(part[0]), Actor: graph.ID(part[1]), Name: part[2],
			})
		}
	}
	return r
}

var (
	reportsByID = load("reports")
	reportsOf   = load("reports_of")
)

// Reports gives the reports of the ids, nil for one that is not there.
func (s *Store) Reports(ctx context.Context, ids []graph.ID) ([]*graph.Report, error) {
	records, err := s.read(ctx, reportsByID, map[string]any{"ids": plain(distinct(ids))})
	found := map[graph.ID]*graph.Report{}
	for _, r := range records {
		report := reportOf(column(r, "report"), graph.ID(text(r, "article")))
		found[report.ID] = &report
	}
	reports := make([]*graph.Report, len(ids))
	for i, id := range ids {
		reports[i] = found[id]
	}
	return reports, err
}

// ReportsOf gives each article's reports, in the order of the text.
func (s *Store) ReportsOf(ctx context.Context, articles []graph.ID) ([][]graph.Report, error) {
	records, err := s.read(ctx, reportsOf, map[string]any{"ids": plain(distinct(articles))})
	found := map[graph.ID][]graph.Report{}
	for _, r := range records {
		article := graph.ID(text(r, "article"))
		found[article] = append(found[article], reportOf(column(r, "report"), article))
	}
	for _, list := range found {
		slices.SortFunc(list, graph.InText)
	}
	lists := make([][]graph.Report, len(articles))
	for i, id := range articles {
		lists[i] = slices.Clone(found[id])
	}
	return lists, err
}
