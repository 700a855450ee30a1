// What articles say of these nodes, each wording with the number of articles that use it.
UNWIND $ids AS id
MATCH (s:Sighting {node: id})
RETURN s.node AS node, s.json AS json, s.articles AS articles
