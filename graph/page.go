package graph

import (
	"cmp"
	"encoding/base64"
	"fmt"
	"strings"
)

// MaxPage is the largest page a list gives.
const MaxPage = 1000

// Page asks for a piece of an ordered list: the First items after the cursor After, or the Last items before the cursor
// Before, in the list's order. Both 0 asks for the first DefaultPage.
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
		p.First = DefaultPage
	}
	switch {
	case p.First < 0 || p.Last < 0:
		return p, fmt.Errorf("page size below 0: %w", ErrInvalid)
	case p.First > 0 && p.Last > 0:
		return p, fmt.Errorf("both first and last: %w", ErrInvalid)
	case max(p.First, p.Last) > MaxPage:
		return p, fmt.Errorf("page of %d, at most %d: %w", max(p.First, p.Last), MaxPage, ErrInvalid)
	}
	return p, nil
}

// Slice is a piece of an ordered list. Total is the length of the whole list when the page asked for it.
type Slice[T any] struct {
	Items                []T
	HasNext, HasPrevious bool
	Total                int
}

// Order is the order of a list: by a key, up or down; of equal keys the lesser id comes first, whichever way.
type Order string

// The orders: of events by first day (an unknown date counts as earliest) or Goldstein score, of actors by folded
// name, of articles by day of publication.
const (
	ByDate          Order = "DATE_ASC"
	ByDateDesc      Order = "DATE_DESC"
	ByName          Order = "NAME_ASC"
	ByNameDesc      Order = "NAME_DESC"
	ByPublished     Order = "PUBLISHED_ASC"
	ByPublishedDesc Order = "PUBLISHED_DESC"
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
func (o Order) Cursor(n Node) string { return cursor(o.Key(n), n.NodeID()) }

func cursor(key string, id ID) string {
	return base64.RawURLEncoding.EncodeToString([]byte(key + "\x00" + string(id)))
}

// ParseCursor takes a cursor apart into sort key and id; what no order gave out is ErrCursor.
func ParseCursor(c string) (key string, id ID, err error) {
	b, err := base64.RawURLEncoding.DecodeString(c)
	key, local, ok := strings.Cut(string(b), "\x00")
	if err != nil || !ok {
		return "", "", fmt.Errorf("%q: %w", c, ErrCursor)
	}
	return key, ID(local), nil
}

// Compare orders two nodes.
func (o Order) Compare(a, b Node) int {
	byKey := cmp.Compare(o.Key(a), o.Key(b))
	if o.Desc() {
		byKey = -byKey
	}
	return cmp.Or(byKey, cmp.Compare(a.NodeID(), b.NodeID()))
}
