// The evidence behind a plain edge
// From MET to its event, to the articles that report it and to their very words.
MATCH (:Person {name: 'Xi Jinping'})-[met:MET]-(:Person {name: 'Han Duck-soo'})
MATCH (article:Article)-[report:REPORTS]->(event:Event {id: met.event})
RETURN event.name AS event, article.source AS source, article.published AS published, report.evidence AS sentence,
  report.saidBy AS saidBy, article.url AS url
ORDER BY published, source
LIMIT 200
