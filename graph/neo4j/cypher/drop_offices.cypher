// Forgets which countries these people represent.
UNWIND $ids AS id
MATCH (:Actor {id: id})-[r:REPRESENTS]->()
DELETE r
