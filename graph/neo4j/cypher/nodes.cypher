// The actors, places and occasions with these ids.
UNWIND $ids AS id
CALL (id) {
  MATCH (n:Actor {id: id}) RETURN n
  UNION MATCH (n:Place {id: id}) RETURN n
  UNION MATCH (n:Occasion {id: id}) RETURN n
}
RETURN n AS node
