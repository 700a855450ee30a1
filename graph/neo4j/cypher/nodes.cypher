// The actors, places and occasions with these ids.
CALL () {
  UNWIND $actors AS id MATCH (n:Actor {id: id}) RETURN n
  UNION ALL UNWIND $places AS id MATCH (n:Place {id: id}) RETURN n
  UNION ALL UNWIND $occasions AS id MATCH (n:Occasion {id: id}) RETURN n
}
RETURN n AS node
