// Links events with the place where they happened.
UNWIND $rows AS row
MATCH (e:Event {id: row.event})
MATCH (p:Place {id: row.node})
CREATE (e)-[:AT]->(p)
