// Where reports of one event disagree
// Different statuses, days or places, side by side: nothing is settled silently.
MATCH (article:Article)-[report:REPORTS]->(event:Event)
WITH event, collect(DISTINCT report.status) AS statuses, collect(DISTINCT report.date) AS dates,
  collect(DISTINCT report.place) AS places, collect(article.source + ': ' + report.evidence) AS sentences
WHERE size(statuses) > 1 OR size(dates) > 1 OR size(places) > 1
RETURN event.name AS event, event.disputed AS disputed, statuses, dates, places, sentences
ORDER BY event
LIMIT 100
