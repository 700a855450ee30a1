// How many events of some actors pass a filter, counted up to $most.
UNWIND $ends AS end
MATCH (:Actor {id: end})<-[:ACTOR|RECIPIENT]-(n:Event)
WHERE true /* filter */ AND true /* from */
WITH DISTINCT n LIMIT $most
RETURN '' AS parent, count(n) AS count
