// Friendly and hostile pairs of countries
// The mean Goldstein score of what happened between the people, bodies and governments of two countries.
MATCH (event:Event)-[:ACTOR|RECIPIENT]->(a:Actor), (event)-[:ACTOR|RECIPIENT]->(b:Actor)
WHERE a.country < b.country AND event.score IS NOT NULL AND event.status IN ['HAPPENED', 'ONGOING']
WITH DISTINCT a.country AS one, b.country AS other, event
RETURN one, other, count(event) AS events, round(avg(event.score), 1) AS balance
ORDER BY balance, events DESC, one, other
LIMIT 200
