// What was read from each of these articles, as it is stored.
UNWIND $ids AS id
MATCH (r:Reading {id: id})
MATCH (a:Article {id: id})
RETURN r.id AS id, r.json AS json, a.text AS text
