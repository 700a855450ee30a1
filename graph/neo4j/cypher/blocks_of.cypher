// The keys of the blocks whose events have one of these nodes at an end.
UNWIND $ids AS id
CALL (id) {
  MATCH (:Actor {id: id})<-[:ACTOR|RECIPIENT]-(e:Event) RETURN e.block AS block
  UNION MATCH (:Place {id: id})<-[:AT]-(e:Event) RETURN e.block AS block
  UNION MATCH (:Occasion {id: id})<-[:DURING]-(e:Event) RETURN e.block AS block
}
RETURN DISTINCT block
