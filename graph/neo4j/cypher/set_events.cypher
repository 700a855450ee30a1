// Writes events.
UNWIND $rows AS row
MERGE (e:Event {id: row.id})
SET e = row
