// The actors known by a name.
CALL db.index.fulltext.queryNodes('names', $names) YIELD node AS n
RETURN n.id AS id
