// A page of the events of some actors that pass a filter, by first day and id.
UNWIND $ends AS end
MATCH (:Actor {id: end})<-[:ACTOR|RECIPIENT]-(n:Event)
WHERE true /* filter */ AND true /* from */
WITH DISTINCT n
RETURN '' AS parent, n AS node
ORDER BY n.day /* key */, n.id /* id */
LIMIT $limit
