// A page of the actors that pass a filter, by folded name and id.
MATCH (n:Actor)
WHERE n.folded >= '' AND true /* filter */ AND true /* from */
RETURN '' AS parent, n AS node
ORDER BY n.folded /* key */, n.id /* id */
LIMIT $limit
