// The events that these reports tell of.
UNWIND $ids AS id
MATCH (:Article)-[:REPORTS {id: id}]->(e:Event)
RETURN id AS report, e AS node
