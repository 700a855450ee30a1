package source_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"demarche/ingest/source"
)

const good = `{"id": "good", "source": "Test Wire", "title": "Ministers meet", "published": "2024-03-05", "text": "Two ministers met."}`

// write makes files in a new folder, by name and content.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// collect reads all paths: the articles without an error or with a remark, and the errors.
func collect(t *testing.T, stdin string, paths ...string) (raws []source.Raw, problems []error) {
	t.Helper()
	for raw, err := range source.Read(t.Context(), paths, strings.NewReader(stdin)) {
		if err != nil {
			problems = append(problems, err)
		}
		if err == nil || errors.Is(err, source.ErrNoDate) {
			raws = append(raws, raw)
		}
	}
	return raws, problems
}

func ids(raws []source.Raw) (out []string) {
	for _, r := range raws {
		out = append(out, r.ID)
	}
	return out
}

func zipped(t *testing.T, text string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestABadInputIsOneErrorThatNamesItAndTheOthersStillCome(t *testing.T) {
	large := `{"text": "` + strings.Repeat("a", source.MaxBytes) + `"}`
	cases := []struct {
		name    string
		files   map[string]string
		path    string // below the folder of files
		origin  string // what the message begins with, below the folder
		want    error  // nil: see message
		message string
	}{
		{"a missing path", nil, "absent.json", "absent.json", fs.ErrNotExist, ""},
		{"an empty file", map[string]string{"a.json": ""}, "a.json", "a.json", source.ErrEmpty, ""},
		{"a file of white space", map[string]string{"a.txt": " \n\t\n"}, "a.txt", "a.txt", source.ErrEmpty, ""},
		{"an empty .jsonl", map[string]string{"a.jsonl": "\n\n"}, "a.jsonl", "a.jsonl", source.ErrEmpty, ""},
		{"an empty .jsonl.gz", map[string]string{"a.jsonl.gz": ""}, "a.jsonl.gz", "a.jsonl.gz", source.ErrEmpty, ""},
		{"invalid UTF-8 in text", map[string]string{"a.txt": "Zo\xeb met Ren\xe9."}, "a.txt", "a.txt", source.ErrUTF8, ""},
		{"invalid UTF-8 in JSON", map[string]string{"a.json": "{\"text\": \"Zo\xeb\"}"}, "a.json", "a.json", source.ErrUTF8, ""},
		{"an article over 10 MB", map[string]string{"a.json": large}, "a.json", "a.json", source.ErrTooLarge, ""},
		{"a line over 10 MB", map[string]string{"a.jsonl": large}, "a.jsonl", "a.jsonl:1", source.ErrTooLarge, ""},
		{"a folder with no article", map[string]string{"d/notes.md": "none"}, "d", "d", source.ErrNoArticle, ""},
		{"a file of another format", map[string]string{"a.pdf": "%PDF"}, "a.pdf", "a.pdf", source.ErrFormat, ""},
		{"JSON without text", map[string]string{"a.json": `{"id": "x"}`}, "a.json", "a.json", source.ErrNoText, ""},
		{"JSON with null text", map[string]string{"a.json": `{"text": null}`}, "a.json", "a.json", source.ErrNoText, ""},
		{"JSON with blank text", map[string]string{"a.json": `{"text": " \n"}`}, "a.json", "a.json", source.ErrNoText, ""},
		{"a page without text", map[string]string{"a.html": "<html><body></body></html>"}, "a.html", "a.html", source.ErrNoText, ""},
		{"broken JSON", map[string]string{"a.json": `{"text": "cut`}, "a.json", "a.json", nil, "broken JSON at byte 13"},
		{"a JSON array", map[string]string{"a.json": `[` + good + `]`}, "a.json", "a.json", nil, "want a JSON object, not a JSON array"},
		{"text that is a number", map[string]string{"a.json": `{"text": 7}`}, "a.json", "a.json", nil, "field text: want a string, not a JSON number"},
		{"a version that is no number", map[string]string{"a.json": `{"text": "a", "version": "2b"}`}, "a.json", "a.json", nil, `version "2b" is no whole number`},
		{"a file that is not compressed", map[string]string{"a.jsonl.gz": good}, "a.jsonl.gz", "a.jsonl.gz", gzip.ErrHeader, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			bad, fine := write(t, c.files), write(t, map[string]string{"before.json": `{"text": "A."}`, "after.json": `{"text": "B."}`})
			raws, problems := collect(t, "", filepath.Join(fine, "before.json"), filepath.Join(bad, c.path), filepath.Join(fine, "after.json"))
			if diff := cmp.Diff([]string{"before", "after"}, ids(raws)); diff != "" {
				t.Errorf("articles: %s", diff)
			}
			if len(problems) != 1 {
				t.Fatalf("problems: %v", problems)
			}
			text := problems[0].Error()
			if !strings.HasPrefix(text, filepath.Join(bad, c.origin)+": ") || strings.Contains(text, "\n") {
				t.Errorf("%q does not begin with the input's name, on one line", text)
			}
			if c.want != nil && !errors.Is(problems[0], c.want) || !strings.Contains(text, c.message) {
				t.Errorf("%q, want %v %s", text, c.want, c.message)
			}
		})
	}
}

func TestABrokenLineIsNamedByItsNumberAndTheLinesAroundItStillCome(t *testing.T) {
	content := `{"text": "One."}` + "\n\n{broken\n" + `{"id": 4, "text": "Four."}` + "\n" + `{"title": "no text"}` + "\n" + `{"text": "Six."}`
	for name, path := range map[string]string{
		"plain":      filepath.Join(write(t, map[string]string{"news.jsonl": content}), "news.jsonl"),
		"compressed": filepath.Join(write(t, map[string]string{"news.jsonl.gz": zipped(t, content)}), "news.jsonl.gz"),
	} {
		t.Run(name, func(t *testing.T) {
			raws, problems := collect(t, "", path)
			if diff := cmp.Diff([]string{"news:1", "4", "news:6"}, ids(raws)); diff != "" {
				t.Error(diff)
			}
			if len(problems) != 2 || !strings.HasPrefix(problems[0].Error(), path+":3: broken JSON") || !errors.Is(problems[1], source.ErrNoText) ||
				!strings.HasPrefix(problems[1].Error(), path+":5: ") {
				t.Errorf("problems: %v", problems)
			}
		})
	}
}

func TestALineOverTheLimitDoesNotHideTheNextOne(t *testing.T) {
	long := `{"text": "` + strings.Repeat("a", source.MaxBytes) + `"}`
	raws, problems := collect(t, long+"\n"+good, "-")
	if len(problems) != 1 || !errors.Is(problems[0], source.ErrTooLarge) || !strings.HasPrefix(problems[0].Error(), "stdin:1: ") {
		t.Errorf("problems: %v", problems)
	}
	if diff := cmp.Diff([]string{"good"}, ids(raws)); diff != "" {
		t.Error(diff)
	}
}

func TestACutOffCompressedFileGivesItsWholeLinesAndOneError(t *testing.T) {
	content := strings.Repeat(good+"\n", 2000)
	whole := zipped(t, content)
	path := filepath.Join(write(t, map[string]string{"cut.jsonl.gz": whole[:len(whole)/2]}), "cut.jsonl.gz")
	raws, problems := collect(t, "", path)
	if len(raws) == 0 || len(problems) != 1 {
		t.Errorf("%d articles, problems %v", len(raws), problems)
	}
}

func TestEveryFieldButTextMayBeAbsentEmptyOrNull(t *testing.T) {
	for _, content := range []string{
		`{"text": "Body."}`,
		`{"id": "", "url": "", "source": "", "title": "", "published": "", "updated": "", "version": "", "text": "Body."}`,
		`{"id": null, "url": null, "source": null, "title": null, "published": null, "updated": null, "version": null, "text": "Body."}`,
	} {
		path := filepath.Join(write(t, map[string]string{"stem.json": content}), "stem.json")
		raws, problems := collect(t, "", path)
		want := []source.Raw{{Origin: path, ID: "stem", Text: "Body."}}
		if diff := cmp.Diff(want, raws); diff != "" || problems != nil {
			t.Errorf("%s: %v %s", content, problems, diff)
		}
	}
}

func TestEveryFieldArrives(t *testing.T) {
	content := `{"id": 17, "url": "https://example.org/a", "source": "Wire", "title": "T", "language": "en",
		"published": "2024-03-05 06:07:08+02:00", "updated": "Tue, 05 Mar 2024 09:00:00 GMT", "version": 3, "text": " \tBody.\r\n", "other": [1]}`
	path := filepath.Join(write(t, map[string]string{"a.json": content}), "a.json")
	raws, problems := collect(t, "", path)
	want := []source.Raw{{
		Origin: path, ID: "17", URL: "https://example.org/a", Source: "Wire", Title: "T", Language: "en",
		Published: "2024-03-05T06:07:08+02:00", Updated: "2024-03-05T09:00:00Z", Version: 3, Text: " \tBody.\r\n",
	}}
	if diff := cmp.Diff(want, raws); diff != "" || problems != nil {
		t.Errorf("%v %s", problems, diff)
	}
}

func TestDatesAreBroughtToOneForm(t *testing.T) {
	for given, want := range map[string]string{
		"2024-03-05":                     "2024-03-05",
		"20240305":                       "2024-03-05",
		"5 March 2024":                   "2024-03-05",
		"March 5, 2024":                  "2024-03-05",
		"Mar 5, 2024":                    "2024-03-05",
		"2024-03":                        "2024-03",
		"2024":                           "2024",
		"2024-03-05T06:07:08Z":           "2024-03-05T06:07:08Z",
		"2024-03-05T06:07:08.123+09:00":  "2024-03-05T06:07:08+09:00",
		"2024-03-05T06:07:08":            "2024-03-05T06:07:08Z",
		"20240305T060708Z":               "2024-03-05T06:07:08Z",
		"Tue, 5 Mar 2024 06:07:08 +0900": "2024-03-05T06:07:08+09:00",
	} {
		raws, problems := collect(t, `{"text": "a", "published": "`+given+`"}`, "-")
		if len(raws) != 1 || raws[0].Published != want || problems != nil {
			t.Errorf("%s: %+v %v, want %s", given, raws, problems, want)
		}
	}
}

func TestAnArticleWithAnUnreadableDateIsKeptWithoutItAndRemarkedOn(t *testing.T) {
	for _, date := range []string{"last Tuesday", "2024-02-30", "31/31/2024"} {
		raws, problems := collect(t, `{"id": "a", "text": "a", "published": "`+date+`"}`, "-")
		if len(raws) != 1 || raws[0].ID != "a" || raws[0].Published != "" {
			t.Errorf("%s: %+v", date, raws)
		}
		if len(problems) != 1 || !errors.Is(problems[0], source.ErrNoDate) || !strings.Contains(problems[0].Error(), date) {
			t.Errorf("%s: %v", date, problems)
		}
	}
}

func TestPlainTextPassesThroughUnchangedButForItsByteOrderMark(t *testing.T) {
	text := "GENEVA —\r\n\r\n  Two  ministers met.\u00a0\n"
	raws, problems := collect(t, "", filepath.Join(write(t, map[string]string{"note.txt": "\uFEFF" + text}), "note.txt"))
	if len(raws) != 1 || raws[0].Text != text || raws[0].ID != "note" || problems != nil {
		t.Errorf("%+v %v", raws, problems)
	}
}

func TestAFolderGivesItsArticlesInOrderOfNameAndLeavesOtherFilesAlone(t *testing.T) {
	dir := write(t, map[string]string{
		"b.txt": "B.", "a.json": `{"text": "A."}`, "sub/c.jsonl": `{"id": "c1", "text": "C."}` + "\n" + `{"id": "c2", "text": "C."}`,
		"sub/d.jsonl.gz": zipped(t, good), "README.md": "no article", "Z.TXT": "Z.",
	})
	raws, problems := collect(t, "", dir)
	if diff := cmp.Diff([]string{"Z.TXT", "a", "b", "c1", "c2", "good"}, ids(raws)); diff != "" || problems != nil {
		t.Errorf("%v %s", problems, diff)
	}
	for _, r := range raws {
		if !strings.HasPrefix(r.Origin, dir) {
			t.Errorf("origin %s", r.Origin)
		}
	}
}

// closed is a file system in which one folder cannot be listed.
type closed struct{ fstest.MapFS }

func (c closed) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == "locked" {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return c.MapFS.ReadDir(name)
}

func TestAFolderThatCannotBeListedDoesNotHideTheOnesBehindIt(t *testing.T) {
	files := closed{fstest.MapFS{"a.txt": {Data: []byte("A.")}, "locked/b.txt": {Data: []byte("B.")}, "open/c.txt": {Data: []byte("C.")}}}
	var found []string
	var problems []error
	for raw, err := range source.FS(files, "news") {
		if err != nil {
			problems = append(problems, err)
			continue
		}
		found = append(found, raw.ID)
	}
	if diff := cmp.Diff([]string{"a", "c"}, found); diff != "" {
		t.Error(diff)
	}
	if len(problems) != 1 || !errors.Is(problems[0], fs.ErrPermission) || !strings.HasPrefix(problems[0].Error(), "news/locked: ") {
		t.Errorf("problems: %v", problems)
	}
}

func TestStandardInputIsJSONLines(t *testing.T) {
	raws, problems := collect(t, good+"\n"+`{"text": "Two."}`+"\n", "-")
	if diff := cmp.Diff([]string{"good", "stdin:2"}, ids(raws)); diff != "" || problems != nil {
		t.Errorf("%v %s", problems, diff)
	}
}

func TestTheWalkEndsWhenItsReaderHasHadEnough(t *testing.T) {
	dir := write(t, map[string]string{"a.txt": "A.", "b.jsonl": good + "\n" + good, "c.txt": "C."})
	n := 0
	for _, err := range source.Read(t.Context(), []string{dir, dir}, nil) {
		if err != nil {
			t.Error(err)
		}
		if n++; n == 2 {
			break
		}
	}
	if n != 2 {
		t.Errorf("%d articles", n)
	}
}
