// Draws the plain edges between actors, such as MET and SANCTIONED; the type is one of the table of kinds.
UNWIND $rows AS row
MATCH (a:Actor {id: row.from})
MATCH (b:Actor {id: row.to})
CREATE (a)-[r:$(row.type)]->(b)
SET r = row.props
