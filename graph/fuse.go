package graph

import (
	"cmp"
	"slices"
)

// Fuse makes the events of one block from its reports. It is a pure function of the set of reports: their order does
// not matter. Names are left empty; Apply fills them in with Title.
//
// Reports of a block agree in kind, participants and date, and are one event unless they state different places: then
// one event a place, a country taking in its cities, and reports that state no place go where most reports went.
//
//	met, Hangzhou │ met, China │ met, – │ met, Seoul   ─▶   {Hangzhou, China, –}  {Seoul}
//
// The event takes its words from its least report (by id) and its status from status.
func Fuse(block []Report) []Event {
	if len(block) == 0 {
		return nil
	}
	reports := slices.SortedFunc(slices.Values(block), func(a, b Report) int { return cmp.Compare(a.ID, b.ID) })
	reports = slices.CompactFunc(reports, func(a, b Report) bool { return a.ID == b.ID })
	var events []Event
	for _, group := range byPlace(reports) {
		events = append(events, fuse(group))
	}
	return events
}

// byPlace splits sorted reports by the place they state, most specific first.
func byPlace(reports []Report) [][]Report {
	scenes := scenesOf(reports)
	if len(scenes) == 0 {
		return [][]Report{reports}
	}
	groups := make([][]Report, len(scenes))
	var open []Report
	for _, r := range reports {
		if i := slices.IndexFunc(scenes, func(s ID) bool { return stated(r) != "" && within(s, stated(r)) }); i >= 0 {
			groups[i] = append(groups[i], r)
		} else {
			open = append(open, r)
		}
	}
	largest := 0
	for i, g := range groups {
		if len(g) > len(groups[largest]) {
			largest = i
		}
	}
	groups[largest] = append(groups[largest], open...)
	slices.SortFunc(groups[largest], func(a, b Report) int { return cmp.Compare(a.ID, b.ID) })
	return groups
}

// scenesOf lists the places that the reports state, sorted, without those that take in another of the list.
func scenesOf(reports []Report) []ID {
	var places []ID
	for _, r := range reports {
		if stated(r) != "" {
			places = append(places, stated(r))
		}
	}
	places = sorted(places)
	return slices.DeleteFunc(slices.Clone(places), func(p ID) bool {
		return slices.ContainsFunc(places, func(q ID) bool { return q != p && within(q, p) })
	})
}

func stated(r Report) ID {
	if r.PlaceInferred {
		return ""
	}
	return r.Place
}

// fuse makes one event of sorted reports.
func fuse(reports []Report) Event {
	least := reports[0]
	e := Event{
		ID: EventID(least.ID), Type: least.Type, Kind: least.Kind, Mode: least.Mode, Symmetric: least.Symmetric,
		Actors: least.Actors, Recipients: least.Recipients, Date: least.Date, DateInferred: least.DateInferred, Cameo: least.Cameo,
	}
	e.Status, e.Disputed = status(reports)
	e.Place, e.PlaceInferred = place(reports)
	for _, r := range reports {
		e.Occasion = cmp.Or(e.Occasion, r.Occasion)
		e.DateInferred = e.DateInferred && r.DateInferred
		e.Reports = append(e.Reports, r.ID)
	}
	return e
}

// place is the most specific place that the reports state, else the least of those they infer.
func place(reports []Report) (id ID, inferred bool) {
	if scenes := scenesOf(reports); len(scenes) > 0 {
		return scenes[0], false
	}
	for _, r := range reports {
		if r.Place != "" && (id == "" || r.Place < id) {
			id = r.Place
		}
	}
	return id, id != ""
}

// status settles what the event shows. A thing announced and then done was done, and a thing announced and then
// called off was called off; neither is a dispute. Where some say that it happened and others that it did not, the
// event is disputed and shows what more articles say, and that it did not happen when they are as many.
func status(reports []Report) (shown Status, disputed bool) {
	says := map[Status]map[ID]bool{}
	for _, r := range reports {
		if says[r.Status] == nil {
			says[r.Status] = map[ID]bool{}
		}
		says[r.Status][r.Article] = true
	}
	real := voices(says[Happened], says[Ongoing])
	unreal := voices(says[Denied], says[Cancelled])
	order := []Status{Happened, Ongoing, Denied, Cancelled, Planned, Possible}
	if unreal >= real {
		order = []Status{Denied, Cancelled, Happened, Ongoing, Planned, Possible}
		if len(says[Cancelled]) > len(says[Denied]) {
			order[0], order[1] = Cancelled, Denied
		}
	}
	i := slices.IndexFunc(order, func(s Status) bool { return len(says[s]) > 0 })
	return order[i], real > 0 && unreal > 0
}

// voices counts the articles in either set.
func voices(a, b map[ID]bool) int {
	n := len(a)
	for id := range b {
		if !a[id] {
			n++
		}
	}
	return n
}
