package cli

// The flags that choose among pages come in; whether an article is wanted goes
// out.

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"pressclip/extract"
)

// A filter is one flag that was given.
type filter struct {
	flag  string
	takes func(*extract.Article) bool
}

// A filterRow makes the filter of a flag's value; ok is false for a value that
// means nothing.
type filterRow struct {
	flag  string
	wants string // what the value has to be, for messages
	make  func(value string) (takes func(*extract.Article) bool, ok bool)
}

var filterRows = []filterRow{
	{"lang", "language tags such as en or pt-BR, or und", langFilter},
	{"min-words", "a number", wordsFilter},
	{"since", "a date such as 2026, 2026-03 or 2026-03-04", sinceFilter},
	{"until", "a date such as 2026, 2026-03 or 2026-03-04", untilFilter},
	{"host", "names of hosts such as example.org", hostFilter},
	{"kind", "kinds such as article or article,documentation", kindFilter},
}

// readFilters makes the filters of the flags that are set.
func (s *settings) readFilters(c *cli.Context) error {
	for _, row := range filterRows {
		if !c.IsSet(row.flag) {
			continue
		}
		takes, ok := row.make(c.String(row.flag))
		if !ok {
			return usage("--%s wants %s, not %q", row.flag, row.wants, c.String(row.flag))
		}
		s.filters = append(s.filters, filter{row.flag, takes})
	}
	since, _, _ := period(c.String("since"))
	if _, until, ok := period(c.String("until")); ok && c.IsSet("since") && !since.Before(until) {
		return usage("--since is later than --until")
	}
	return nil
}

// unwanted is the flag that leaves the article out, or "".
func (s *settings) unwanted(a *extract.Article) string {
	for _, f := range s.filters {
		if !f.takes(a) {
			return f.flag
		}
	}
	return ""
}

// langFilter: a tag takes every tag that it begins (RFC 4647, 3.3.1), "und"
// pages whose language is not known.
func langFilter(value string) (func(*extract.Article) bool, bool) {
	ranges, ok := valueList(value, isLanguage)
	return func(a *extract.Article) bool {
		tag := strings.ToLower(a.Language)
		if tag == "" {
			tag = "und"
		}
		return slices.ContainsFunc(ranges, func(r string) bool {
			return tag == r || strings.HasPrefix(tag, r+"-")
		})
	}, ok
}

// isLanguage reports whether tag, in lower case, begins with a code of two or
// three letters, as the languages of records do (RFC 5646, 2.2.1). A language's
// name does not: it would take no page.
func isLanguage(tag string) bool {
	const letters = "abcdefghijklmnopqrstuvwxyz"
	code, rest, _ := strings.Cut(tag, "-")
	return (len(code) == 2 || len(code) == 3) && strings.Trim(code, letters) == "" && strings.Trim(rest, letters+"0123456789-") == ""
}

// kindFilter takes the values that the record's kind has.
func kindFilter(value string) (func(*extract.Article) bool, bool) {
	kinds, ok := valueList(value, func(kind string) bool { return slices.Contains(kindNames(), kind) })
	return func(a *extract.Article) bool { return slices.Contains(kinds, string(a.Kind)) }, ok
}

// kindNames are what --kind takes.
func kindNames() []string {
	var names []string
	for _, k := range extract.Kinds() {
		names = append(names, string(k))
	}
	return names
}

func wordsFilter(value string) (func(*extract.Article) bool, bool) {
	n, err := strconv.Atoi(value)
	return func(a *extract.Article) bool { return a.Stats.Words >= n }, err == nil && n >= 0
}

// sinceFilter takes pages that may have been published at the date or later:
// "2026" may be any day of that year.
func sinceFilter(value string) (func(*extract.Article) bool, bool) {
	since, _, ok := period(value)
	return func(a *extract.Article) bool {
		_, end, known := period(string(a.Published))
		return known && end.After(since)
	}, ok
}

func untilFilter(value string) (func(*extract.Article) bool, bool) {
	_, until, ok := period(value)
	return func(a *extract.Article) bool {
		start, _, known := period(string(a.Published))
		return known && start.Before(until)
	}, ok
}

// period is what a date may mean, from its start up to its end: a year, a month,
// a day, a minute or a second. Without an offset it is in UTC.
func period(date string) (start, end time.Time, ok bool) {
	start, ok = extract.Date(date).Time()
	switch {
	case !ok:
	case len(date) == len("2006"):
		end = start.AddDate(1, 0, 0)
	case len(date) == len("2006-01"):
		end = start.AddDate(0, 1, 0)
	case len(date) == len("2006-01-02"):
		end = start.AddDate(0, 0, 1)
	case len(date) < len("2006-01-02T15:04:") || date[len("2006-01-02T15:04")] != ':':
		end = start.Add(time.Minute)
	default:
		end = start.Add(time.Second)
	}
	return start, end, ok
}

// hostFilter: a host takes those below it, as cookies' domains do (RFC 6265,
// 5.1.3).
func hostFilter(value string) (func(*extract.Article) bool, bool) {
	hosts, ok := valueList(value, func(host string) bool { return !strings.ContainsAny(host, "/:@ ") })
	return func(a *extract.Article) bool {
		host := hostOf(a)
		return host != "" && slices.ContainsFunc(hosts, func(h string) bool {
			return host == h || strings.HasSuffix(host, "."+h)
		})
	}, ok
}

// hostOf is the host of the page's address, lower case, without its port.
func hostOf(a *extract.Article) string {
	address := a.URL
	if address == "" {
		address = a.CanonicalURL
	}
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimSuffix(strings.ToLower(u.Hostname()), ".")
}

// valueList divides a comma-separated list into lower-case values, each of
// which has to be one that check takes.
func valueList(list string, check func(string) bool) ([]string, bool) {
	var values []string
	for value := range strings.SplitSeq(strings.ToLower(list), ",") {
		value = strings.TrimSpace(value)
		if value == "" || !check(value) {
			return nil, false
		}
		values = append(values, value)
	}
	return values, true
}
