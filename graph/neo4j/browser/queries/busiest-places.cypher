// Where most happens
// Places by the number of events that took place there.
MATCH (place:Place)<-[:AT]-(event:Event)
WHERE event.status IN ['HAPPENED', 'ONGOING']
RETURN place.name AS place, place.country AS country, count(event) AS events, collect(event.name)[..5] AS amongThem
ORDER BY events DESC, place
LIMIT 50
