package neo4j

import (
	"slices"
	"strings"

	"demarche/graph"
)

var (
	actorsNamed  = list{load("find_actors_named"), load("count_actors_named"), "n.folded"}
	eventsWith   = list{load("find_events_with"), load("count_events_with"), "n.day"}
	idsOfNames   = load("ids_of_names")
	participants = []graph.Field{graph.FieldActors, graph.FieldRecipients, graph.FieldParticipants}
)

// narrow finds a shorter way into a list whose filter names somebody: by the index of names, or from the actors to their
// events. The filter is applied all the same, so that a way that is too wide does no harm.
func narrow(ask asker, l list, c graph.Cond, params map[string]any) (list, error) {
	switch l {
	case actors:
		if names, ok := fixed(c, graph.FieldName); ok {
			params["names"] = anyOf(names)
			return actorsNamed, nil
		}
	case events:
		return throughActors(ask, l, c, params)
	}
	return l, nil
}

func throughActors(ask asker, l list, c graph.Cond, params map[string]any) (list, error) {
	who, ok := someone(c)
	if !ok {
		return l, nil
	}
	if ids, ok := fixed(who, graph.FieldID); ok {
		params["ends"] = ids
		return eventsWith, nil
	}
	names, ok := fixed(who, graph.FieldName)
	if !ok {
		return l, nil
	}
	records, err := ask(idsOfNames, map[string]any{"names": anyOf(names)})
	ids := []string{}
	for _, r := range records {
		ids = append(ids, text(r, "id"))
	}
	params["ends"] = ids
	return eventsWith, err
}

// mostNames is how many names at most the full-text index is asked for at once: it takes 1,024.
const mostNames = 500

// fixed gives the values, one of which the field must have for the condition to hold; ok is false when it says none.
func fixed(c graph.Cond, f graph.Field) (values []string, ok bool) {
	if c.Op == graph.OpAnd {
		for _, sub := range c.Subs {
			if values, ok = fixed(sub, f); ok {
				return values, true
			}
		}
	}
	ok = c.Field == f && (c.Op == graph.OpEq || c.Op == graph.OpIn) && len(c.Values) <= mostNames && !slices.Contains(c.Values, "")
	return c.Values, ok
}

// someone gives what some actor of an event must pass for the condition to hold.
func someone(c graph.Cond) (who graph.Cond, ok bool) {
	if c.Op == graph.OpAnd {
		for _, sub := range c.Subs {
			if who, ok = someone(sub); ok {
				return who, true
			}
		}
	}
	if c.Op == graph.OpSome && slices.Contains(participants, c.Field) {
		return c.Subs[0], true
	}
	return who, false
}

// anyOf asks the index of names, in which each folded name is one word, for any of the names.
func anyOf(names []string) string {
	if len(names) == 0 {
		return `""`
	}
	return `"` + strings.Join(names, `" "`) + `"`
}
