package article_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"demarche/graph"
	"demarche/ingest/article"
	"demarche/ingest/source"
)

func parse(text string) article.Document { return article.Parse(source.Raw{ID: "a", Text: text}) }

// blocks are the texts of a document's blocks.
func blocks(d article.Document) (out []string) {
	for _, b := range d.Blocks {
		out = append(out, strings.TrimSpace(b.Of(d.Article.Text)))
	}
	return out
}

const report = "The two ministers met on Monday and agreed to reopen the border."

func TestADatelineIsReadInTheShapesThatAgenciesWriteIt(t *testing.T) {
	for head, want := range map[string]struct {
		cities         []string
		region, agency string
		date           graph.Date // for an article of 2024
	}{
		"BEIJING, Sept 23 (Reuters) - ":             {[]string{"BEIJING"}, "", "Reuters", "2024-09-23"},
		"BEIJING/SEOUL, Sept 23 (Reuters) – ":       {[]string{"BEIJING", "SEOUL"}, "", "Reuters", "2024-09-23"},
		"SEOUL, Sept. 26 (Yonhap) -- ":              {[]string{"SEOUL"}, "", "Yonhap", "2024-09-26"},
		"HAVANA, Nov. 4, 2005 (Xinhua) -- ":         {[]string{"HAVANA"}, "", "Xinhua", "2005-11-04"},
		"RAMALLAH, West Bank 1996-08-28 - ":         {[]string{"RAMALLAH"}, "West Bank", "", "1996-08-28"},
		"WARSAW, Poland (AP) _ ":                    {[]string{"WARSAW"}, "Poland", "AP", ""},
		"SEOUL (Yonhap) — ":                         {[]string{"SEOUL"}, "", "Yonhap", ""},
		"Beijing (AFP) – ":                          {[]string{"Beijing"}, "", "AFP", ""},
		"GENEVA — ":                                 {[]string{"GENEVA"}, "", "", ""},
		"TOKYO, Japan – ":                           {[]string{"TOKYO"}, "Japan", "", ""},
		"PORT LOUIS, 5 May (Wire) - ":               {[]string{"PORT LOUIS"}, "", "Wire", "2024-05-05"},
		"London, 5 May 2001 — ":                     {[]string{"London"}, "", "", "2001-05-05"},
		"Oslo, June 3, 2024 - ":                     {[]string{"Oslo"}, "", "", "2024-06-03"},
		"Buenos Aires, Dec 12 (Meridian Wire) - ":   {[]string{"Buenos Aires"}, "", "Meridian Wire", "2024-12-12"},
		"SÃO PAULO, 2 de (x) ":                      {},
		"CNN — ":                                    {nil, "", "CNN", ""},
		"Hong Kong CNN — ":                          {[]string{"Hong Kong"}, "", "CNN", ""},
		"WASHINGTON, D.C. (UPI) -- ":                {[]string{"WASHINGTON"}, "D.C.", "UPI", ""},
		"N'DJAMENA, Chad, Jan 3 (Harbour Wire) -- ": {[]string{"N'DJAMENA"}, "Chad", "Harbour Wire", "2024-01-03"},
	} {
		t.Run(head, func(t *testing.T) {
			d := parse(head + report)
			got := d.Dateline
			if want.cities == nil && want.agency == "" {
				if got.Span.Len() != 0 {
					t.Errorf("%+v, want none", got)
				}
				return
			}
			if diff := cmp.Diff(want.cities, got.Cities); diff != "" || got.Region != want.region || got.Agency != want.agency || got.Date(2024) != want.date {
				t.Errorf("%+v, dated %s: %s", got, got.Date(2024), diff)
			}
			if diff := cmp.Diff([]string{report}, blocks(d)); diff != "" {
				t.Errorf("blocks: %s", diff)
			}
			if got.Span.Of(d.Article.Text) != head {
				t.Errorf("masks %q", got.Span.Of(d.Article.Text))
			}
		})
	}
}

func TestWhatOnlyLooksLikeADatelineStaysInTheReport(t *testing.T) {
	for _, text := range []string{
		"The minister — a former judge — met her colleague in Oslo on Monday.",
		"On Sept 23, the two ministers met in Oslo and signed a treaty.",
		"China and Japan - neighbours for two thousand years - agreed to talk.",
		"In Paris, on 5 May 2001, the two ministers signed the treaty that ended it.",
	} {
		d := parse(text)
		if d.Dateline.Span.Len() != 0 {
			t.Errorf("%q gives %+v", text, d.Dateline)
		}
		if diff := cmp.Diff([]string{text}, blocks(d)); diff != "" {
			t.Error(diff)
		}
	}
}

func TestADatelineWithoutAYearHasNoDayWithoutOne(t *testing.T) {
	line := parse("SEOUL, Sept. 26 (Yonhap) -- " + report).Dateline
	if got := line.Date(0); got != "" {
		t.Errorf("dated %s", got)
	}
	if got := parse("SEOUL, Feb. 30 (Yonhap) -- " + report).Dateline.Date(2024); got != "" {
		t.Errorf("30 February is %s", got)
	}
}

func TestTheDayOfWritingIsTheDatelinesUnlessPublicationSaysOtherwise(t *testing.T) {
	for _, c := range []struct {
		name, published, head string
		want                  graph.Date
	}{
		{"the dateline's, published a day later", "2024-03-06", "OSLO, March 5 (Wire) - ", "2024-03-05"},
		{"the dateline's, across the new year", "2024-01-02", "OSLO, Dec 31 (Wire) - ", "2023-12-31"},
		{"publication's, when the dateline is months away", "2024-03-06", "OSLO, Nov 5 (Wire) - ", "2024-03-06"},
		{"publication's, without a dateline", "2024-03-06", "", "2024-03-06"},
		{"publication's, when the dateline has no day", "2024-03-06", "OSLO (Wire) - ", "2024-03-06"},
		{"the dateline's, without publication", "", "OSLO, 5 March 2024 (Wire) - ", "2024-03-05"},
		{"the dateline's, when publication is only a month", "2024-03", "OSLO, 5 March 2024 (Wire) - ", "2024-03-05"},
		{"unknown, when neither gives a year", "", "OSLO, March 5 (Wire) - ", ""},
		{"publication's own zone counts", "2024-03-06T23:30:00-05:00", "", "2024-03-06"},
	} {
		d := article.Parse(source.Raw{ID: "a", Published: c.published, Text: c.head + report})
		if d.Day != c.want {
			t.Errorf("%s: %q, want %q", c.name, d.Day, c.want)
		}
	}
}

func TestMomentsAreKeptInUTCAndBareDatesHaveNone(t *testing.T) {
	d := article.Parse(source.Raw{ID: "a", Published: "2024-03-06T23:30:00-05:00", Updated: "2024-03-07T09:00:00+09:00", Text: report})
	if d.Article.Instant != "2024-03-07T04:30:00Z" || d.Article.Updated != "2024-03-07T00:00:00Z" {
		t.Errorf("%+v", d.Article)
	}
	if d := article.Parse(source.Raw{ID: "a", Published: "2024-03-06", Text: report}); d.Article.Instant != "" || d.Article.Published != "2024-03-06" {
		t.Errorf("%+v", d.Article)
	}
}

func TestWhatIsNotTheReportIsMasked(t *testing.T) {
	for _, line := range []string{
		"By Jane Q. Writer",
		"by time news",
		"Reporting by A. Writer in Oslo; Editing by B. Desk",
		"Additional reporting by C. Stringer",
		"Photo: a flag in front of the ministry.",
		"Photo credit: Harbour Gazette",
		"File photo of the two ministers at the airport.",
		"© 2024 Harbour Gazette. All rights reserved.",
		"Editor's note: an earlier version of this story misspelt a name.",
		"This article was first published on Monday.",
		"You may also like",
		"Read more: Why the border matters",
		"ALSO READ",
		"Related stories",
		"Leave a comment",
		"Share this article",
		"Sign up for our newsletter",
		"ADVERTISEMENT",
		"Tags: border, talks",
		"We use cookies to improve this page.",
		"https://example.org/news/17",
		"desk@example.org",
		"@harbourgazette",
		"Ministers Agree To Reopen Border After Week of Talks",
		"MINISTRY OF FOREIGN AFFAIRS",
		"Next steps",
		"###",
		"(END)",
	} {
		t.Run(line, func(t *testing.T) {
			d := parse(report + "\n\n" + line + "\n\n" + report)
			if diff := cmp.Diff([]string{report, report}, blocks(d)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSentencesThatBeginLikeNoiseAreKept(t *testing.T) {
	for _, line := range []string{
		"By signing the treaty, the two countries ended the dispute.",
		"By Monday evening the talks had ended without a result.",
		"Follow-up talks between the two ministers are to begin in Oslo in the first week of June.",
		"Search parties from both countries combed the mountains on either side of the border for three days.",
		"More than forty delegations attended the conference, and its host spoke with each of them in turn.",
		"Sources close to the talks said that an agreement was near.",
	} {
		if diff := cmp.Diff([]string{report, line}, blocks(parse(report+"\n\n"+line))); diff != "" {
			t.Errorf("%q: %s", line, diff)
		}
	}
}

func TestTheTitleRepeatedInTheTextIsNoEvidence(t *testing.T) {
	title := "Ministers met in Oslo, and the border is open again."
	d := article.Parse(source.Raw{ID: "a", Title: title, Text: title + "\n\n" + report})
	if diff := cmp.Diff([]string{report}, blocks(d)); diff != "" {
		t.Error(diff)
	}
}

func TestASentenceIsNotCutByTheEndOfALine(t *testing.T) {
	wrapped := "The two ministers met on Monday in the old customs house at the\nborder and agreed to reopen it for lorries, buses and trains before\nthe summer."
	broken := "The foreign ministry said on Tuesday that the two ministers had agreed to reopen the border\n\nfor lorries and buses."
	short := "The talks ended on Monday.\nA second round is to follow in June."
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"hard-wrapped lines are one block":           {wrapped, []string{wrapped}},
		"a lower-case line goes on behind a gap":     {broken, []string{broken}},
		"lines that close like sentences stay apart": {short, strings.Split(short, "\n")},
		"Windows line ends are line ends":            {strings.ReplaceAll(short, "\n", "\r\n\r\n"), strings.Split(short, "\n")},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, blocks(parse(c.text))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTheArticleKeepsItsTextAndFieldsAsTheyCame(t *testing.T) {
	text := "By A. Writer\n\nOSLO (Wire) - " + report + "\n\nYou may also like\n"
	d := article.Parse(source.Raw{ID: "x", URL: "https://example.org/x", Source: "Wire", Title: "T", Language: "en", Published: "2024-03-05", Version: 2, Text: text})
	want := graph.Article{ID: "article:x", URL: "https://example.org/x", Source: "Wire", Title: "T", Language: "en", Published: "2024-03-05", Version: 2, Text: text}
	if diff := cmp.Diff(want, d.Article); diff != "" {
		t.Error(diff)
	}
}

func TestATextWithoutAReportHasNoBlocks(t *testing.T) {
	for _, text := range []string{"", "\n\n", "Home\n\nMenu\n\nSubscribe", "OSLO, March 5 (Wire) -"} {
		if d := parse(text); len(d.Blocks) != 0 {
			t.Errorf("%q has %q", text, blocks(d))
		}
	}
}

func TestALongTextOfShortLinesIsReadInOnePass(t *testing.T) {
	begin := time.Now()
	d := parse(strings.Repeat("They met.\n", 200_000))
	if n := len(d.Blocks); n != 200_000 {
		t.Errorf("%d blocks", n)
	}
	if took := time.Since(begin); took > 20*time.Second {
		t.Errorf("2 MB took %s", took)
	}
}

func FuzzBlocksAreOrderedDoNotOverlapAndLieInTheText(f *testing.F) {
	for _, text := range []string{
		"", "\n", "By A. Writer\n\nBEIJING/SEOUL, Sept 23 (Reuters) – Two met.\n\nYou may also like", "OSLO —\n\nTwo met.\r\nAnd\u00a0talked",
		"\u00a0\xff\n“Yes,” she said\n(and left", "GENEVA, 1996-08-28:\nx", "CNN — ", "Oslo, June 3, 2024 -\n\t\nA…", "A\n–\n\"’",
	} {
		f.Add(text, "Two met.")
	}
	f.Fuzz(func(t *testing.T, text, title string) {
		d := article.Parse(source.Raw{ID: "a", Title: title, Text: text})
		end := 0
		for _, b := range d.Blocks {
			if b.Start < end || b.End <= b.Start || b.End > len(text) {
				t.Fatalf("block %v behind %d in %d bytes", b, end, len(text))
			}
			if b.Overlaps(d.Dateline.Span) {
				t.Fatalf("block %v holds the dateline %v", b, d.Dateline.Span)
			}
			end = b.End
		}
		if s := d.Dateline.Span; s.Start < 0 || s.End < s.Start || s.End > len(text) {
			t.Fatalf("dateline %v in %d bytes", s, len(text))
		}
		if again := article.Parse(source.Raw{ID: "a", Title: title, Text: text}); !cmp.Equal(d, again, cmpopts.IgnoreUnexported(article.Dateline{})) {
			t.Fatal("a second reading differs")
		}
		if d.Article.Text != text {
			t.Fatal("the text was rewritten")
		}
	})
}
