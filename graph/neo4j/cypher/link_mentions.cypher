// Links articles with the nodes of one label that they mention, and says how often they do; Actor stands for any label.
UNWIND $rows AS row
MATCH (a:Article {id: row.article})
MATCH (n:Actor {id: row.node})
CREATE (a)-[:MENTIONS {count: row.count}]->(n)
