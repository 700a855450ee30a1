// Who meets most
// People by the number of their meetings, calls and visits, and of the people they shared them with.
MATCH (person:Person)-[contact:MET|CALLED|VISITED|NEGOTIATED_WITH]-(other:Actor)
RETURN person.name AS person, person.country AS country, count(DISTINCT contact.event) AS contacts,
  collect(DISTINCT other.name)[..10] AS with
ORDER BY contacts DESC, person
LIMIT 50
