// Package mention finds who and where is named in an article: "Han" = Han Duck-soo, South Korea's prime minister;
// "Beijing" the place or "Beijing" the government.
//
//	sentences ─▶ scan 1: who is introduced (title, nationality, name) ─▶ Cast
//	          ─▶ scan 2: every mention, surnames and bare titles too  ─▶ Mentions
//
// The invariant: a mention is a run of whole tokens, and what it names stands in the Cast. Mentions of one sentence do not
// overlap. A capital or a country keeps both readings, the actor and the place; the event room, which knows what the
// words do in the sentence, chooses. Nobody has to be on a list: persons are read from the text.
package mention

import (
	"demarche/graph"
	"demarche/ingest/article"
	"demarche/ingest/lexicon"
	"demarche/ingest/syntax"
)

// Class is what the words of a mention are.
type Class uint8

// The classes.
const (
	Person   Class = iota + 1
	Country        // "South Korea"
	Demonym        // "South Korean", an adjective: it belongs to a noun
	People         // "South Koreans"
	Capital        // "Seoul": place, or the government
	Seat           // "the Kremlin": the government
	Place          // a city or region that is no capital
	Body           // an organization
	Outlet         // a news outlet
	Office         // "the Danish prime minister", without a name
	Organ          // "Russian troops", "the foreign ministry"
	Occasion       // "the Asian Games"
)

// Mention is a run of tokens that names something.
type Mention struct {
	graph.Span
	First, Last int // tokens [First, Last) of the sentence
	Class       Class
	Actor       graph.ID // who the words may name; "" nobody
	Place       graph.ID // where the words may name; "" nowhere
	Occasion    graph.ID // of an Occasion
	Country     string   // alpha-3 of the country the words belong to, if any
	Title       string   // of an Office: "prime minister"
	Rank        string   // of an Office: the title's class, HEAD_OF_STATE …
	Plural      bool     // of an Office: "foreign ministers"
}

// Text is an article with its mentions: what the event room reads.
type Text struct {
	Document  article.Document
	Sentences []syntax.Sentence
	Mentions  [][]Mention // by sentence, in order
	Cast      *Cast
	Dateline  graph.ID // the place of the dateline, "" if none or unknown
}

// Find names everybody in the parsed sentences of a document. The names that the parse recognised are the fallback for
// persons that neither a list nor a title gives away.
func Find(doc article.Document, sentences []syntax.Sentence, lex *lexicon.Lexicon) Text {
	cast := newCast(doc, lex)
	t := Text{Document: doc, Sentences: sentences, Mentions: make([][]Mention, len(sentences)), Cast: cast, Dateline: cast.dateline()}
	scan := func(i int, linking bool) scanner {
		s := scanner{
			cast: cast, lex: lex, tokens: sentences[i].Tokens, words: words(sentences[i]), names: sentences[i].Names, linking: linking,
		}
		s.scan()
		return s
	}
	for _, s := range sentences {
		for _, n := range s.Names {
			if n.Class == syntax.Person && n.To == n.From+1 {
				cast.surnames[s.Tokens[n.From].Text] = true
			}
		}
	}
	for i := range sentences {
		scan(i, false)
	}
	cast.settle()
	for i := range sentences {
		s := scan(i, true)
		t.Mentions[i] = s.found
	}
	return t
}

func words(s syntax.Sentence) []string {
	out := make([]string, len(s.Tokens))
	for i, t := range s.Tokens {
		out[i] = t.Text
	}
	return out
}

// At gives the mention of a sentence that covers a token; nil if there is none.
func (t Text) At(sentence, token int) *Mention {
	for i := range t.Mentions[sentence] {
		if m := &t.Mentions[sentence][i]; m.First <= token && token < m.Last {
			return m
		}
	}
	return nil
}
