// All that one article says, with its sentences
// In the order of the text. Change the title, or use a part of it.
MATCH (article:Article)-[report:REPORTS]->(event:Event)
WHERE article.title CONTAINS 'Xi tells Han'
WITH article, report, event ORDER BY article.id, report.start, event.id LIMIT 200
RETURN article.title AS article, report.evidence AS sentence, report.kind AS kind, report.status AS status,
  event.name AS event
