// Writes articles, in place of those with the same id.
UNWIND $rows AS row
MERGE (a:Article {id: row.id})
SET a = row
