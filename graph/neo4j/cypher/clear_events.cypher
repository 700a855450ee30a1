// Takes their relationships from events that are about to be written again.
UNWIND $ids AS id
MATCH (e:Event {id: id})-[r:ACTOR|RECIPIENT|AT|DURING|REPORTS]-()
DELETE r
