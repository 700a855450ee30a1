// Links articles with the actors, places and occasions they mention, and says how often they do.
UNWIND $rows AS row
MATCH (a:Article {id: row.article})
CALL (row) {
  MATCH (n:Actor {id: row.node}) RETURN n
  UNION MATCH (n:Place {id: row.node}) RETURN n
  UNION MATCH (n:Occasion {id: row.node}) RETURN n
}
CREATE (a)-[:MENTIONS {count: row.count}]->(n)
