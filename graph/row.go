package graph

// EventRow is an event as conditions see it; nodes looks up its actors and its place.
func EventRow(e Event, nodes func(ID) Node) Row { return eventRow{e, nodes} }

// ActorRow is an actor as conditions see it.
func ActorRow(a Actor) Row { return actorRow{a.Named()} }

// ArticleRow is an article as conditions see it.
func ArticleRow(a Article) Row { return articleRow{a} }

type eventRow struct {
	Event
	nodes func(ID) Node
}

func (r eventRow) Values(f Field) []string {
	switch f {
	case FieldID:
		return []string{string(r.ID)}
	case FieldKind:
		return []string{string(r.Kind)}
	case FieldType:
		return []string{string(r.Type)}
	case FieldStatus:
		return []string{string(r.Status)}
	case FieldDate:
		return []string{r.Date.First()}
	case FieldDisputed:
		if r.Disputed {
			return []string{"true"}
		}
		return []string{"false"}
	}
	return r.placeValues(f)
}

func (r eventRow) placeValues(f Field) []string {
	place, ok := r.nodes(r.Place).(Place)
	if !ok {
		return nil
	}
	switch f {
	case FieldPlace:
		return []string{string(place.ID)}
	case FieldPlaceName:
		return []string{Fold(place.Name)}
	case FieldPlaceCountry:
		return []string{place.Country}
	}
	return nil
}

func (r eventRow) Rows(f Field) []Row {
	ids := r.Participants()
	switch f {
	case FieldActors:
		ids = r.Actors
	case FieldRecipients:
		ids = r.Recipients
	}
	var rows []Row
	for _, id := range ids {
		if a, ok := r.nodes(id).(Actor); ok {
			rows = append(rows, ActorRow(a))
		}
	}
	return rows
}

type actorRow struct{ Identity }

func (r actorRow) Values(f Field) []string {
	switch f {
	case FieldID:
		return []string{string(r.ID)}
	case FieldKind:
		return []string{string(r.Kind)}
	case FieldCountry:
		return []string{r.Country}
	case FieldName:
		names := []string{Fold(r.Name)}
		for _, alias := range r.Aliases {
			names = append(names, Fold(alias))
		}
		return names
	}
	return nil
}

func (r actorRow) Rows(Field) []Row { return nil }

type articleRow struct{ Article }

func (r articleRow) Values(f Field) []string {
	switch f {
	case FieldID:
		return []string{string(r.ID)}
	case FieldSource:
		return []string{r.Source}
	case FieldTitle:
		return []string{Fold(r.Title)}
	case FieldPublished:
		return []string{r.Published.First()}
	}
	return nil
}

func (r articleRow) Rows(Field) []Row { return nil }
