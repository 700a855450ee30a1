// What is planned or possible
// Announced, expected or considered, and so never drawn as a plain edge.
MATCH (event:Event)
WHERE event.status IN ['PLANNED', 'POSSIBLE']
MATCH (article:Article)-[report:REPORTS]->(event)
RETURN event.name AS event, event.status AS status, report.evidence AS sentence, article.source AS source
ORDER BY article.published DESC, event
LIMIT 200
