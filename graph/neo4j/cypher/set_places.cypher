// Writes places.
UNWIND $rows AS row
MERGE (p:Place {id: row.id})
SET p = row.props
