// Whom one leader met, and where
// The sentence of the field itself: (Person)-[:MET]-(Person)-[:AT]->(Place). Change the name.
MATCH (:Person {name: 'Xi Jinping'})-[met:MET]-(other:Person)-[at:AT]->(place:Place)
WHERE at.event = met.event
RETURN other.name AS met, place.name AS place, met.date AS date
ORDER BY date DESC, met
LIMIT 200
