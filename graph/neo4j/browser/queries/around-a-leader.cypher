// Everything around one leader
// All plain edges of one person: what they did, what was done to them, where they were.
MATCH edge = (:Person {name: 'Xi Jinping'})-[what]-(:Actor|Place)
WHERE what.event IS NOT NULL
RETURN edge
LIMIT 200
