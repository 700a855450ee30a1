// How many articles pass a filter, counted up to $most.
MATCH (n:Article)
WHERE true /* filter */ AND true /* from */
WITH n LIMIT $most
RETURN '' AS parent, count(n) AS count
