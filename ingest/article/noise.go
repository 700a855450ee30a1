package article

import (
	"regexp"
	"strings"
)

// credits are how lines begin that say who made the text or the picture, not what happened.
var credits = regexp.MustCompile(`(?i)^(by\s+[a-z][\w.'’-]+(\s+[\w.'’-]+){0,5}$|reporting by |writing by |edited by |editing by |additional reporting|photo(graph)?( credit|s?:| by)` +
	`|image( credit|s?:| source)|file photo|caption:|sources?:\s*(\S+\s*){1,6}$|with inputs from |our standards:|compiled by |translated by |©|copyright |all rights reserved` +
	`|\(?c\) 20|the views expressed|this (story|article) (was|has been) |editor['’]s note:)`)

// web is what pages put around an article.
var web = regexp.MustCompile(`(?i)^(you (may|might) (also )?(like|be interested)|(read|see|watch|listen)( more| also| next|:)|also read|more (on|from|about) |related( (stories|articles|topics|news|posts))?:?$|leave a (comment|reply)|comments?$|sign up |` +
	`advertisement|most (read|popular|viewed)|follow us|click here|tags?:|topics?:|print$|e-?mail$|facebook$|twitter$|whatsapp$|linkedin$|we use cookies|download (the|our) app|get (the|our) |join (the|our) (conversation|channel)|skip to |back to top|home$|menu$|search$|privacy policy|terms of (use|service)|###|\* \* \*|-30-|\(end\)$|end$|ends$|endit(em)?$)`)

// labels are single words that pages put on buttons and boxes; a sentence may begin with them too.
var labels = regexp.MustCompile(`(?i)^(share|subscribe|newsletters?|advertisement|sponsored|recommended|trending|cookies?|accept|log ?in|register)\b`)

var address = regexp.MustCompile(`^(https?://\S+|www\.\S+|\S+@\S+\.\S+|@\w+)$`)

// noise tells whether a paragraph is byline, credit or web noise.
//
//	yields:  "Reporting by A. Writer in Oslo; Editing by B. Desk", "You may also like"
//	not:     "By signing the treaty, the two countries ended the dispute.", "Accepting the offer, Iran met Iraq in Oslo."
func noise(p string) bool {
	if address.MatchString(p) {
		return true
	}
	if len(p) > 400 {
		return false
	}
	words := len(strings.Fields(p))
	return credits.MatchString(p) || web.MatchString(p) && !(ended(p) && words > 12) || labels.MatchString(p) && !(ended(p) && words > 5)
}

// heading tells whether a paragraph is a headline, a cross-head or a signature: it does not close like a sentence, and is
// either short or written in capitals.
//
//	yields:  "Xi Considers Visiting South Korea to Promote Peace", "MINISTRY OF FOREIGN AFFAIRS", "Next steps"
//	not:     "The two leaders met for an hour, and"  (a sentence cut by the page, long enough to be read)
func heading(p string) bool {
	if ended(p) && !strings.HasSuffix(p, ":") {
		return false
	}
	words := strings.Fields(p)
	capital := 0
	for _, w := range words {
		if r := w[0]; r < 'a' || r > 'z' {
			capital++
		}
	}
	return len(words) <= 12 || capital*10 >= len(words)*6
}
