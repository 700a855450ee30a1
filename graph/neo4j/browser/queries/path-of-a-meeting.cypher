// One meeting as a picture
// Xi Jinping met Han Duck-soo, in Hangzhou: three nodes, joined by the plain edges MET and AT of one event.
MATCH path = (:Person {name: 'Xi Jinping'})-[met:MET]-(:Person {name: 'Han Duck-soo'})-[at:AT]->(:Place)
WHERE at.event = met.event
RETURN path
