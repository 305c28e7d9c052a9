package weburl

// A comment of a saved page in, the address that it was saved from out.

import "strings"

// savers are the programs that leave a comment in what they save. To add one:
// how its comment starts, what stands before the address, a part that must
// follow, and what stands before and after the date.
var savers = []struct {
	start  string // of the comment, any case
	url    string // what the address follows, behind start; "" is start itself
	then   string // must follow the address; "" is nothing
	when   string // what the date follows, behind then; "" is no date
	until  string // what ends the date; "" is the comment's end
	scheme string // of an address that is written without one
}{
	{start: "saved from url=(", url: ")"}, // Internet Explorer, Chrome: (0023)https://example.org/
	{start: "page saved with singlefile", url: "url:", when: "saved date:", until: "\n"},
	{start: "saved from ", then: " using monolith", when: " at ", until: " using monolith"},
	{start: "mirrored from ", then: " by httrack", when: "], ", scheme: "http://"},
}

const (
	maxComment = 4 << 10 // bytes of a comment that are read
	maxDate    = 80      // bytes of the longest date
)

// SavedFrom returns the address that a page was saved from, and the date as
// written ("" if it is not there), by a comment (without "<!--" and "-->") that
// the saving program left. Only http, https and ftp addresses count.
func SavedFrom(comment string) (url, when string, ok bool) {
	text := strings.TrimSpace(comment[:min(len(comment), maxComment)])
	for _, s := range savers {
		if len(text) < len(s.start) || !strings.EqualFold(text[:len(s.start)], s.start) {
			continue
		}
		_, rest, found := strings.Cut(text[len(s.start):], s.url)
		if !found {
			continue
		}
		url, rest = firstWord(rest)
		low := strings.ToLower(rest)
		if !strings.Contains(low, s.then) {
			continue
		}
		if s.scheme != "" && !strings.Contains(url, "://") {
			url = s.scheme + url
		}
		if !isPage(url) {
			return "", "", false
		}
		return (*Base)(nil).Resolve(url), dateIn(rest, s.when, s.until), true
	}
	return "", "", false
}

// firstWord divides s behind its first word.
func firstWord(s string) (word, rest string) {
	s = strings.TrimLeft(s, htmlSpace)
	if i := strings.IndexAny(s, htmlSpace); i >= 0 {
		return s[:i], s[i:]
	}
	return s, ""
}

// isPage reports whether url can be the address of a page on the web.
func isPage(url string) bool {
	b, err := Parse(url)
	return err == nil && schemes[Scheme(b.url)] == Web
}

// dateIn returns what stands in s between after and until.
func dateIn(s, after, until string) string {
	if after == "" {
		return ""
	}
	_, s, found := strings.Cut(s, after)
	if !found {
		return ""
	}
	if until != "" {
		s, _, _ = strings.Cut(s, until)
	}
	if s = strings.TrimSpace(s); len(s) > maxDate {
		return ""
	}
	return s
}
