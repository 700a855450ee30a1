// Package syntax turns the bytes of an article into sentences, tokens and dependency trees.
//
//	text ──Split──▶ sentences of tokens ──Parse──▶ tags, lemmas, heads, relations, names
//
// The invariant that every later step leans on: a token is a range of the text it was cut from, text[Start:End] is the
// token, tokens and sentences are ordered and never overlap, and no byte of a block that is not space is left outside
// a token. Nothing is rewritten: curly quotes, odd hyphens and missing spaces stay what they are, and only the features
// the model looks at are folded.
//
// Tokens follow the English Universal Dependencies treebanks (do n't, China 's, Beijing - based, re-elected), since that is what
// the model learned from; hyphenated given names (Duck-soo, Jean-Claude) stay whole. Trees use UD relations.
//
// What it does not do: it does not know which blocks of a page are worth reading (article does), who a name stands for
// (mention does), or what happened (event does).
package syntax
