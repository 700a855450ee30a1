// Removes actors, places and occasions that no article names any more.
UNWIND $ids AS id
OPTIONAL MATCH (a:Actor {id: id})
OPTIONAL MATCH (p:Place {id: id})
OPTIONAL MATCH (o:Occasion {id: id})
DETACH DELETE a, p, o
