// One article as a picture
// What it reports, who takes part, where.
MATCH report = (article:Article)-[:REPORTS]->(event:Event)
WHERE article.title CONTAINS 'Xi tells Han'
OPTIONAL MATCH part = (event)-[:ACTOR|RECIPIENT|AT|DURING]->()
RETURN report, part
LIMIT 200
