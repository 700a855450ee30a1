// For each parent, how many of the events that hang on it pass a filter, counted up to $most.
UNWIND $parents AS parent
CALL (parent) {
  MATCH (n:Event) /* of the parent */
  WHERE true /* filter */ AND true /* from */
  WITH DISTINCT n LIMIT $most
  RETURN count(n) AS count
}
RETURN parent, count
