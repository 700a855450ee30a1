// Links people with the countries they hold an office of.
UNWIND $rows AS row
MATCH (p:Actor {id: row.person})
MATCH (c:Actor {id: row.country})
CREATE (p)-[r:REPRESENTS]->(c)
SET r = row.props
