// All that these articles report.
UNWIND $ids AS id
MATCH (a:Article {id: id})-[r:REPORTS]->(:Event)
RETURN a.id AS article, r AS report
