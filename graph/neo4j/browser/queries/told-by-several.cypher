// What several publishers report
// One event, many reports: each with its own words.
MATCH (article:Article)-[report:REPORTS]->(event:Event)
WITH event, count(DISTINCT article.source) AS publishers,
  collect({source: article.source, sentence: report.evidence}) AS reports
WHERE publishers > 1
RETURN event.name AS event, publishers, reports
ORDER BY publishers DESC, event
LIMIT 100
