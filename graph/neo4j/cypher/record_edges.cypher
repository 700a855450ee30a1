// All plain edges, for a dump: they alone carry the event they stand for.
MATCH (from)-[r]->(to)
WHERE r.event IS NOT NULL
RETURN type(r) AS type, from.id AS from, to.id AS to, r AS edge
ORDER BY r.id
