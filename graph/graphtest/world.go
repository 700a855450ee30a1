package graphtest

import (
	"cmp"
	"context"
	"encoding/json"
	"iter"
	"slices"

	"demarche/graph"
)

// World is what follows from a set of readings, worked out in plain Go. It is a Dumper, so that its dump and a store's
// can be compared byte for byte.
type World struct {
	Readings map[graph.ID]graph.Reading // the newest of each article
	Reports  map[graph.ID]graph.Report
	Nodes    map[graph.ID]graph.Node // actors, places, occasions
	Events   map[graph.ID]graph.Event
	Edges    map[graph.ID]graph.Edge
}

// NewWorld derives the world from readings in any order.
func NewWorld(readings ...graph.Reading) World {
	w := World{
		Readings: map[graph.ID]graph.Reading{}, Reports: map[graph.ID]graph.Report{}, Nodes: map[graph.ID]graph.Node{},
		Events: map[graph.ID]graph.Event{}, Edges: map[graph.ID]graph.Edge{},
	}
	for _, r := range readings {
		if old, ok := w.Readings[r.Article.ID]; !ok || r.Article.Newer(old.Article) {
			w.Readings[r.Article.ID] = r
		}
	}
	w.merge()
	w.fuse()
	return w
}

// merge makes each node of what all readings say of it; equal words count together.
func (w World) merge() {
	said := map[graph.ID]map[string]graph.Sighting{}
	for _, r := range w.Readings {
		for _, n := range r.Nodes() {
			words, _ := json.Marshal(n)
			if said[n.NodeID()] == nil {
				said[n.NodeID()] = map[string]graph.Sighting{}
			}
			s := said[n.NodeID()][string(words)]
			said[n.NodeID()][string(words)] = graph.Sighting{Node: n, Articles: s.Articles + 1}
		}
	}
	for id, sightings := range said {
		w.Nodes[id] = graph.Merge(values(sightings))
	}
}

// fuse makes the events of each block of reports, with their names and edges.
func (w World) fuse() {
	blocks := map[string][]graph.Report{}
	for _, r := range w.Readings {
		for _, rep := range r.Reports {
			w.Reports[rep.ID] = rep
			blocks[rep.Block()] = append(blocks[rep.Block()], rep)
		}
	}
	for _, reports := range blocks {
		for _, e := range graph.Fuse(reports) {
			e.Name = graph.Title(e, func(id graph.ID) string { return graph.NameOf(w.Nodes[id]) })
			w.Events[e.ID] = e
			for _, edge := range graph.Edges(e) {
				w.Edges[edge.ID] = edge
			}
		}
	}
}

// Records implements graph.Dumper.
func (w World) Records(_ context.Context, kind graph.RecordKind) iter.Seq2[graph.Record, error] {
	return func(yield func(graph.Record, error) bool) {
		for _, v := range w.values(kind) {
			if !yield(graph.Record{Kind: kind, Value: v}, nil) {
				return
			}
		}
	}
}

func (w World) values(kind graph.RecordKind) []any {
	switch kind {
	case graph.ReadingRecord:
		return anys(values(w.Readings))
	case graph.NodeRecord:
		return anys(values(w.Nodes))
	case graph.EventRecord:
		return anys(values(w.Events))
	}
	return anys(values(w.Edges))
}

func anys[T any](list []T) []any {
	out := make([]any, len(list))
	for i, v := range list {
		out[i] = v
	}
	return out
}

// node looks up a node as conditions do.
func (w World) node(id graph.ID) graph.Node { return w.Nodes[id] }

// findEvents is FindEvents without pages.
func (w World) findEvents(where graph.EventWhere, by graph.Order) []graph.Event {
	cond := where.Cond()
	return ordered(w.Events, by, func(e graph.Event) bool { return cond.Match(graph.EventRow(e, w.node)) })
}

// eventsOf is EventsOf for one parent, without pages.
func (w World) eventsOf(parent graph.ID, where graph.EventWhere, by graph.Order) []graph.Event {
	return slices.DeleteFunc(w.findEvents(where, by), func(e graph.Event) bool { return !w.leads(parent, e) })
}

func (w World) leads(parent graph.ID, e graph.Event) bool {
	if parent.Prefix() == graph.ArticlePrefix {
		return slices.ContainsFunc(e.Reports, func(r graph.ID) bool { return w.Reports[r].Article == parent })
	}
	return parent != "" && slices.Contains(append(e.Participants(), e.Place, e.Occasion), parent)
}

func (w World) actors() map[graph.ID]graph.Actor {
	out := map[graph.ID]graph.Actor{}
	for id, n := range w.Nodes {
		if a, ok := n.(graph.Actor); ok {
			out[id] = a
		}
	}
	return out
}

func (w World) findActors(where graph.ActorWhere, by graph.Order) []graph.Actor {
	cond := where.Cond()
	return ordered(w.actors(), by, func(a graph.Actor) bool { return cond.Match(graph.ActorRow(a)) })
}

func (w World) articles() map[graph.ID]graph.Article {
	out := map[graph.ID]graph.Article{}
	for id, r := range w.Readings {
		out[id] = r.Article
	}
	return out
}

func (w World) findArticles(where graph.ArticleWhere, by graph.Order) []graph.Article {
	cond := where.Cond()
	return ordered(w.articles(), by, func(a graph.Article) bool { return cond.Match(graph.ArticleRow(a)) })
}

// ordered lists the nodes that pass, in order.
func ordered[N graph.Node](nodes map[graph.ID]N, by graph.Order, pass func(N) bool) []N {
	list := slices.DeleteFunc(values(nodes), func(n N) bool { return !pass(n) })
	slices.SortFunc(list, func(a, b N) int { return by.Compare(a, b) })
	return list
}

// edgesOf is Edges for one node.
func (w World) edgesOf(node graph.ID, types []graph.EdgeType) []graph.Edge {
	list := slices.DeleteFunc(values(w.Edges), func(e graph.Edge) bool {
		return e.From != node && e.To != node || types != nil && !slices.Contains(types, e.Type)
	})
	slices.SortFunc(list, func(a, b graph.Edge) int {
		return cmp.Or(cmp.Compare(a.Date.First(), b.Date.First()), cmp.Compare(a.Type, b.Type), cmp.Compare(a.ID, b.ID))
	})
	return list
}

// search is Search without pages.
func (w World) search(q graph.Query) []graph.Found {
	var found []graph.Found
	for _, n := range w.searchable() {
		if key, ok := hit(n, q); ok {
			found = append(found, graph.Found{ID: n.NodeID(), Key: key})
		}
	}
	slices.SortFunc(found, func(a, b graph.Found) int { return cmp.Or(cmp.Compare(a.Key, b.Key), cmp.Compare(a.ID, b.ID)) })
	return found
}

func (w World) searchable() []graph.Node {
	nodes := values(w.Nodes)
	for _, e := range w.Events {
		nodes = append(nodes, e)
	}
	for _, a := range w.articles() {
		nodes = append(nodes, a)
	}
	return nodes
}

// hit tells whether all terms stand in the node's words, and how well.
func hit(n graph.Node, q graph.Query) (key string, ok bool) {
	name, body := graph.Document(n)
	inName, inAll := len(q.Terms) > 0, len(q.Terms) > 0
	for _, term := range q.Terms {
		named := slices.Contains(graph.Terms(name), term)
		inName = inName && named
		inAll = inAll && (named || slices.Contains(graph.Terms(body), term))
	}
	return graph.Rank(n.NodeID(), name == q.Text, inName), inAll
}
