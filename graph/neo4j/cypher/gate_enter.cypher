// Lets a writer into the gate: the next entry, a pass of its number and time; passes of writers long gone are taken away.
MERGE (g:Gate {key: 'gate'})
ON CREATE SET g.name = 'gate of the writer', g.entry = 0, g.passes = []
SET g.entry = g.entry + 1
WITH g, toString(g.entry) + ' ' + toString(timestamp()) AS pass
SET g.passes = [old IN g.passes WHERE toInteger(split(old, ' ')[1]) > timestamp() - 30000] + pass
RETURN pass
