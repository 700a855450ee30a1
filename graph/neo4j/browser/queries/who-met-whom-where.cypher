// Who met whom, where and when
// Every meeting that took place, the latest first; a meeting whose place nobody gives has none.
MATCH (one:Actor)-[met:MET]->(other:Actor)
OPTIONAL MATCH (other)-[at:AT {event: met.event}]->(place:Place)
RETURN one.name AS who, other.name AS whom, place.name AS place, met.date AS date
ORDER BY date DESC, who, whom
LIMIT 200
