package sqlite

import (
	"context"
	"encoding/json"
	"maps"
	"slices"

	"demarche/graph"
)

// A reading is stored taken apart: the article, a row for each node it sights, office, mention and report. Put together
// again it is the reading that was put, byte for byte of its JSON.

const (
	lessForms = `INSERT INTO forms SELECT node, form, -count(*) FROM sightings
		WHERE article IN (SELECT value FROM json_each(?)) GROUP BY node, form
		ON CONFLICT DO UPDATE SET articles = articles + excluded.articles`
	moreForms = `INSERT INTO forms SELECT node, form, count(*) FROM sightings
		WHERE article IN (SELECT value FROM json_each(?)) GROUP BY node, form
		ON CONFLICT DO UPDATE SET articles = articles + excluded.articles`
	dropForms = `DELETE FROM forms WHERE articles = 0`

	dropArticles  = `DELETE FROM articles WHERE id IN (SELECT value FROM json_each(?))`
	dropSightings = `DELETE FROM sightings WHERE article IN (SELECT value FROM json_each(?))`
	dropOffices   = `DELETE FROM offices WHERE article IN (SELECT value FROM json_each(?))`
	dropMentions  = `DELETE FROM mentions WHERE article IN (SELECT value FROM json_each(?))`
	dropReports   = `DELETE FROM reports WHERE article IN (SELECT value FROM json_each(?))`

	addArticle   = `INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	addSightings = `INSERT INTO sightings SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?)`
	addOffices   = `INSERT INTO offices SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6 FROM json_each(?)`
	addMentions  = `INSERT INTO mentions SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?)`
	addReports   = `INSERT INTO reports SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?)`
)

// Keep implements graph.Ledger.
func (l ledger) Keep(ctx context.Context, readings []graph.Reading) error {
	articles := make([]graph.ID, len(readings))
	for i, r := range readings {
		articles[i] = r.Article.ID
	}
	for _, text := range []string{lessForms, dropArticles, dropSightings, dropOffices, dropMentions, dropReports} {
		if err := l.over(ctx, text, articles); err != nil {
			return err
		}
	}
	if err := l.addReadings(ctx, readings); err != nil {
		return err
	}
	if err := l.over(ctx, moreForms, articles); err != nil {
		return err
	}
	return l.exec(ctx, dropForms)
}

func (l ledger) addReadings(ctx context.Context, readings []graph.Reading) error {
	var f facts
	for _, r := range readings {
		a := r.Article
		err := l.exec(ctx, addArticle, string(a.ID), a.Source, a.Title, a.URL, a.Language, string(a.Published), a.Instant,
			a.Updated, a.Version, a.Published.First(), graph.Fold(a.Title), a.Text)
		if err != nil {
			return err
		}
		if err := l.index(ctx, a); err != nil {
			return err
		}
		if err := f.add(r); err != nil {
			return err
		}
	}
	for _, table := range []struct {
		text string
		rows []row
	}{{addSightings, f.sightings}, {addOffices, f.offices}, {addMentions, f.mentions}, {addReports, f.reports}} {
		if err := l.insert(ctx, table.text, table.rows); err != nil {
			return err
		}
	}
	return nil
}

// facts are the rows that readings come to.
type facts struct{ sightings, offices, mentions, reports []row }

func (f *facts) add(r graph.Reading) error {
	article := r.Article.ID
	for i, n := range r.Nodes() {
		form, offices := undated(n)
		data, err := jsonOf(form)
		if err != nil {
			return err
		}
		f.sightings = append(f.sightings, row{article, i, n.NodeID(), data})
		for i, o := range offices {
			f.offices = append(f.offices, row{article, n.NodeID(), i, o.Title, o.Country, o.From, o.To})
		}
	}
	for i, m := range r.Mentions {
		f.mentions = append(f.mentions, row{article, i, m.Start, m.End, m.Node})
	}
	for i, rep := range r.Reports {
		data, err := jsonOf(rep)
		if err != nil {
			return err
		}
		f.reports = append(f.reports, row{rep.ID, article, i, rep.Block(), data})
	}
	return nil
}

// undated is a node without the dates of its offices, and the offices with them.
func undated(n graph.Node) (form graph.Node, offices []graph.Office) {
	p, ok := n.(graph.Person)
	if !ok {
		return n, nil
	}
	offices = p.Offices
	p.Offices = slices.Clone(offices)
	for i := range p.Offices {
		p.Offices[i].From, p.Offices[i].To = "", ""
	}
	return p, offices
}

const articleColumns = `a.id, a.source, a.title, a.url, a.language, a.published, a.instant, a.updated, a.version, a.text`

const (
	storedArticles  = `SELECT ` + articleColumns + ` FROM articles a WHERE id IN (SELECT value FROM json_each(?))`
	storedSightings = `SELECT article, node, form FROM sightings WHERE article IN (SELECT value FROM json_each(?)) ORDER BY article, seq`
	storedOffices   = `SELECT article, node, first, last FROM offices WHERE article IN (SELECT value FROM json_each(?)) ORDER BY article, node, seq`
	storedMentions  = `SELECT article, start, stop, node FROM mentions WHERE article IN (SELECT value FROM json_each(?)) ORDER BY article, seq`
	storedReports   = `SELECT article, json FROM reports WHERE article IN (SELECT value FROM json_each(?)) ORDER BY article, seq`
)

// Stored implements graph.Ledger.
func (l ledger) Stored(ctx context.Context, articles []graph.ID) (map[graph.ID]graph.Reading, error) {
	a := assembly{readings: map[graph.ID]*graph.Reading{}, offices: map[[2]graph.ID][]graph.Office{}}
	for _, part := range []struct {
		text string
		row  func(scan scanner) error
	}{{storedArticles, a.article}, {storedOffices, a.office}, {storedSightings, a.sighting}, {storedMentions, a.mention}, {storedReports, a.report}} {
		if err := l.find(ctx, part.row, part.text, articles); err != nil {
			return nil, err
		}
	}
	out := make(map[graph.ID]graph.Reading, len(a.readings))
	for id, r := range maps.All(a.readings) {
		out[id] = *r
	}
	return out, nil
}

// assembly puts readings together from rows: offices before sightings, which take them in.
type assembly struct {
	readings map[graph.ID]*graph.Reading
	offices  map[[2]graph.ID][]graph.Office // of an article's person
}

func scanArticle(scan scanner) (a graph.Article, err error) {
	err = scan(&a.ID, &a.Source, &a.Title, &a.URL, &a.Language, &a.Published, &a.Instant, &a.Updated, &a.Version, &a.Text)
	return a, err
}

func (a assembly) article(scan scanner) error {
	article, err := scanArticle(scan)
	a.readings[article.ID] = &graph.Reading{Article: article}
	return err
}

func (a assembly) office(scan scanner) error {
	var article, node graph.ID
	var o graph.Office
	err := scan(&article, &node, &o.From, &o.To)
	key := [2]graph.ID{article, node}
	a.offices[key] = append(a.offices[key], o)
	return err
}

func (a assembly) sighting(scan scanner) error {
	var article, node graph.ID
	var form []byte
	if err := scan(&article, &node, &form); err != nil {
		return err
	}
	n, err := graph.DecodeNode(node, form)
	r := a.readings[article]
	switch n := n.(type) {
	case graph.Person:
		for i, dated := range a.offices[[2]graph.ID{article, node}] {
			n.Offices[i].From, n.Offices[i].To = dated.From, dated.To
		}
		r.Actors = append(r.Actors, n)
	case graph.Actor:
		r.Actors = append(r.Actors, n)
	case graph.Place:
		r.Places = append(r.Places, n)
	case graph.Occasion:
		r.Occasions = append(r.Occasions, n)
	}
	return err
}

func (a assembly) mention(scan scanner) error {
	var article graph.ID
	var m graph.Mention
	err := scan(&article, &m.Start, &m.End, &m.Node)
	a.readings[article].Mentions = append(a.readings[article].Mentions, m)
	return err
}

func (a assembly) report(scan scanner) error {
	var article graph.ID
	var data []byte
	if err := scan(&article, &data); err != nil {
		return err
	}
	var rep graph.Report
	err := json.Unmarshal(data, &rep)
	a.readings[article].Reports = append(a.readings[article].Reports, rep)
	return err
}
