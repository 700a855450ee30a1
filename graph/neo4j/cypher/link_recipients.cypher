// Links events with those whom they are directed at; position is the order in which they were named.
UNWIND $rows AS row
MATCH (e:Event {id: row.event})
MATCH (a:Actor {id: row.node})
CREATE (e)-[:RECIPIENT {position: row.position}]->(a)
