// Two countries, day by day
// Events with somebody of either country: the country itself, its people, its bodies. Change the two names.
MATCH (one:Country {name: 'South Korea'})
MATCH (other:Country {name: 'China'})
MATCH (event:Event)
WHERE EXISTS { (event)-[:ACTOR|RECIPIENT]->(a:Actor) WHERE a.country = one.country }
  AND EXISTS { (event)-[:ACTOR|RECIPIENT]->(b:Actor) WHERE b.country = other.country }
WITH event ORDER BY event.day, event.id LIMIT 500
RETURN event.date AS date, event.name AS event, event.status AS status, event.score AS score
