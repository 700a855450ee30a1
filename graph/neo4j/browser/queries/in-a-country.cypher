// What happened in one country
// In its cities and in the country as a whole. An inferred place comes from the dateline or an enclosing meeting.
MATCH (:Country {name: 'China'})<-[:IN]-(place:Place)<-[:AT]-(event:Event)
WHERE event.status IN ['HAPPENED', 'ONGOING']
WITH event, place ORDER BY event.day DESC, event.id LIMIT 200
RETURN event.date AS date, place.name AS place, event.name AS event, coalesce(event.placeInferred, false) AS inferred
