// Package neo4jtest runs a real Neo4j Community 5.26, with its Browser, for tests and for trying things out.
//
//	NEO4J_URI set ───────────▶ that server (Shared only; it must be empty, and is emptied after every test)
//	docker info succeeds ────▶ a container of the official image
//	java 17 and mvn ─────────▶ the jars of Maven Central, fetched once into the user's cache directory
//	none of these ───────────▶ one line saying what is missing
//
// Plain `go test ./...` skips every test that needs a server. They run when NEO4J_URI (with NEO4J_USERNAME,
// NEO4J_PASSWORD and NEO4J_DATABASE) or DEMARCHE_NEO4J=1 is set; then a server that cannot be had is a failure and
// not a skip, so that nobody takes a run without a server for a run that passed.
//
// Two ways in, one for each need:
//
//	Shared(t)          one server for the whole test program, emptied for each test; needs Main in TestMain
//	Start(t, Options)  a server of the test's own, with settings, to be killed and restarted at will
//
// A server of the second kind takes about ten seconds to start and 700 MB of memory.
//
// The invariant: a server started here listens on 127.0.0.1 only, with a random password, and ends with the program
// that started it. What it does not do: tune Neo4j, keep old versions, or run a cluster.
package neo4jtest
