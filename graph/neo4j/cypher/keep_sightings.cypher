// Counts for each wording of a node how many articles more, or fewer, use it; one that no article uses goes.
UNWIND $rows AS row
MERGE (s:Sighting {key: row.key})
ON CREATE SET s.node = row.node, s.json = row.json, s.articles = row.more, s.name = row.key
ON MATCH SET s.articles = s.articles + row.more
WITH s WHERE s.articles <= 0
DELETE s
