// All nodes of one label, for a dump; Country stands for any of them.
MATCH (n:Country)
WHERE n.id >= ''
RETURN n AS node
ORDER BY n.id
