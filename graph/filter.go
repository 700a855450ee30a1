package graph

// The filters, in the style of {date: {gte: "2023"}, kind: {in: [MEET, CALL]}, actors: {some: {country: {eq: "CHN"}}}}.
// Everything a filter says must hold; a nil field says nothing. Logic has two values: a comparison with an unknown value
// is false, and its Not is true.

// StringOp compares a text. Names and titles compare folded (see Fold), sources and country codes as they are.
type StringOp struct {
	Eq         *string
	Ne         *string
	In         []string
	Contains   *string
	StartsWith *string
}

// IDOp compares an id.
type IDOp struct {
	Eq *ID
	In []ID
}

// KindOp compares an event's kind.
type KindOp struct {
	Eq *Kind
	Ne *Kind
	In []Kind
}

// TypeOp compares an event's PLOVER type.
type TypeOp struct {
	Eq *Type
	Ne *Type
	In []Type
}

// StatusOp compares an event's status.
type StatusOp struct {
	Eq *Status
	Ne *Status
	In []Status
}

// DateOp compares the first days of dates. An unknown date is neither before nor after any other.
type DateOp struct {
	Eq  *Date
	In  []Date
	Gt  *Date
	Gte *Date
	Lt  *Date
	Lte *Date
}

// BoolOp compares a truth value.
type BoolOp struct {
	Eq *bool
	In []bool
}

// ActorKindOp compares what an actor is.
type ActorKindOp struct {
	Eq *ActorKind
	In []ActorKind
}

// ActorWhere filters actors. Name is any known name.
type ActorWhere struct {
	ID      *IDOp
	Kind    *ActorKindOp
	Name    *StringOp
	Country *StringOp
	And, Or []ActorWhere
	Not     *ActorWhere
}

// ActorsOp asks whether some, or none, of several actors pass a filter.
type ActorsOp struct {
	Some *ActorWhere
	None *ActorWhere
}

// PlaceWhere filters an event by its place.
type PlaceWhere struct {
	ID      *IDOp
	Name    *StringOp
	Country *StringOp
}

// EventWhere filters events.
type EventWhere struct {
	ID           *IDOp
	Kind         *KindOp
	Type         *TypeOp
	Status       *StatusOp
	Date         *DateOp
	Disputed     *BoolOp
	Actors       *ActorsOp
	Recipients   *ActorsOp
	Participants *ActorsOp
	Place        *PlaceWhere
	And, Or      []EventWhere
	Not          *EventWhere
}

// ArticleWhere filters articles.
type ArticleWhere struct {
	ID        *IDOp
	Source    *StringOp
	Title     *StringOp
	Published *DateOp
	And, Or   []ArticleWhere
	Not       *ArticleWhere
}
