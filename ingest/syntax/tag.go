package syntax

// Tag is a universal part of speech (UPOS).
type Tag uint8

// The seventeen tags of Universal Dependencies; the zero Tag means "not tagged".
const (
	NoTag Tag = iota
	ADJ
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
	X
)

var tagNames = []string{
	"_", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",
	"VERB", "X",
}

var tagIndex = labels(tagNames)

func (t Tag) String() string { return name(tagNames, uint8(t)) }

// TagOf reads a tag as String prints it; an unknown name gives NoTag.
func TagOf(s string) Tag { return Tag(tagIndex[s]) }

// XPOS is a Penn Treebank tag, finer than a Tag: it tells tense and form of verbs and number of nouns.
type XPOS uint8

// The Penn tags that later rooms ask for by name; the others are reached with XPOSOf.
const (
	NoXPOS XPOS = iota
	VB          // base form: meet
	VBD         // past: met
	VBG         // meeting
	VBN         // past participle: met
	VBP         // present, not third person singular: meet
	VBZ         // present, third person singular: meets
	MD          // modal: will, may
	NN
	NNS
	NNP
	NNPS
)

var xposNames = []string{
	"_", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD", "NN", "NNS", "NNP", "NNPS",
	"$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW", "HYPH", "IN", "JJ", "JJR", "JJS", "LS",
	"NFP", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "WDT", "WP", "WP$", "WRB", "XX", "``",
}

var xposIndex = labels(xposNames)

func (x XPOS) String() string { return name(xposNames, uint8(x)) }

// XPOSOf reads a Penn tag as String prints it; an unknown name gives NoXPOS.
func XPOSOf(s string) XPOS { return XPOS(xposIndex[s]) }

// Tags, XPOSes and Rels are how many labels of each kind there are, with the one for none.
var (
	Tags   = len(tagNames)
	XPOSes = len(xposNames)
	Rels   = len(relNames)
)
