// Which constraints and indexes are there and online: a constraint has the name of its index.
SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN name
