package syntax

import "strings"

// Rel is a Universal Dependencies relation, with the subtypes of the English treebanks.
type Rel uint8

// The relations. The zero Rel means "not parsed".
const (
	NoRel Rel = iota
	Acl
	AclRelcl
	Advcl
	AdvclRelcl
	Advmod
	Amod
	Appos
	Aux
	AuxPass
	Case
	Cc
	CcPreconj
	Ccomp
	Compound
	CompoundPrt
	Conj
	Cop
	Csubj
	CsubjOuter
	CsubjPass
	Dep
	Det
	DetPredet
	Discourse
	Dislocated
	Expl
	Fixed
	Flat
	Goeswith
	Iobj
	List
	Mark
	Nmod
	NmodDesc
	NmodPoss
	NmodUnmarked
	Nsubj
	NsubjOuter
	NsubjPass
	Nummod
	Obj
	Obl
	OblAgent
	OblUnmarked
	Orphan
	Parataxis
	Punct
	Reparandum
	Root
	Vocative
	Xcomp
)

var relNames = []string{
	"_", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "cc:preconj", "ccomp",
	"compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep", "det", "det:predet", "discourse",
	"dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked",
	"nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct",
	"reparandum", "root", "vocative", "xcomp",
}

var relIndex = labels(relNames)

func (r Rel) String() string { return name(relNames, uint8(r)) }

// RelOf reads a relation as String prints it. An unknown subtype gives its plain relation, an unknown relation Dep.
func RelOf(s string) Rel {
	if r, ok := relIndex[s]; ok {
		return Rel(r)
	}
	plain, _, _ := strings.Cut(s, ":")
	if r, ok := relIndex[plain]; ok {
		return Rel(r)
	}
	return Dep
}

// plainRels holds the relation without its subtype of each.
var plainRels = func() []Rel {
	plain := make([]Rel, len(relNames))
	for i, s := range relNames {
		s, _, _ = strings.Cut(s, ":")
		plain[i] = Rel(relIndex[s])
	}
	return plain
}()

// Plain is the relation without its subtype: nsubj for nsubj:pass.
func (r Rel) Plain() Rel {
	if int(r) < len(plainRels) {
		return plainRels[r]
	}
	return NoRel
}
