// Draws the plain edges from the participants of an event to its place.
UNWIND $rows AS row
MATCH (a:Actor {id: row.from})
MATCH (p:Place {id: row.to})
CREATE (a)-[r:AT]->(p)
SET r = row.props
