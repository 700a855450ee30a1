// Package sqlite keeps the graph in one file, with no server: graph.Store on SQLite (modernc.org/sqlite, no cgo).
//
//	facts of record                        derived, in the same transaction (graph.Apply)
//	articles ─┬─ sightings ── offices ───▶ forms ─▶ nodes ── names
//	          ├─ mentions                              ┊
//	          └─ reports ────────────────▶ events ── links ── edges
//	                                           documents + words (FTS5): search
//
// The invariant: derived rows are a function of the facts. Whoever empties them and applies the facts again gets the same
// rows, which is why a crash, a repetition or another order of articles cannot change the graph.
//
// The tables (schema.sql has every column), with the article "Xi met Han in Hangzhou" as the example:
//
//	articles   id                     article:seed, with source, title, day … text
//	sightings  article, seq           article:seed, 0 → person:xi-jinping, {"name":"Xi Jinping",…}
//	offices    article, node, seq     article:seed, person:xi-jinping, 0 → president, CHN, 2023-09-23 … 2023-09-23
//	mentions   article, seq           article:seed, 0 → bytes 40 … 50, person:xi-jinping
//	reports    id                     report:4f0c… → article:seed, block MEET|person:han…,person:xi…|2023-09-23, JSON
//	forms      node, form             person:xi-jinping, {"name":"Xi Jinping",…} → in 12 articles
//	nodes      id                     person:xi-jinping → sort key "xi jinping", country CHN, JSON
//	names      node, name             person:xi-jinping, "xi jinping"
//	events     id                     event:4f0c… → MEET, HAPPENED, day 2023-09-23, place:CHN/hangzhou, JSON
//	links      parent, day, event     person:xi-jinping, 2023-09-23, event:4f0c… → actor; the same for the place, the
//	                                  occasion, the articles and the reports: every way to an event is one index
//	edges      id                     event:4f0c…|person:xi-jinping|person:han-duck-soo → MET
//	documents  number                 17 → person:xi-jinping, class 0, name "xi jinping"; words has row 17 of its terms
//
// There is one connection that writes (BEGIN IMMEDIATE, synchronous FULL: what Put returned from is on the disk) and a
// pool that reads; the write-ahead log lets them not wait for each other, and lets several processes share a file. A read
// of many keys is one statement over json_each. Values reach SQL as parameters only, conditions as a tree (where.go).
//
// The package does not decide what an event is, in what order lists come, or what a search finds: graph does, and this
// package translates. It does not answer Cypher, and it does not replicate.
package sqlite
