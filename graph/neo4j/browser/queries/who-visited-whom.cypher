// Who visited which country
// VISITED leads to the visited country and exists only for visits that took place.
MATCH (visitor:Actor)-[visit:VISITED]->(country:Country)
OPTIONAL MATCH (visitor)-[:AT {event: visit.event}]->(place:Place)
RETURN visitor.name AS visitor, country.name AS country, place.name AS place, visit.date AS date
ORDER BY date DESC, visitor
LIMIT 200
