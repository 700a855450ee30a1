// Package lexicon holds what a reader of diplomatic news knows before opening the paper: how countries, their people,
// capitals and palaces are called, which bodies and news outlets there are, which words are titles of office, and where
// the cities lie.
//
//	data/*.tsv ──Load──▶ Lexicon ──Longest(words)──▶ entries of the longest phrase that begins there
//	data/gazetteer.tsv.gz ─(first use)─▶ Cities(name), LongestCity(words)
//
// The tables are embedded and read-only; a Lexicon never changes and may be shared between goroutines.
//
// One rule decides how a phrase of the tables matches a text. Both are cut into pieces at spaces, hyphens and
// apostrophes, full stops and accents are dropped, and each piece of the table that holds a capital letter must be
// written with the same capitals or all in capitals, while a piece without one may be written in any case:
//
//	table                 matches                               does not match
//	US                    US, U.S.                              us, Us
//	Turkey                Turkey, TURKEY                        turkey
//	foreign minister      foreign minister, Foreign Minister
//	the Hague             The Hague, the Hague                  the hague
//	secretary-general     secretary-general as one word or three, secretary general
//
// The invariant: what Longest returns was spelled by whole words, from the first word given to it.
//
// It does not decide what a phrase means where it stands: "Washington" the city, the government or the general is the
// business of the reader, who is told by Entry.Also that there is more than one way to take it. It knows no person.
package lexicon
