package neo4jtest

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// The releases that are run: Neo4j 5.26 is a long-term line, and this Browser is the last one with style sheets.
const (
	neo4jVersion   = "5.26.30"
	browserVersion = "5.24.0"
)

// pom asks Maven for the server and its Browser, and for all that they need at run time.
const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>demarche</groupId><artifactId>neo4jtest</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>` + neo4jVersion + `</version></dependency>
    <dependency><groupId>org.neo4j.client</groupId><artifactId>neo4j-browser</artifactId><version>` + browserVersion + `</version></dependency>
  </dependencies>
</project>
`

// jars gives the directory of the jars, fetched (about 140 MB) when they are not in the cache yet. Two programs
// that fetch at once wait for each other, and a broken fetch leaves nothing behind.
func jars(ctx context.Context) (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	dir := filepath.Join(cache, "demarche", "neo4j-"+neo4jVersion+"-browser-"+browserVersion)
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return "", err
	}
	unlock, err := lock(ctx, dir)
	if err != nil {
		return "", err
	}
	defer unlock()
	if _, err := os.Stat(dir); err == nil {
		return dir, nil
	}
	return dir, fetch(ctx, dir)
}

func fetch(ctx context.Context, dir string) error {
	tmp, err := os.MkdirTemp(filepath.Dir(dir), "fetching-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	if err := os.WriteFile(filepath.Join(tmp, "pom.xml"), []byte(pom), 0o644); err != nil {
		return err
	}
	lib := filepath.Join(tmp, "lib")
	mvn := exec.CommandContext(ctx, "mvn", "-q", "-B", "-f", filepath.Join(tmp, "pom.xml"),
		"org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies",
		"-DincludeScope=runtime", "-DoutputDirectory="+lib)
	if out, err := mvn.CombinedOutput(); err != nil {
		return fmt.Errorf("fetching Neo4j's jars with mvn: %w: %s", err, strings.TrimSpace(string(out)))
	}
	return os.Rename(lib, dir)
}
