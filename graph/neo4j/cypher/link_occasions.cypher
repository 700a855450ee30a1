// Links events with the occasion that they were part of.
UNWIND $rows AS row
MATCH (e:Event {id: row.event})
MATCH (o:Occasion {id: row.node})
CREATE (e)-[:DURING]->(o)
