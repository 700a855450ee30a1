// All that was read from all articles, for a dump.
MATCH (r:Reading)
WHERE r.id >= ''
MATCH (a:Article {id: r.id})
RETURN r.id AS id, r.json AS json, a.text AS text
ORDER BY r.id
