// Links articles with the events they report; the relationship is the report.
UNWIND $rows AS row
MATCH (a:Article {id: row.article})
MATCH (e:Event {id: row.event})
CREATE (a)-[r:REPORTS]->(e)
SET r = row.props
