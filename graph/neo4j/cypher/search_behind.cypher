// Whether the search has anything at or behind a place in its list.
CALL db.index.fulltext.queryNodes('words', $query) YIELD node AS n
WITH n, CASE
    WHEN n.folded = $text THEN '0'
    WHEN all(term IN $terms WHERE term IN split(n.folded, ' ')) THEN '1'
    ELSE '2'
  END + CASE
    WHEN n:Place THEN '1' WHEN n:Occasion THEN '2' WHEN n:Event THEN '3' WHEN n:Reading THEN '4' ELSE '0'
  END AS key
WHERE false /* from */
WITH n LIMIT 1
RETURN count(n) AS count
