package graph

import "context"

// NamedActor is the actor that a person means by a name (folded; any known name): of several the one that takes part in
// most events, then the one with the least id. It is nil when no actor has the name.
func NamedActor(ctx context.Context, s Lists, name string) (Actor, error) {
	found, err := s.FindActors(ctx, ActorWhere{Name: &StringOp{Eq: &name}}, ByName, Page{First: MaxPage})
	if err != nil || len(found.Items) == 0 {
		return nil, err
	}
	if len(found.Items) == 1 {
		return found.Items[0], nil
	}
	ids := make([]ID, len(found.Items))
	for i, a := range found.Items {
		ids[i] = a.NodeID()
	}
	events, err := s.EventsOf(ctx, ids, EventWhere{}, ByDate, Page{First: 1, Total: true})
	if err != nil {
		return nil, err
	}
	best := 0
	for i := range ids {
		more := events[i].Total - events[best].Total
		if more > 0 || more == 0 && ids[i] < ids[best] {
			best = i
		}
	}
	return found.Items[best], nil
}
