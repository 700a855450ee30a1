// Takes a writer's pass away.
MATCH (g:Gate {key: 'gate'})
SET g.passes = [old IN g.passes WHERE old <> $pass]
