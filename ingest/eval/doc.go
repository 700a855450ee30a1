// Package eval measures the extractor against people who read the same articles: how often is what it says right, and how
// much of what they found does it find?
//
//	gold (annotated by hand) ─┐
//	                          ├─▶ align names ─▶ dyads of either side ─▶ P, R, F1 at three grains, and per kind
//	extract (what we read)   ─┘               └▶ pairs of events     ─▶ place, date, status, attribution
//
// A dyad is (label, source, target): an event with two actors and one recipient makes two. The three grains differ in the
// label and in who stands at its ends:
//
//	state    PLOVER type, state or body       (ACCUSE, KOR, PRK)
//	entity   PLOVER type, person or state     (CONSULT, Xi Jinping, Han Duck-soo)
//	kind     kind, person or state            (MEET, Xi Jinping, Han Duck-soo)
//
// Gold dyads that are not core are neutral: not asked for, and no error when predicted. Attributes are compared on pairs
// of a gold event and the prediction that shares most of its dyads.
//
// Plover measures the types of single sentences in the same spirit, with no actors given. Case and Compare are for the
// project's own small gold cases (testdata/*.txtar): there every field of every report is compared.
//
// The invariant: a figure depends on the gold and the prediction only; the same two give the same figures, in any order of
// articles. It reads no article itself and knows nothing of how the extractor works.
package eval
