package graph

import (
	"context"
	"iter"
)

// Store keeps readings and answers for what follows from them. Results line up with the keys asked for; a key that
// names nothing gives a zero (nil) result, not an error. Lists come in the order asked for. All methods are safe for
// many goroutines; each reads one consistent state.
type Store interface {
	Writer
	Reader
	Close(ctx context.Context) error
}

// Writer takes readings in.
type Writer interface {
	// Put applies readings (see Apply) in one transaction: all of them or, with an error, none. An invalid reading is
	// ErrInvalid, a store that may only be read ErrReadOnly.
	Put(ctx context.Context, readings ...Reading) error
}

// Reader answers every read a resolver can ask for many keys in one round trip.
type Reader interface {
	Lookups
	Lists
	Dumper
}

// Lookups look things up by id.
type Lookups interface {
	Articles(ctx context.Context, ids []ID) ([]*Article, error)
	Actors(ctx context.Context, ids []ID) ([]Actor, error)
	Places(ctx context.Context, ids []ID) ([]*Place, error)
	Occasions(ctx context.Context, ids []ID) ([]*Occasion, error)
	Reports(ctx context.Context, ids []ID) ([]*Report, error)
	// Events also answers to an id that was given out before a merge or a split (see EventID).
	Events(ctx context.Context, ids []ID) ([]*Event, error)
	// ReportsOf gives each article's reports, in the order of the text (evidence, then id).
	ReportsOf(ctx context.Context, articles []ID) ([][]Report, error)
	// Edges gives the plain edges that touch each node, by first day, type and id; types nil means all.
	Edges(ctx context.Context, nodes []ID, types []EdgeType) ([][]Edge, error)
}

// Lists answers filtered, ordered pieces of lists. A page that Page.Check refuses is ErrInvalid, a strange cursor ErrCursor.
type Lists interface {
	FindEvents(ctx context.Context, where EventWhere, by Order, page Page) (Slice[Event], error)
	// EventsOf gives each parent's own piece: the events that an actor takes part in, that happened at a place or during
	// an occasion, or that an article reports.
	EventsOf(ctx context.Context, parents []ID, where EventWhere, by Order, page Page) ([]Slice[Event], error)
	FindActors(ctx context.Context, where ActorWhere, by Order, page Page) (Slice[Actor], error)
	FindArticles(ctx context.Context, where ArticleWhere, by Order, page Page) (Slice[Article], error)
	// Search finds the actors, places, occasions, events and articles whose words (see Document) hold all terms of the
	// query, best first (see Rank). A query of no terms finds nothing.
	Search(ctx context.Context, q Query, page Page) (Slice[Found], error)
}

// Dumper walks through everything that is stored.
type Dumper interface {
	// Records gives all records of one kind, ascending by id.
	Records(ctx context.Context, kind RecordKind) iter.Seq2[Record, error]
}
