// How much holds all terms in its words.
CALL db.index.fulltext.queryNodes('words', $query) YIELD node AS n
RETURN count(n) AS count
