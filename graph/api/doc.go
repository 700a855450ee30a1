// Package api answers GraphQL over HTTP from any graph.Reader.
//
//	request ─▶ gate (origin, size, media type) ─▶ limits (tokens, depth, cost, deadline) ─▶ resolvers ─▶ response
//	                                                                                          │  ▲
//	                                              ahead: what the selection leads to ◀────────┘  │ what one request
//	                                                │                                            │ has looked up
//	                                                └──▶ graph.Reader, once a level and kind ────┘
//
// The contract is schema.graphqls; gqlgen makes package generated from it, which nobody opens. The resolvers here are a
// file for each noun and a few lines each: they say which field leads to which ids, and nothing else.
//
// The invariant: the number of store calls of a request depends on the query, never on how many things it finds. Two
// devices keep it. Fields that lead to ids are fetched ahead, level by level, for all things of a level at once
// (ahead.go). Fields that are lists of their own (events, met, reports) are asked for once for all parents that the same
// field of the query has (cohort.go). Neither waits for a clock.
//
// An error carries a stable extensions.code and nothing of the store's own words (error.go). The package writes nothing
// and knows no users.
package api
