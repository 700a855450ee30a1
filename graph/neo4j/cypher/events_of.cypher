// For each parent, a page of the events that hang on it and pass a filter, by first day and id.
UNWIND $parents AS parent
CALL (parent) {
  MATCH (n:Event) /* of the parent */
  WHERE true /* filter */ AND true /* from */
  WITH DISTINCT n
  ORDER BY n.day /* key */, n.id /* id */
  LIMIT $limit
  RETURN collect(n) AS found
}
UNWIND found AS node
RETURN parent, node
