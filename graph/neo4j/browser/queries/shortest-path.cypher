// The shortest path between two leaders
// Through people and countries that met, called, visited, accused each other …; a place is no link.
MATCH (one:Person {name: 'Kim Jong Un'})
MATCH (other:Person {name: 'Han Duck-soo'})
MATCH path = shortestPath((one)-[*..6]-(other))
WHERE all(node IN nodes(path) WHERE node:Actor) AND all(edge IN relationships(path) WHERE edge.event IS NOT NULL)
RETURN path
