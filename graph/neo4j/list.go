package neo4j

import (
	"context"
	"fmt"
	"maps"
	"math"
	"slices"

	"demarche/graph"
)

// list is how one kind of list is asked for: its page, its length, and the property it is sorted by.
type list struct {
	find, count statement
	key         string
}

var (
	events   = list{load("find_events"), load("count_events"), "n.day"}
	actors   = list{load("find_actors"), load("count_actors"), "n.folded"}
	articles = list{load("find_articles"), load("count_articles"), "n.day"}
	eventsOf = list{load("events_of"), load("count_events_of"), "n.day"}
)

// FindEvents gives a page of the events that pass the filter.
func (s *Store) FindEvents(ctx context.Context, where graph.EventWhere, by graph.Order, page graph.Page) (graph.Slice[graph.Event], error) {
	return find(ctx, s, events, walk{where.Cond(), by, page}, eventOf)
}

// FindActors gives a page of the actors that pass the filter.
func (s *Store) FindActors(ctx context.Context, where graph.ActorWhere, by graph.Order, page graph.Page) (graph.Slice[graph.Actor], error) {
	return find(ctx, s, actors, walk{where.Cond(), by, page}, actorOf)
}

// FindArticles gives a page of the articles that pass the filter.
func (s *Store) FindArticles(ctx context.Context, where graph.ArticleWhere, by graph.Order, page graph.Page) (graph.Slice[graph.Article], error) {
	return find(ctx, s, articles, walk{where.Cond(), by, page}, articleOf)
}

// walk is a page of a filtered, ordered list.
type walk struct {
	cond graph.Cond
	by   graph.Order
	page graph.Page
}

// find gives one page of a whole list.
func find[N any](ctx context.Context, s *Store, l list, w walk, read func(properties) N) (graph.Slice[N], error) {
	found, err := many(ctx, s, l, w, []graph.ID{""}, "", read)
	if err != nil {
		return graph.Slice[N]{}, err
	}
	return found[0], nil
}

// parents say how an event hangs on what it is asked of.
var parents = map[string]string{
	graph.PersonPrefix:       "(:Actor {id: parent})<-[:ACTOR|RECIPIENT]-(n:Event)",
	graph.CountryPrefix:      "(:Actor {id: parent})<-[:ACTOR|RECIPIENT]-(n:Event)",
	graph.OrganizationPrefix: "(:Actor {id: parent})<-[:ACTOR|RECIPIENT]-(n:Event)",
	graph.PlacePrefix:        "(:Place {id: parent})<-[:AT]-(n:Event)",
	graph.OccasionPrefix:     "(:Occasion {id: parent})<-[:DURING]-(n:Event)",
	graph.ArticlePrefix:      "(:Article {id: parent})-[:REPORTS]->(n:Event)",
}

// EventsOf gives each parent's own page of events, in one statement a kind of parent.
func (s *Store) EventsOf(ctx context.Context, ids []graph.ID, where graph.EventWhere, by graph.Order, page graph.Page) ([]graph.Slice[graph.Event], error) {
	if _, err := page.Seek(); err != nil {
		return nil, err
	}
	alike := map[string][]graph.ID{}
	for _, id := range distinct(ids) {
		if pattern, ok := parents[id.Prefix()]; ok {
			alike[pattern] = append(alike[pattern], id)
		}
	}
	found := map[graph.ID]graph.Slice[graph.Event]{}
	for _, pattern := range slices.Sorted(maps.Keys(alike)) {
		slices, err := many(ctx, s, eventsOf, walk{where.Cond(), by, page}, alike[pattern], pattern, eventOf)
		if err != nil {
			return nil, err
		}
		for i, id := range alike[pattern] {
			found[id] = slices[i]
		}
	}
	out := make([]graph.Slice[graph.Event], len(ids))
	for i, id := range ids {
		out[i] = found[id]
	}
	return out, nil
}

// many gives one page for each parent. A list without parents has the parent "".
func many[N any](ctx context.Context, s *Store, l list, w walk, of []graph.ID, pattern string, read func(properties) N) ([]graph.Slice[N], error) {
	seek, err := w.page.Seek()
	if err != nil {
		return nil, err
	}
	f := filter{params: map[string]any{"parents": plain(of), "limit": seek.Limit + 1, "key": seek.Key, "id": string(seek.ID)}}
	cond, from := f.cond(w.cond, "n"), beyond(l.key, w.by.Desc(), seek)
	fill := func(q statement, from string) statement {
		q = q.with("true /* filter */", cond).with("true /* from */", from).with("(n:Event) /* of the parent */", pattern)
		return directed(q, w.by.Desc(), seek.Back)
	}
	out := make([]graph.Slice[N], len(of))
	err = s.consistent(ctx, func(ask asker) error {
		l, err := narrow(ask, l, w.cond, f.params)
		if err != nil {
			return err
		}
		items, err := grouped(ask, fill(l.find, from), f.params, read)
		if err != nil {
			return err
		}
		behind, err := counted(ask, fill(l.count, "NOT "+from), f.params, 1, seek.From)
		if err != nil {
			return err
		}
		totals, err := counted(ask, fill(l.count, "true"), f.params, math.MaxInt, w.page.Total)
		for i, id := range of {
			out[i] = graph.Cut(seek, items[id], behind[id] > 0)
			out[i].Total = totals[id]
		}
		return err
	})
	return out, err
}

// grouped runs a statement that walks, and reads what it met for each parent.
func grouped[N any](ask asker, q statement, params map[string]any, read func(properties) N) (map[graph.ID][]N, error) {
	records, err := ask(q, params)
	items := map[graph.ID][]N{}
	for _, r := range records {
		parent := graph.ID(text(r, "parent"))
		items[parent] = append(items[parent], read(column(r, "node")))
	}
	return items, err
}

// counted runs a statement that counts for each parent, up to most, if that is wanted at all.
func counted(ask asker, q statement, params map[string]any, most int, wanted bool) (map[graph.ID]int, error) {
	if !wanted {
		return nil, nil
	}
	params["most"] = most
	records, err := ask(q, params)
	counts := map[graph.ID]int{}
	for _, r := range records {
		p := properties(r.AsMap())
		counts[p.id("parent")] = p.count("count")
	}
	return counts, err
}

// beyond is the condition that a node comes after the place where the walk starts, in the direction of the walk. Ids
// ascend whichever way the keys go.
func beyond(key string, desc bool, s graph.Seek) string {
	if !s.From {
		return "true"
	}
	return fmt.Sprintf("(%s %s $key OR %[1]s = $key AND n.id %[3]s $id)", key, sign(desc != s.Back), sign(s.Back))
}

func sign(down bool) string {
	if down {
		return "<"
	}
	return ">"
}

// directed turns the order of a statement in the direction of the walk.
func directed(q statement, desc, back bool) statement {
	if desc != back {
		q = q.with("/* key */", "DESC")
	}
	if back {
		q = q.with("/* id */", "DESC")
	}
	return q
}
