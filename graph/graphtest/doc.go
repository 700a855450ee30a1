// Package graphtest is the promises of graph.Store as a test suite: one behaviour for every store.
//
//	readings (generated, hand-made) ─┬─▶ the store ─▶ lookups, lists, search, edges, dump
//	                                 │                            ‖  must be equal
//	                                 └─▶ World: the same, worked out in plain Go from the set of readings
//
// World is the invariant in the shape of a program: it knows nothing of order, batches, transactions or time, only the
// set of readings, and uses the pure functions of graph (Merge, Fuse, Title, Edges, Cond.Match, Order.Compare). A store
// that agrees with it after any history keeps the promises.
//
// The suite measures no speed and knows no store's schema. What a store promises beyond graph.Store (crashes, refused
// files, query plans) stands in its own tests.
package graphtest
