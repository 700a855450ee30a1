package graph

import (
	"context"
	"fmt"
	"maps"
	"reflect"
	"slices"
)

// Ledger is what a store lends to Apply: one write transaction, in which these primitives see each other's writes.
// Readings, sightings and reports are facts of record; nodes, events and edges are derived from them.
type Ledger interface {
	// Lock keeps other writers off the keys (ids of articles and nodes, keys of blocks) until the transaction ends. Keys
	// come sorted. A store with one writer does nothing.
	Lock(ctx context.Context, keys []string) error
	// Stored gives the stored readings of the articles that are stored.
	Stored(ctx context.Context, articles []ID) (map[ID]Reading, error)
	// Keep replaces the readings of these articles by the new ones.
	Keep(ctx context.Context, readings []Reading) error
	// Sightings gives what the stored readings say of the nodes.
	Sightings(ctx context.Context, nodes []ID) (map[ID][]Sighting, error)
	// Nodes gives the derived nodes that there are.
	Nodes(ctx context.Context, ids []ID) (map[ID]Node, error)
	// SetNodes writes derived nodes and removes those that are no longer sighted.
	SetNodes(ctx context.Context, set []Node, drop []ID) error
	// BlocksOf gives the keys of the blocks with an event that names one of the nodes.
	BlocksOf(ctx context.Context, nodes []ID) ([]string, error)
	// ReportsIn gives the stored reports of each block.
	ReportsIn(ctx context.Context, blocks []string) (map[string][]Report, error)
	// SetEvents replaces the events of the blocks, and the plain edges of those events.
	SetEvents(ctx context.Context, events map[string][]Event) error
}

// Apply takes readings into a store and brings all that is derived from them in step, within the transaction of l. An
// article that is stored in a newer version is left alone, and one that is stored alike costs one look.
func Apply(ctx context.Context, l Ledger, readings []Reading) error {
	batch, err := newest(readings)
	if err != nil {
		return err
	}
	if err := l.Lock(ctx, locks(slices.Collect(maps.Keys(batch)), nil)); err != nil {
		return fmt.Errorf("lock: %w", err)
	}
	stored, err := l.Stored(ctx, slices.Sorted(maps.Keys(batch)))
	if err != nil {
		return fmt.Errorf("stored readings: %w", err)
	}
	d := derivation{nodes: map[ID]bool{}, blocks: map[string]bool{}}
	for _, id := range slices.Sorted(maps.Keys(batch)) {
		old, known := stored[id]
		if known && (old.Article.Newer(batch[id].Article) || old.Same(batch[id])) {
			continue
		}
		d.touch(old)
		d.touch(batch[id])
		d.changed = append(d.changed, batch[id])
	}
	if len(d.changed) == 0 {
		return nil
	}
	return d.run(ctx, l)
}

// newest keeps the newest reading of each article and refuses a batch with an invalid one.
func newest(readings []Reading) (map[ID]Reading, error) {
	batch := make(map[ID]Reading, len(readings))
	for _, r := range readings {
		if err := r.Check(); err != nil {
			return nil, err
		}
		if old, ok := batch[r.Article.ID]; !ok || r.Article.Newer(old.Article) {
			batch[r.Article.ID] = r
		}
	}
	return batch, nil
}

// derivation is what a batch of changed readings touches.
type derivation struct {
	changed []Reading
	nodes   map[ID]bool
	blocks  map[string]bool
}

func (d *derivation) touch(r Reading) {
	for _, n := range r.Nodes() {
		d.nodes[n.NodeID()] = true
	}
	for _, rep := range r.Reports {
		d.blocks[rep.Block()] = true
	}
}

func (d *derivation) run(ctx context.Context, l Ledger) error {
	ids := slices.Sorted(maps.Keys(d.nodes))
	if err := l.Lock(ctx, locks(ids, slices.Collect(maps.Keys(d.blocks)))); err != nil {
		return fmt.Errorf("lock: %w", err)
	}
	if err := l.Keep(ctx, d.changed); err != nil {
		return fmt.Errorf("readings: %w", err)
	}
	renamed, err := deriveNodes(ctx, l, ids)
	if err != nil {
		return fmt.Errorf("nodes: %w", err)
	}
	also, err := l.BlocksOf(ctx, renamed)
	if err != nil {
		return fmt.Errorf("blocks: %w", err)
	}
	for _, b := range also {
		d.blocks[b] = true
	}
	if err := deriveEvents(ctx, l, slices.Sorted(maps.Keys(d.blocks))); err != nil {
		return fmt.Errorf("events: %w", err)
	}
	return nil
}

// deriveNodes merges the sightings of the nodes again and lists those that were there before under another name: the
// names of their events must follow.
func deriveNodes(ctx context.Context, l Ledger, ids []ID) (renamed []ID, err error) {
	before, err := l.Nodes(ctx, ids)
	if err != nil {
		return nil, err
	}
	sightings, err := l.Sightings(ctx, ids)
	if err != nil {
		return nil, err
	}
	var set []Node
	var drop []ID
	for _, id := range ids {
		if len(sightings[id]) == 0 {
			drop = append(drop, id)
			continue
		}
		now := Merge(sightings[id])
		old, known := before[id]
		if !known || !reflect.DeepEqual(old, now) {
			set = append(set, now)
		}
		if known && NameOf(old) != NameOf(now) {
			renamed = append(renamed, id)
		}
	}
	return renamed, l.SetNodes(ctx, set, drop)
}

// deriveEvents fuses the reports of the blocks again.
func deriveEvents(ctx context.Context, l Ledger, blocks []string) error {
	reports, err := l.ReportsIn(ctx, blocks)
	if err != nil {
		return err
	}
	events := make(map[string][]Event, len(blocks))
	named := map[ID]bool{}
	for _, b := range blocks {
		events[b] = Fuse(reports[b])
		for _, e := range events[b] {
			for _, id := range append(e.Participants(), e.Place) {
				named[id] = true
			}
		}
	}
	delete(named, "")
	nodes, err := l.Nodes(ctx, slices.Sorted(maps.Keys(named)))
	if err != nil {
		return err
	}
	for _, list := range events {
		for i := range list {
			list[i].Name = Title(list[i], func(id ID) string { return NameOf(nodes[id]) })
		}
	}
	return l.SetEvents(ctx, events)
}

// NameOf is the readable name of a node: an actor's, a place's, an occasion's, an event's; an article's title; "" of nil.
func NameOf(n Node) string {
	switch n := n.(type) {
	case Actor:
		return n.Named().Name
	case Place:
		return n.Name
	case Occasion:
		return n.Name
	case Event:
		return n.Name
	case Article:
		return n.Title
	}
	return ""
}

func locks(ids []ID, blocks []string) []string {
	keys := blocks
	for _, id := range ids {
		keys = append(keys, string(id))
	}
	slices.Sort(keys)
	return keys
}
