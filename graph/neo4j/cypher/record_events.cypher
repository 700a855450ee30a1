// All events, for a dump.
MATCH (n:Event)
WHERE n.id >= ''
RETURN n AS node
ORDER BY n.id
