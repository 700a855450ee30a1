// Writes what was read from articles, in place of what was read from them before.
UNWIND $rows AS row
MERGE (r:Reading {id: row.id})
SET r = row
