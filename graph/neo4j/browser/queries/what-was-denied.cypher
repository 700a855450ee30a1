// What was denied or called off
// Each denial with the sentence it stands in and who says so.
MATCH (article:Article)-[report:REPORTS]->(event:Event)
WHERE report.status IN ['DENIED', 'CANCELLED']
RETURN event.name AS event, report.status AS status, report.evidence AS sentence, report.saidBy AS saidBy,
  article.source AS source
ORDER BY article.published DESC, event
LIMIT 200
