package graph

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
)

// Sighting is what Articles many articles say, in the same words, of one actor, place or occasion. Articles that differ
// only in the dates of offices may be one sighting, with the first and the last of their dates: Merge makes the same of it.
type Sighting struct {
	Node     Node
	Articles int
}

// Merge makes one node of all its sightings, which share its id. The name and the country are those that most articles
// give (of equals the least), aliases are all other names seen, an office lasts from its first to its last sighting.
// Places and occasions are the same wherever they are seen.
func Merge(sightings []Sighting) Node {
	if _, ok := sightings[0].Node.(Actor); !ok {
		return leastNode(sightings)
	}
	names, countries, aliases := tally{}, tally{}, tally{}
	var offices []Office
	var kind ActorKind
	for _, s := range sightings {
		who := s.Node.(Actor).Named()
		kind = who.Kind
		names[who.Name] += s.Articles
		countries[who.Country] += s.Articles
		for _, alias := range slices.Concat(who.Aliases, []string{who.Name}) {
			aliases[alias]++
		}
		if p, ok := s.Node.(Person); ok {
			offices = append(offices, p.Offices...)
		}
	}
	id := Identity{ID: sightings[0].Node.NodeID(), Kind: kind, Name: names.most(), Country: countries.most()}
	delete(aliases, id.Name)
	id.Aliases = slices.Sorted(maps.Keys(aliases))
	switch kind {
	case CountryKind:
		return Country{id}
	case OrganizationKind:
		return Organization{id}
	}
	return Person{id, mergeOffices(offices)}
}

// tally counts votes for a text.
type tally map[string]int

// most is the text with most votes, of equals the least; the empty text wins only alone.
func (t tally) most() string {
	best := ""
	for _, text := range slices.Sorted(maps.Keys(t)) {
		if text != "" && (best == "" || t[text] > t[best]) {
			best = text
		}
	}
	return best
}

func mergeOffices(seen []Office) []Office {
	held := map[[2]string]Office{}
	for _, o := range seen {
		key := [2]string{o.Title, o.Country}
		h, ok := held[key]
		if !ok {
			h = o
		}
		if h.From == "" || o.From != "" && o.From < h.From {
			h.From = o.From
		}
		h.To = max(h.To, o.To)
		held[key] = h
	}
	return slices.SortedFunc(maps.Values(held), func(a, b Office) int {
		return cmp.Or(cmp.Compare(a.Title, b.Title), cmp.Compare(a.Country, b.Country))
	})
}

// leastNode is the sighting that is least in its JSON form: places and occasions do not differ, and if they do, one rule decides.
func leastNode(sightings []Sighting) Node {
	key := func(s Sighting) string { b, _ := json.Marshal(s.Node); return string(b) }
	return slices.MinFunc(sightings, func(a, b Sighting) int { return cmp.Compare(key(a), key(b)) }).Node
}
