// The stored events of these blocks, each with its reports and the articles they stand in.
UNWIND $keys AS key
MATCH (e:Event {blockId: key})
RETURN e.block AS block, e AS event, [(a:Article)-[r:REPORTS]->(e) | {article: a.id, report: properties(r)}] AS reports
