// The number of the last entry to the gate, and whether a writer is in it now.
MATCH (g:Gate {key: 'gate'})
RETURN g.entry AS entry, any(pass IN g.passes WHERE toInteger(split(pass, ' ')[1]) > timestamp() - 30000) AS taken
