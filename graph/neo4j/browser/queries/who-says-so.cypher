// Who says so
// Reports that name their source: the outlet, the agency, the speaker.
MATCH (article:Article)-[report:REPORTS]->(event:Event)
WHERE report.saidBy IS NOT NULL
RETURN article.source AS publisher, report.saidBy AS saidBy, event.name AS event, report.status AS status,
  report.evidence AS sentence
ORDER BY article.published DESC, report.id
LIMIT 200
