// A page of the actors known by a name that pass a filter, by folded name and id.
CALL db.index.fulltext.queryNodes('names', $names) YIELD node AS n
WITH n WHERE true /* filter */ AND true /* from */
RETURN '' AS parent, n AS node
ORDER BY n.folded /* key */, n.id /* id */
LIMIT $limit
