// A page of the events that pass a filter, by first day and id.
MATCH (n:Event)
WHERE n.day >= '' AND true /* filter */ AND true /* from */
RETURN '' AS parent, n AS node
ORDER BY n.day /* key */, n.id /* id */
LIMIT $limit
