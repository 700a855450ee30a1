// The plain edges that touch these nodes; an edge of an event to its place is none of them.
UNWIND $ids AS id
CALL (id) {
  MATCH (n:Actor {id: id})-[r:MET|VISITED|AT]-() RETURN r
  UNION MATCH (n:Place {id: id})-[r:MET|VISITED|AT]-() WHERE r.event IS NOT NULL RETURN r
}
RETURN id AS node, type(r) AS type, startNode(r).id AS from, endNode(r).id AS to, r AS edge
