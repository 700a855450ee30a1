package neo4j

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"

	"demarche/graph"
)

// articleProps are the properties of an Article node.
func articleProps(a graph.Article) map[string]any {
	p := properties{
		"id": string(a.ID), "name": cmp.Or(a.Title, a.ID.Local()), "title": a.Title, "source": a.Source, "url": a.URL,
		"language": a.Language, "published": string(a.Published), "instant": a.Instant, "updated": a.Updated, "text": a.Text,
	}.full()
	if a.Version != 0 {
		p["version"] = a.Version
	}
	p["day"], p["folded"] = a.Published.First(), graph.Fold(a.Title)
	return p
}

func articleOf(p properties) graph.Article {
	return graph.Article{
		ID: p.id("id"), Title: p.text("title"), Source: p.text("source"), URL: p.text("url"), Language: p.text("language"),
		Published: p.date("published"), Instant: p.text("instant"), Updated: p.text("updated"), Version: p.count("version"),
		Text: p.text("text"),
	}
}

var articlesByID = load("articles")

// Articles gives the articles of the ids, nil for one that is not there.
func (s *Store) Articles(ctx context.Context, ids []graph.ID) ([]*graph.Article, error) {
	records, err := s.read(ctx, articlesByID, map[string]any{"ids": plain(distinct(ids))})
	found := map[graph.ID]*graph.Article{}
	for _, r := range records {
		a := articleOf(column(r, "node"))
		found[a.ID] = &a
	}
	articles := make([]*graph.Article, len(ids))
	for i, id := range ids {
		articles[i] = found[id]
	}
	return articles, err
}

// digest is a short name for a long text.
func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:16])
}
