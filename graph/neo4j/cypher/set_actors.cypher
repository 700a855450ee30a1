// Writes actors, each with its second label: Person, Country or Organization.
UNWIND $rows AS row
MERGE (a:Actor {id: row.id})
SET a = row.props, a:$(row.label)
