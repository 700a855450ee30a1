// The reports with these ids, and the articles they stand in.
UNWIND $ids AS id
MATCH (a:Article)-[r:REPORTS {id: id}]->(:Event)
RETURN a.id AS article, r AS report
