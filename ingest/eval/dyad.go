package eval

import (
	"cmp"
	"maps"
	"slices"

	"demarche/graph"
	"demarche/ingest"
)

// dyad is one (label, source, target) of an event. Target is "" where nobody receives it.
type dyad struct{ label, source, target string }

func (a dyad) compare(b dyad) int {
	return cmp.Or(cmp.Compare(a.label, b.label), cmp.Compare(a.source, b.source), cmp.Compare(a.target, b.target))
}

type dyads map[dyad]bool

// pair makes the dyads of one event: each actor with each recipient; of a two-sided event each two of its people.
func pair(label string, sources, targets []string, twoSided bool) dyads {
	out := dyads{}
	if twoSided {
		all := slices.Compact(slices.Sorted(slices.Values(slices.Concat(sources, targets))))
		for i, a := range all {
			for _, b := range all[i+1:] {
				out[dyad{label, a, b}] = true
			}
		}
		if len(all) == 1 {
			out[dyad{label, all[0], ""}] = true
		}
		return out
	}
	if len(targets) == 0 {
		targets = []string{""}
	}
	for _, s := range sources {
		for _, t := range targets {
			if s != t {
				out[dyad{label, s, t}] = true
			}
		}
	}
	return out
}

// sorted lists the dyads in order.
func (d dyads) sorted() []dyad { return slices.SortedFunc(maps.Keys(d), dyad.compare) }

// common counts the dyads that two sets share.
func (d dyads) common(o dyads) (n int) {
	for x := range d {
		if o[x] {
			n++
		}
	}
	return n
}

// The grains at which dyads are compared.
const (
	byState = iota
	byEntity
	byKind
	grains
)

// cut is an event's dyads at each grain.
type cut [grains]dyads

// goldCut takes an annotated event apart.
func goldCut(e GoldEvent, entities map[string]Entity) cut {
	from, to := known(e.Actors, entities), known(e.Recipients, entities)
	states := func(ids []string) (out []string) {
		for _, id := range ids {
			out = append(out, entities[id].state())
		}
		return out
	}
	return cut{
		pair(string(e.Plover), states(from), states(to), e.twoSided()),
		pair(string(e.Plover), from, to, e.twoSided()),
		pair(string(e.Kind), from, to, e.twoSided()),
	}
}

// foundCut takes a predicted event apart, its names aligned to the annotation's entities.
func foundCut(e ingest.ExtractEvent, g Gold, entities map[string]Entity) cut {
	ends := func(actors []ingest.ExtractActor) (ids, states []string) {
		for _, a := range actors {
			id := align(a, g.Entities)
			country := ""
			if a.Country != nil {
				country = *a.Country
			}
			st := state(country, string(a.Type), a.Name)
			if known, ok := entities[id]; ok && country == "" {
				st = known.state()
			}
			ids, states = append(ids, id), append(states, st)
		}
		return ids, states
	}
	from, fromStates := ends(e.Actors)
	to, toStates := ends(e.Recipients)
	return cut{
		pair(string(e.Plover), fromStates, toStates, e.Symmetric),
		pair(string(e.Plover), from, to, e.Symmetric),
		pair(string(e.Kind), from, to, e.Symmetric),
	}
}

// sheet is one article at one grain: what must be found, what may, and the labels that an annotator would also accept.
type sheet struct {
	core, neutral dyads
	alternatives  map[dyad][]string
}

// sheets gathers the annotated events of an article.
func sheets(g Gold, entities map[string]Entity) (out [grains]sheet) {
	for n := range out {
		out[n] = sheet{dyads{}, dyads{}, map[dyad][]string{}}
	}
	for _, e := range g.Events {
		for n, ds := range goldCut(e, entities) {
			into := out[n].core
			if !e.core() {
				into = out[n].neutral
			}
			maps.Copy(into, ds)
			for _, kind := range e.Kinds {
				out[n].allow(ds, alternative(n, kind))
			}
		}
	}
	return out
}

// alternative is the label of an alternative kind at a grain.
func alternative(grain int, kind graph.Kind) string {
	switch {
	case grain == byKind:
		return string(kind)
	case kind == graph.Other:
		return "" // has no type of its own
	}
	return string(kind.Predicate().Type)
}

func (s sheet) allow(ds dyads, label string) {
	for _, d := range ds.sorted() {
		as := dyad{label, d.source, d.target}
		s.alternatives[as] = append(s.alternatives[as], d.label)
	}
}

// read takes each predicted dyad that stands under an accepted alternative label for the annotated dyad that it means.
func (s sheet) read(found dyads) dyads {
	out := dyads{}
	for d := range found {
		out[s.meant(d)] = true
	}
	return out
}

func (s sheet) meant(d dyad) dyad {
	if s.core[d] || s.neutral[d] {
		return d
	}
	for _, label := range s.alternatives[d] {
		if as := (dyad{label, d.source, d.target}); s.core[as] || s.neutral[as] {
			return as
		}
	}
	return d
}

// judge sorts dyads into what was found, what was missed and what is too much.
func (s sheet) judge(found dyads) (right, missed, extra []dyad) {
	for _, d := range s.core.sorted() {
		if found[d] {
			right = append(right, d)
		} else {
			missed = append(missed, d)
		}
	}
	for _, d := range found.sorted() {
		if !s.core[d] && !s.neutral[d] {
			extra = append(extra, d)
		}
	}
	return right, missed, extra
}
