// Links places with the countries they lie in.
UNWIND $rows AS row
MATCH (p:Place {id: row.place})
MATCH (c:Actor {id: row.country})
MERGE (p)-[:IN]->(c)
