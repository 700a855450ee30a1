// Package graph holds the words of the diplomatic event graph, and what follows from them.
//
//	article ─▶ Reading (reports, actors, places, mentions) ─▶ Apply ─▶ Store
//	                                                           │
//	          Merge: sightings of one actor ─▶ the actor ◀─────┤
//	          Fuse:  reports of one block   ─▶ its events ◀────┤
//	          Edges: one event              ─▶ MET, AT … ◀─────┘
//
// A Report is what one article says happened: a fact of record. Actors, events and edges are derived: each is a pure
// function of the set of readings stored, so that order and repetition of articles cannot change them. Apply is that
// derivation, written once; a store lends it a Ledger (one write transaction) and keeps what it computes.
//
// The package sees only the standard library. It reads no files and opens no database; the rooms sqlite and neo4j do.
package graph
