// Writes occasions.
UNWIND $rows AS row
MERGE (o:Occasion {id: row.id})
SET o = row.props
