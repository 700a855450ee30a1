package syntax

// repairInversion makes the object behind an inverted verb of saying its subject. The treebanks have few such verbs but
// "said", newspapers many.
//
//	“We will respond,” stated Xi.     stated ─nsubj▶ Xi, not obj
//	not: He left, and stated terms.   The verb does not stand right behind a quotation or comma.
//	not: Xi, reported the talks …     A verb with a subject of its own keeps its object.
func repairInversion(tokens []Token) {
	for i := range tokens {
		t := &tokens[i]
		if t.Rel == Obj && t.Head >= 0 && t.Head < i && inverted(tokens, t.Head, i) {
			t.Rel = Nsubj
		}
	}
}

var verbsOfSaying = set(`say state add note declare announce stress report warn write ask reply tell claim argue explain insist
	emphasize underline reiterate assert comment conclude observe remark recall confirm`)

// inverted tells whether the verb at v, which object i hangs on, ends a quotation or clause and has nothing but i behind it
// to be its subject.
func inverted(tokens []Token, v, i int) bool {
	verb := &tokens[v]
	if verb.XPOS != VBD && verb.XPOS != VBZ || !verbsOfSaying[verb.Lemma] || v == 0 {
		return false
	}
	switch tokens[v-1].Text {
	case ",", `"`, "''", "”", "’", "?", "!":
	default:
		return false
	}
	if i != v+1 && tokens[v+1].Head != i {
		return false
	}
	for k := range tokens {
		if tokens[k].Head == v && tokens[k].Rel.Plain() == Nsubj {
			return false
		}
	}
	return true
}
