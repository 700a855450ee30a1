// Links events with those who act; position is the order in which they were named.
UNWIND $rows AS row
MATCH (e:Event {id: row.event})
MATCH (a:Actor {id: row.node})
CREATE (e)-[:ACTOR {position: row.position}]->(a)
