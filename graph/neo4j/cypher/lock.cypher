// Makes every other writer wait until this transaction ends: writing to the one Lock node takes it.
MERGE (l:Lock {key: 'writer'}) SET l.name = 'lock of the writer'
