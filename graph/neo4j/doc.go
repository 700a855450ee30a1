// Package neo4j keeps the graph in a Neo4j database, in a shape that people can read in Neo4j Browser.
//
//	(:Article)-[:REPORTS {status, evidence, …}]->(:Event)          one relationship a report
//	(:Article)-[:MENTIONS {count}]->(:Actor|Place|Occasion)
//	(:Event)-[:ACTOR]->(:Actor:Person|Country|Organization)        (:Event)-[:RECIPIENT]->(:Actor)
//	(:Event)-[:AT]->(:Place)-[:IN]->(:Country)                     (:Event)-[:DURING]->(:Occasion)
//	(:Person)-[:REPRESENTS {role, from, to}]->(:Country)
//	(:Person)-[:MET {event, date}]->(:Person)-[:AT {event, date}]->(:Place)    the plain edges of graph.Edges
//
// An example path, of the article about the talks in Hangzhou:
//
//	(Xi Jinping)-[:MET {event: "event:4f0c…", date: "2023-09-23"}]->(Han Duck-soo)-[:AT {event: "event:4f0c…"}]->(Hangzhou)
//
// Labels and keys (each key has a uniqueness constraint, see cypher/schema.cypher):
//
//	Article   id                 what is printed, with its text
//	Actor     id                 a Person, a Country or an Organization: the second label says which
//	Place     id                 a city, or a country as a scene: "China" the Place lies IN "China" the Country
//	Occasion  id
//	Event     id                 has the ids of its ends as properties too, so that one node is the whole event
//	Reading   id                 facts of record: what the extractor read from the article of that id, as JSON
//	Sighting  key                facts of record: how many articles say these same words of this node
//	Lock      key                the writer's lock
//	REPORTS and each plain edge  id
//
// Every node has a readable name, so that the graph reads well with no style sheet. Dates are the strings of graph.Date
// ("2023", "2023-09", "2023-09-23"); day is the first day, never missing, to sort by. folded and words are what lists and
// search compare. A property that says nothing is left out.
//
// The invariant: what Apply computes in one transaction is written in that same transaction, and one transaction writes
// at a time, whoever runs it: the first statement of each takes the one Lock node. Nearly every article names the same few
// great powers, so that finer locks would wait for each other just the same, and could wait in a circle.
//
// Reads are read-committed, as Neo4j's are: a list that is read while an article is written may see part of it.
// What this package does not do: decide anything. What an event is, who somebody is and which edges there are is worked
// out by graph.Apply, for this store as for the other.
package neo4j
