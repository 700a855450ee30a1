.PHONY: demo build test race lint generate train neo4j test-neo4j ci

demo: ## sample articles behind the API, on 127.0.0.1:8080
	go run . demo

build: ## the program, as ./demarche
	go build -o demarche .

test: ## all tests that need nothing but Go
	go test ./...

race: ## the tests of what runs in parallel, under the race detector
	go test -race ./graph/... ./ingest ./ingest/source

lint: ## vet and golangci-lint 2.15
	go vet ./...
	golangci-lint run

generate: ## gqlgen's code from schema.graphqls
	go tool gqlgen generate

train: ## the model of the parser, from a folder of treebanks: make train TREEBANKS=folder
	go run ./ingest/syntax/train $(TREEBANKS)

neo4j: ## a Neo4j with its Browser, from Docker, or Java 17 with Maven; stops with Ctrl-C, its data stay in .cache/neo4j
	go run ./graph/neo4j/neo4jtest/run -home .cache/neo4j

test-neo4j: ## the tests that need such a server (NEO4J_URI, or one of their own)
	DEMARCHE_NEO4J=1 go test -p 1 -timeout 40m . ./graph/neo4j/...

ci: ## what must hold before a change lands
	.ci/run
