package lexicon

import "strings"

// plural gives the plural of a title by its head word: the one before "of", "for", "to" and the like, before a trailing
// "general" or "elect" that is an adjective, else the last.
//
//	foreign minister -> foreign ministers      secretary of state -> secretaries of state
//	attorney general -> attorneys general      major general      -> major generals
func plural(title string) string {
	head, rest := title, ""
	for _, mark := range []string{" of ", " for ", " to ", " without ", " in ", "-in-", "-at-", " extraordinary", " ad ", "-designate", "-elect"} {
		if i := strings.Index(head, mark); i > 0 {
			head, rest = head[:i], head[i:]+rest
		}
	}
	if office, found := strings.CutSuffix(head, "general"); found && generalIsAdjective(office) {
		head, rest = office[:len(office)-1], head[len(office)-1:]+rest
	}
	return pluralNoun(head) + rest
}

// generalIsAdjective tells the titles in which "general" is no soldier, given what stands before it.
func generalIsAdjective(before string) bool {
	for _, noun := range []string{"secretary", "attorney", "governor", "director", "consul", "prosecutor", "commissioner"} {
		if strings.HasSuffix(before, noun+" ") || strings.HasSuffix(before, noun+"-") {
			return true
		}
	}
	return false
}

func pluralNoun(word string) string {
	switch {
	case strings.HasSuffix(word, "man"): // and "woman"
		return strings.TrimSuffix(word, "man") + "men"
	case strings.HasSuffix(word, "y") && !strings.HasSuffix(word, "ey"):
		return strings.TrimSuffix(word, "y") + "ies"
	case strings.HasSuffix(word, "ss"), strings.HasSuffix(word, "x"), strings.HasSuffix(word, "ch"), strings.HasSuffix(word, "sh"):
		return word + "es"
	}
	return word + "s"
}
