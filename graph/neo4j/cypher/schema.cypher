// What makes keys unique and lookups fast; each statement ends with a semicolon.
CREATE CONSTRAINT article_id IF NOT EXISTS FOR (a:Article) REQUIRE a.id IS UNIQUE;
CREATE CONSTRAINT actor_id IF NOT EXISTS FOR (a:Actor) REQUIRE a.id IS UNIQUE;
CREATE CONSTRAINT place_id IF NOT EXISTS FOR (p:Place) REQUIRE p.id IS UNIQUE;
CREATE CONSTRAINT occasion_id IF NOT EXISTS FOR (o:Occasion) REQUIRE o.id IS UNIQUE;
CREATE CONSTRAINT event_id IF NOT EXISTS FOR (e:Event) REQUIRE e.id IS UNIQUE;
CREATE CONSTRAINT reading_id IF NOT EXISTS FOR (r:Reading) REQUIRE r.id IS UNIQUE;
CREATE CONSTRAINT sighting_key IF NOT EXISTS FOR (s:Sighting) REQUIRE s.key IS UNIQUE;
CREATE CONSTRAINT lock_key IF NOT EXISTS FOR (l:Lock) REQUIRE l.key IS UNIQUE;
CREATE CONSTRAINT gate_key IF NOT EXISTS FOR (g:Gate) REQUIRE g.key IS UNIQUE;
CREATE CONSTRAINT reports_id IF NOT EXISTS FOR ()-[r:REPORTS]-() REQUIRE r.id IS UNIQUE;
CREATE INDEX sighting_node IF NOT EXISTS FOR (s:Sighting) ON (s.node);
CREATE INDEX event_block IF NOT EXISTS FOR (e:Event) ON (e.blockId);
CREATE INDEX event_day IF NOT EXISTS FOR (e:Event) ON (e.day);
CREATE INDEX event_kind IF NOT EXISTS FOR (e:Event) ON (e.kind, e.day);
CREATE INDEX article_day IF NOT EXISTS FOR (a:Article) ON (a.day);
CREATE INDEX actor_folded IF NOT EXISTS FOR (a:Actor) ON (a.folded);
CREATE INDEX person_id IF NOT EXISTS FOR (p:Person) ON (p.id);
CREATE INDEX country_id IF NOT EXISTS FOR (c:Country) ON (c.id);
CREATE INDEX organization_id IF NOT EXISTS FOR (o:Organization) ON (o.id);
CREATE INDEX person_name IF NOT EXISTS FOR (p:Person) ON (p.name);
CREATE INDEX country_name IF NOT EXISTS FOR (c:Country) ON (c.name);
CREATE INDEX organization_name IF NOT EXISTS FOR (o:Organization) ON (o.name);
CREATE INDEX place_name IF NOT EXISTS FOR (p:Place) ON (p.name);
CREATE INDEX occasion_name IF NOT EXISTS FOR (o:Occasion) ON (o.name);
CREATE FULLTEXT INDEX words IF NOT EXISTS FOR (n:Actor|Place|Occasion|Event|Reading) ON EACH [n.words]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
CREATE FULLTEXT INDEX names IF NOT EXISTS FOR (n:Actor) ON EACH [n.names]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'keyword'}};
