// Removes plain edges of one type; TYPE stands for MET, VISITED, AT …
UNWIND $ids AS id
MATCH ()-[r:TYPE {id: id}]->()
DELETE r
