// Find by words
// All words must stand in the name, the other names, or the text. Small letters, no accents; + before each word.
CALL db.index.fulltext.queryNodes('words', '+hangzhou') YIELD node
RETURN labels(node)[-1] AS what, node.name AS name, node.id AS id
ORDER BY what, name
LIMIT 100
