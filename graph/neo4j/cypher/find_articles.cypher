// A page of the articles that pass a filter, by day of publication and id.
MATCH (n:Article)
WHERE n.day >= '' AND true /* filter */ AND true /* from */
RETURN '' AS parent, n AS node
ORDER BY n.day /* key */, n.id /* id */
LIMIT $limit
