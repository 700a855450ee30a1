// Sanctions, expulsions, attacks and other material conflict
// Events of PLOVER's class "material conflict", with the Goldstein score of their code (-10 worst).
MATCH (event:Event {quad: 'MATERIAL_CONFLICT'})-[:ACTOR]->(actor:Actor)
OPTIONAL MATCH (event)-[:RECIPIENT]->(target:Actor)
RETURN event.date AS date, actor.name AS actor, event.kind AS kind, target.name AS target, event.status AS status,
  event.score AS score
ORDER BY event.day DESC, event.id
LIMIT 200
