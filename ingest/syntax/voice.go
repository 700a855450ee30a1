package syntax

// Tense is when, by its form and its auxiliaries, a verb places what it tells. It is grammar, not fact: "is to visit"
// and "visits on Monday" are Present.
type Tense uint8

// The tenses. NoTense is that of infinitives, participles alone, and everything that is no verb.
const (
	NoTense Tense = iota
	Past          // met, had met, was met, has met
	Present       // meets, is meeting
	Future        // will meet, is going to meet
	Modal         // may meet, would meet, could have met
)

var tenseNames = []string{"_", "past", "present", "future", "modal"}

func (t Tense) String() string { return name(tenseNames, uint8(t)) }

// Passive tells whether token i is a verb in the passive: "was signed", "a deal signed by both" is not told by relation
// and gives false.
func (s *Sentence) Passive(i int) bool {
	for k := range s.Tokens {
		if t := &s.Tokens[k]; t.Head == i && (t.Rel == AuxPass || t.Rel == NsubjPass || t.Rel == CsubjPass) {
			return true
		}
	}
	return false
}

// Tense is the tense of the verb, or of the predicate with a copula, at token i of a parsed sentence. The first auxiliary
// decides, else the verb's own form.
//
//	will be signed  Future        has signed  Past        could have met  Modal        to sign  NoTense
func (s *Sentence) Tense(i int) Tense {
	verb := &s.Tokens[i]
	perfect, first := false, NoTense
	for k := range s.Tokens {
		t := &s.Tokens[k]
		if t.Head != i || t.Rel.Plain() != Aux && t.Rel != Cop {
			continue
		}
		if first == NoTense {
			first = auxTense(t)
		}
		perfect = perfect || t.Lemma == "have"
	}
	switch {
	case perfect && first == Present:
		return Past
	case first == Present && verb.Lemma == "go" && verb.XPOS == VBG && s.governsInfinitive(i):
		return Future
	case first != NoTense:
		return first
	case verb.Tag == VERB || verb.Tag == AUX:
		return formTense(verb.XPOS)
	}
	return NoTense
}

// governsInfinitive: "going" in "is going to meet".
func (s *Sentence) governsInfinitive(i int) bool {
	for k := range s.Tokens {
		if t := &s.Tokens[k]; t.Head == i && t.Rel == Xcomp && t.XPOS == VB {
			return true
		}
	}
	return false
}

func auxTense(t *Token) Tense {
	if t.XPOS != MD {
		return formTense(t.XPOS)
	}
	switch t.Lemma {
	case "will", "shall", "'ll":
		return Future
	}
	return Modal
}

func formTense(x XPOS) Tense {
	switch x {
	case VBD:
		return Past
	case VBZ, VBP:
		return Present
	}
	return NoTense
}
