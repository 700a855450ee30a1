// Who represents which country
// Offices as the articles show them: from and to are the first and last day on which somebody is seen in office.
MATCH (person:Person)-[office:REPRESENTS]->(country:Country)
RETURN country.name AS country, person.name AS person, office.role AS office, office.from AS from, office.to AS to
ORDER BY country, person, office
LIMIT 500
