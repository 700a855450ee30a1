// How many events pass a filter, counted up to $most.
MATCH (n:Event)
WHERE true /* filter */ AND true /* from */
WITH n LIMIT $most
RETURN '' AS parent, count(n) AS count
