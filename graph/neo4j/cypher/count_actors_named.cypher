// How many actors known by a name pass a filter, counted up to $most.
CALL db.index.fulltext.queryNodes('names', $names) YIELD node AS n
WITH n WHERE true /* filter */ AND true /* from */
WITH n LIMIT $most
RETURN '' AS parent, count(n) AS count
