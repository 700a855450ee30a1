package graph

import (
	"cmp"
	"encoding/base64"
	"fmt"
	"slices"
	"strings"
)

// MaxPage is the largest page a list gives.
const MaxPage = 1000

// Page asks for a piece of an ordered list: the First items after the cursor After, or the Last items before the cursor
// Before, in the list's order. Both 0 asks for DefaultPage items, the last ones if only Before is given.
type Page struct {
	First, Last   int
	After, Before string
	Total         bool // count the whole list too
}

// DefaultPage is the size of a page when nothing is said.
const DefaultPage = 20

// Check completes the page with the default size and refuses one that asks for both ends or for more than MaxPage.
func (p Page) Check() (Page, error) {
	if p.First == 0 && p.Last == 0 {
		if p.Before != "" && p.After == "" {
			p.Last = DefaultPage
		} else {
			p.First = DefaultPage
		}
	}
	switch {
	case p.First < 0 || p.Last < 0:
		return p, fmt.Errorf("page size below 0: %w", ErrInvalid)
	case p.First > 0 && p.Last > 0:
		return p, fmt.Errorf("both first and last: %w", ErrInvalid)
	case p.First > 0 && p.Before != "" || p.Last > 0 && p.After != "":
		return p, fmt.Errorf("after goes with first, before with last: %w", ErrInvalid)
	case max(p.First, p.Last) > MaxPage:
		return p, fmt.Errorf("page of %d, at most %d: %w", max(p.First, p.Last), MaxPage, ErrInvalid)
	}
	return p, nil
}

// Seek is a checked page as a store walks it: at most Limit items from a place in the list on, the place itself left
// out. Back walks towards the beginning. A walk that is not From a place starts at the end of the list it walks away from.
type Seek struct {
	Limit int
	Back  bool
	From  bool
	Key   string // sort key and id of the place
	ID    ID
}

// Seek checks the page (see Check) of a list in an order and takes its cursor apart; a strange one, also one of another
// order, is ErrCursor.
func (p Page) Seek(by Order) (s Seek, err error) {
	if p, err = p.Check(); err != nil {
		return s, err
	}
	s = Seek{Limit: max(p.First, p.Last), Back: p.Last > 0}
	if c := p.After + p.Before; c != "" {
		s.From = true
		var of Order
		if of, s.Key, s.ID, err = ParseCursor(c); err == nil && of != by {
			err = fmt.Errorf("%q is of the order %s, not %s: %w", c, of, by, ErrCursor)
		}
	}
	return s, err
}

// Slice is a piece of an ordered list. HasPrevious and HasNext tell whether the list goes on before and after the piece.
// Total is the length of the whole list when the page asked for it.
type Slice[T any] struct {
	Items                []T
	HasNext, HasPrevious bool
	Total                int
}

// Cut makes the slice of what a walk met, in the order of the walk: up to one item more than its limit. Behind tells
// whether the list has anything at or behind the place where the walk started.
func Cut[T any](s Seek, walked []T, behind bool) Slice[T] {
	more := len(walked) > s.Limit
	items := slices.Clone(walked[:min(len(walked), s.Limit)])
	if s.Back {
		slices.Reverse(items)
		return Slice[T]{Items: items, HasPrevious: more, HasNext: behind}
	}
	return Slice[T]{Items: items, HasPrevious: behind, HasNext: more}
}

// Order is the order of a list: by a key, up or down; of equal keys the lesser id comes first, whichever way.
type Order string

// The orders: of events by first day (an unknown date counts as earliest), of actors by folded name, of articles by day
// of publication. What is listed has one key, so that of an order that is meant for other nodes only the way counts.
const (
	ByDate          Order = "DATE_ASC"
	ByDateDesc      Order = "DATE_DESC"
	ByName          Order = "NAME_ASC"
	ByNameDesc      Order = "NAME_DESC"
	ByPublished     Order = "PUBLISHED_ASC"
	ByPublishedDesc Order = "PUBLISHED_DESC"
	ByRank          Order = "RANK" // of hits: the best first, see Rank
)

// Desc tells whether the greatest key comes first.
func (o Order) Desc() bool { return strings.HasSuffix(string(o), "_DESC") }

// Key is the sort key of a node in this order. It is never null, so that both stores agree where nothing is known.
func (o Order) Key(n Node) string {
	switch n := n.(type) {
	case Event:
		return n.Date.First()
	case Article:
		return n.Published.First()
	}
	return Fold(NameOf(n))
}

// Cursor marks the place of a node in a list of this order.
func (o Order) Cursor(n Node) string { return o.cursor(o.Key(n), n.NodeID()) }

func (o Order) cursor(key string, id ID) string {
	return base64.RawURLEncoding.EncodeToString([]byte(string(o) + "\x00" + key + "\x00" + string(id)))
}

// ParseCursor takes a cursor apart into its order, sort key and id; what no order gave out is ErrCursor.
func ParseCursor(c string) (by Order, key string, id ID, err error) {
	b, err := base64.RawURLEncoding.DecodeString(c)
	parts := strings.Split(string(b), "\x00")
	if err != nil || len(parts) != 3 {
		return "", "", "", fmt.Errorf("%q: %w", c, ErrCursor)
	}
	return Order(parts[0]), parts[1], ID(parts[2]), nil
}

// Compare orders two nodes.
func (o Order) Compare(a, b Node) int {
	byKey := cmp.Compare(o.Key(a), o.Key(b))
	if o.Desc() {
		byKey = -byKey
	}
	return cmp.Or(byKey, cmp.Compare(a.NodeID(), b.NodeID()))
}
