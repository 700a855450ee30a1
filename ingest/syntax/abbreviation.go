package syntax

import (
	"strings"
	"unicode/utf8"
)

// dotted says what the dot behind a short form can mean.
type dotted uint8

const (
	notAbbreviated dotted = iota
	neverEnds             // Mr. Gen. Nos.: a name or number follows
	mayEnd                // U.S. Inc. p.m.: a new sentence may follow
)

var titles = set(`mr mrs ms dr prof gen lt col sgt capt maj cmdr cdr adm brig sen rep gov pres rev hon st amb supt msgr mme mlle messrs
	reps sens gens drs profs fr ft mt vs no nos fig figs art arts approx op vol vols pp ed eds cf e.g i.e viz spc pvt cpl insp
	atty asst assn dept univ secy dir`)

var enders = set(`inc corp ltd co cos bros jr sr esq etc al ave blvd rd bldg llc plc est ext jan feb mar apr jun jul aug sep sept oct
	nov dec mon tue tues wed thu thur thurs fri sat sun a.m p.m u.s u.n u.k u.s.a d.c e.u u.a.e ph.d m.d b.a m.a calif ala ariz ark
	colo conn fla ga ill ind kan ky mass md mich minn miss mont neb nev okla ore pa tenn tex va wash wis`)

// words that are also ordinary words take the dot only when written with a capital: Sat. and Sun., but "he sat."
var capitalOnly = set(`no mar jun sat sun mon wed fri ill ind pa va ga md mass miss wash ore art op fig rep gen col hon st dir ed fr ft mt
	co est nov dec jan feb ark`)

// numbered short forms take the dot only before a number: No. 5, but "He said no."
var numbered = set(`no nos fig figs art arts op vol vols pp`)

// starters are words that, with a capital, most likely begin a sentence even behind an abbreviation.
var starters = set(`The A An He She It They We You I In On At But And Or So If When While As After Before Since Although Though For From
	With By His Her Its Their Our My Your This That These Those There Here What Who How Why Both Some Many Most Several Other Another
	However Meanwhile According Earlier Last Also To Not No One Two Under During Despite Asked Then`)

// abbreviation looks a word up as it stands before a dot.
func abbreviation(word string) dotted {
	if len(word) > 8 {
		return notAbbreviated
	}
	lower := strings.ToLower(word)
	first := word[0] >= 'A' && word[0] <= 'Z'
	switch {
	case capitalOnly[lower] && !first:
		return notAbbreviated
	case titles[lower]:
		return neverEnds
	case enders[lower]:
		return mayEnd
	case strings.Contains(word, ".") && acronym(word):
		return mayEnd
	}
	return notAbbreviated
}

// acronym: single letters with dots between them, as in N.A.T.O
func acronym(word string) bool {
	for part := range strings.SplitSeq(word, ".") {
		if utf8.RuneCountInString(part) != 1 {
			return false
		}
	}
	return true
}
