// Announced, and then done
// The same kind of event between two of the same participants: first planned or possible, later a fact.
MATCH (planned:Event)-[:ACTOR|RECIPIENT]->(a:Actor)<-[:ACTOR|RECIPIENT]-(done:Event)
WHERE planned.status IN ['PLANNED', 'POSSIBLE'] AND done.status IN ['HAPPENED', 'ONGOING'] AND planned.kind = done.kind
WITH planned, done, collect(DISTINCT a.name) AS both
WHERE size(both) > 1
MATCH (article:Article)-[:REPORTS]->(planned)
WITH planned, done, both, min(article.published) AS announced
WHERE done.day >= announced
RETURN announced, planned.name AS planned, done.date AS held, done.name AS done, both
ORDER BY announced, planned, done
LIMIT 100
