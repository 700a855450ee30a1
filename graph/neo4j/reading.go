package neo4j

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	bolt "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"demarche/graph"
)

var (
	storedReadings = load("readings")
	keepArticles   = load("keep_articles")
	keepReadings   = load("keep_readings")
	keepSightings  = load("keep_sightings")
	dropMentions   = load("drop_mentions")
	linkMentions   = load("link_mentions")
	sightingsOf    = load("sightings")
)

// readingOf reads a reading from its JSON, which leaves the text out, and the text.
func readingOf(r *bolt.Record) (graph.Reading, error) {
	var reading graph.Reading
	if err := json.Unmarshal([]byte(text(r, "json")), &reading); err != nil {
		return reading, fmt.Errorf("reading %s: %w", text(r, "id"), err)
	}
	reading.Article.Text = text(r, "text")
	return reading, nil
}

// Stored implements graph.Ledger.
func (l *ledger) Stored(ctx context.Context, articles []graph.ID) (map[graph.ID]graph.Reading, error) {
	records, err := l.run(ctx, storedReadings, map[string]any{"ids": plain(articles)})
	if err != nil {
		return nil, err
	}
	for _, r := range records {
		reading, err := readingOf(r)
		if err != nil {
			return nil, err
		}
		l.stored[reading.Article.ID] = reading
	}
	return l.stored, nil
}

// Keep implements graph.Ledger. The reports are kept with the events they tell of, by SetEvents.
func (l *ledger) Keep(ctx context.Context, readings []graph.Reading) error {
	l.kept = append(l.kept, readings...)
	var articles, facts []map[string]any
	var replaced []graph.ID
	said := sayings{}
	for _, r := range readings {
		fact, err := readingProps(r)
		if err != nil {
			return err
		}
		articles, facts = append(articles, articleProps(r.Article)), append(facts, fact)
		if old, ok := l.stored[r.Article.ID]; ok {
			replaced = append(replaced, r.Article.ID)
			err = said.add(old, -1)
		}
		if err == nil {
			err = said.add(r, 1)
		}
		if err != nil {
			return err
		}
	}
	return each(
		func() error { return l.write(ctx, keepArticles, articles) },
		func() error { return l.write(ctx, keepReadings, facts) },
		func() error { return l.write(ctx, keepSightings, said.rows()) },
		func() error { return l.on(ctx, dropMentions, replaced) },
	)
}

// readingProps are the properties of a Reading node; words are those of the article, for search.
func readingProps(r graph.Reading) (map[string]any, error) {
	name, body := graph.Document(r.Article)
	article := articleProps(r.Article)
	r.Article.Text = ""
	facts, err := encode(r)
	return properties{
		"id": article["id"], "name": article["name"], "json": facts, "folded": name, "words": name + " " + body,
	}, err
}

// sayings counts, for each node and each wording of it, how many articles more say so now.
type sayings map[[2]string]int

func (s sayings) add(r graph.Reading, by int) error {
	for _, n := range r.Nodes() {
		words, err := encode(n)
		if err != nil {
			return err
		}
		s[[2]string{string(n.NodeID()), words}] += by
	}
	return nil
}

func (s sayings) rows() (rows []map[string]any) {
	maps.DeleteFunc(s, func(_ [2]string, n int) bool { return n == 0 })
	keys := slices.SortedFunc(maps.Keys(s), func(a, b [2]string) int { return slices.Compare(a[:], b[:]) })
	for _, k := range keys {
		rows = append(rows, map[string]any{"key": k[0] + " " + digest(k[1]), "node": k[0], "json": k[1], "more": s[k]})
	}
	return rows
}

// Sightings implements graph.Ledger.
func (l *ledger) Sightings(ctx context.Context, nodes []graph.ID) (map[graph.ID][]graph.Sighting, error) {
	records, err := l.run(ctx, sightingsOf, map[string]any{"ids": plain(nodes)})
	if err != nil {
		return nil, err
	}
	found := map[graph.ID][]graph.Sighting{}
	for _, r := range records {
		id := graph.ID(text(r, "node"))
		n, err := graph.DecodeNode(id, []byte(text(r, "json")))
		if err != nil {
			return nil, err
		}
		found[id] = append(found[id], graph.Sighting{Node: n, Articles: properties(r.AsMap()).count("articles")})
	}
	return found, nil
}

// mention links the articles of the readings kept with what they mention.
func (l *ledger) mention(ctx context.Context) error {
	rows := map[string][]map[string]any{}
	for _, r := range l.kept {
		counts := map[graph.ID]int{}
		for _, m := range r.Mentions {
			counts[m.Node]++
		}
		for id, n := range counts {
			row := map[string]any{"article": string(r.Article.ID), "node": string(id), "count": n}
			rows[labelOf(id)] = append(rows[labelOf(id)], row)
		}
	}
	for _, label := range slices.Sorted(maps.Keys(rows)) {
		if err := l.write(ctx, linkMentions.with("Actor", label), rows[label]); err != nil {
			return err
		}
	}
	return nil
}
