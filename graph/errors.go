package graph

import "errors"

// What can go wrong in the words of the graph; a store wraps these with the name of the thing.
var (
	// ErrInvalid is a reading, a page or a filter that breaks a promise of its type: a span outside its text, a report
	// whose actor the reading does not hold.
	ErrInvalid = errors.New("invalid")
	// ErrCursor is a cursor that this order did not give out.
	ErrCursor = errors.New("not a cursor of this list")
	// ErrReadOnly is a write to a store that only reads.
	ErrReadOnly = errors.New("store is read-only")
)
