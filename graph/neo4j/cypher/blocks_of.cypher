// The keys of the blocks whose events have one of these nodes at an end.
CALL () {
  UNWIND $actors AS id MATCH (:Actor {id: id})<-[:ACTOR|RECIPIENT]-(e:Event) RETURN e.block AS block
  UNION UNWIND $places AS id MATCH (:Place {id: id})<-[:AT]-(e:Event) RETURN e.block AS block
  UNION UNWIND $occasions AS id MATCH (:Occasion {id: id})<-[:DURING]-(e:Event) RETURN e.block AS block
}
RETURN block
