package quotes

// Chinese and Japanese text around a span in, its cue out. There are no
// spaces: a clause is cut at punctuation and searched for the words of lang_cjk.go.

import (
	"strings"
	"unicode/utf8"
)

// clauseMarks end a clause.
const clauseMarks = "，。、！？；：,;:!?「」『』“”《》（）()\n"

// maxSubject is the longest subject, in characters; a longer one is a clause.
const maxSubject = 16

// find looks for a tag after the span, then for a verb or a topic before it.
func (w *cjkLists) find(text string, s span, lo, hi int) cue {
	tail := text[s.close:runeStart(text, min(hi, s.close+window))]
	lead := text[runeStart(text, max(lo, s.open-window)):s.open]
	verb, who, ok := w.tag(tail)
	if ok && who != "" {
		return w.made(text, s.close+strings.Index(tail, who), who, verb, after)
	}
	if len(w.topics) == 0 {
		return w.leadIn(text, lead, s.open)
	}
	if ok || w.hasTag(tail) {
		if name, at := w.topic(lead); name != "" {
			return w.made(text, s.open-len(lead)+at, name, verb, before)
		}
		return cue{verb: verb, side: after, utter: verb != "", dropped: verb != ""}
	}
	if c := w.thusAfter(text, tail, s.close); c.speaker != "" {
		return c
	}
	if who := w.wordsOf(tail); who != "" {
		return w.made(text, s.close+strings.Index(tail, who), who, "", after)
	}
	return w.thusBefore(text, lead, s.open)
}

// wordsOf reads whose words they were: "」。沢井教諭の言葉に".
func (w *cjkLists) wordsOf(tail string) string {
	s, ok := strings.CutPrefix(tail, "。")
	if !ok {
		s = tail
	}
	if i := strings.IndexAny(s, clauseMarks); i >= 0 {
		s = s[:i]
	}
	for _, t := range w.words {
		if i := strings.Index(s, t); i > 0 && utf8.RuneCountInString(s[:i]) <= maxSubject {
			return s[:i]
		}
	}
	return ""
}

// thusAfter reads the sentence after the span that ends at offset end:
// "」。森田市長はこう話した。".
func (w *cjkLists) thusAfter(text, tail string, end int) cue {
	s := strings.TrimPrefix(tail, "。")
	if i := strings.IndexAny(s, "。！？\n「」"); i >= 0 {
		s = s[:i]
	}
	for _, t := range w.thus {
		i := strings.Index(s, t)
		if i < 0 {
			continue
		}
		if verb, at := w.verb(s[i:], w.say); at >= 0 {
			if name, at := w.topic(strings.TrimSuffix(s[:i], "、")); name != "" {
				return w.made(text, end+strings.Index(tail, s)+at, name, verb, after)
			}
		}
	}
	return cue{}
}

// thusBefore reads a sentence that announces the span at offset open:
// "戸倉さんはこう声をかけた。".
func (w *cjkLists) thusBefore(text, lead string, open int) cue {
	s := strings.TrimRight(lead, "。：:\n")
	if i := strings.LastIndexAny(s, "。！？\n「」"); i >= 0 {
		_, n := utf8.DecodeRuneInString(s[i:])
		s = s[i+n:]
	}
	for _, t := range w.thus {
		i := strings.Index(s, t)
		if i < 0 {
			continue
		}
		verb, at := w.verb(s[i:], w.say)
		if at < 0 {
			continue
		}
		base := open - len(lead) + strings.Index(lead, s)
		if name, at := w.topic(strings.TrimSuffix(s[:i], "、")); name != "" {
			return w.made(text, base+at, name, verb, before)
		}
		return cue{verb: verb, side: before, utter: true, dropped: true}
	}
	return cue{}
}

// made is the cue of a speaker that stands at offset at, once the role before
// the name and the title after it are cut off.
func (w *cjkLists) made(text string, at int, who, verb string, side side) cue {
	c := cue{verb: verb, side: side, utter: true}
	for _, p := range w.leads {
		if rest, ok := strings.CutPrefix(who, p); ok && rest != "" {
			at, who = at+len(p), rest
			break
		}
	}
	for _, r := range w.roles {
		if i := strings.LastIndex(who, r); i >= 0 && i+len(r) < len(who) {
			c.role = strings.TrimSuffix(who[:i+len(r)], "の")
			at, who = at+i+len(r), who[i+len(r):]
			c.named = true
			break
		}
	}
	for _, h := range w.honorary {
		if t := strings.TrimSuffix(who, h); t != who && t != "" {
			who, c.named = t, true
			break
		}
	}
	if utf8.RuneCountInString(who) > maxSubject {
		return cue{}
	}
	for _, p := range w.pronouns {
		c.pronoun = c.pronoun || who == p
	}
	c.named = !c.pronoun && (c.named || w.surnames != "")
	c.speaker, c.at = text[at:at+len(who)], Range{at, at + len(who)}
	return c
}

// hasTag reports a particle of quotation at the start of s.
func (w *cjkLists) hasTag(s string) bool {
	for _, p := range w.toTag {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// tag reads "と館長は話す" or "店主说" at the start of s.
func (w *cjkLists) tag(s string) (verb, who string, ok bool) {
	s = strings.TrimPrefix(s, "，")
	marked := len(w.toTag) == 0
	for _, p := range w.toTag {
		if t := strings.TrimPrefix(s, p); t != s {
			s, marked = t, true
			break
		}
	}
	if !marked {
		return "", "", false
	}
	ends := clauseMarks
	if len(w.topics) > 0 { // the subject may stand after a comma: "と、その一人、堀内さんは"
		ends = "。！？!?「」『』\n"
	}
	if i := strings.IndexAny(s, ends); i >= 0 {
		s = s[:i]
	}
	verb, at := w.verb(s, w.say)
	if at < 0 {
		return "", "", false
	}
	if len(w.topics) == 0 && at+len(verb) < len(s) {
		return "", "", false
	}
	who = w.subject(s[:at])
	return verb, who, len(w.topics) > 0 || who != ""
}

// verb returns the first verb of the list in s and where it stands, or -1.
func (w *cjkLists) verb(s string, list []string) (string, int) {
	best, at := "", -1
	for _, v := range list {
		if i := strings.Index(s, v); i >= 0 && (at < 0 || i < at) {
			best, at = v, i
		}
	}
	return best, at
}

// subject cuts the particle or the adverbs from the end of s.
func (w *cjkLists) subject(s string) string {
	for _, t := range w.topics {
		if i := strings.LastIndex(s, t); i > 0 && (t == "は" || i+len(t) == len(s)) {
			s = dropBrackets(s[:i])
			if j := strings.LastIndexAny(s, clauseMarks); j >= 0 {
				_, n := utf8.DecodeRuneInString(s[j:])
				s = s[j+n:]
			}
			return s
		}
	}
	if len(w.topics) > 0 {
		return ""
	}
	for range 4 {
		t := s
		for _, a := range w.adverbs {
			t = strings.TrimSuffix(t, a)
		}
		if t == s {
			break
		}
		s = t
	}
	if utf8.RuneCountInString(s) > maxSubject {
		return ""
	}
	return s
}

// topic returns the subject at the end of lead, "村瀬さんは", and its offset.
func (w *cjkLists) topic(lead string) (string, int) {
	for _, t := range w.topics {
		s := strings.TrimSuffix(lead, t)
		if s == lead {
			continue
		}
		i := strings.LastIndexAny(dropBrackets(s), clauseMarks)
		start := 0
		if i >= 0 {
			_, n := utf8.DecodeRuneInString(s[i:])
			start = i + n
		}
		s = s[start:]
		if j := strings.IndexAny(s, "（("); j > 0 {
			s = s[:j]
		}
		return s, start
	}
	return "", 0
}

// dropBrackets blanks a bracket at the end of s, its length kept.
func dropBrackets(s string) string {
	if i := strings.LastIndexAny(s, "（("); i >= 0 && (strings.HasSuffix(s, "）") || strings.HasSuffix(s, ")")) {
		return s[:i]
	}
	return s
}

// leadIn reads "罗桂英笑着说：" and "镇政府表示，…" before a span that opens at open.
func (w *cjkLists) leadIn(text, s string, open int) cue {
	if i := strings.LastIndexAny(s, "。！？\n”」"); i >= 0 {
		_, n := utf8.DecodeRuneInString(s[i:])
		s = s[i+n:]
	}
	s = strings.TrimPrefix(s, "，")
	base := open - len(s)
	utter := strings.HasSuffix(s, "：") || strings.HasSuffix(s, "，") || strings.HasSuffix(s, ":")
	last := cue{}
	for off := 0; off < len(s); {
		clause := s[off:]
		if i := strings.IndexAny(clause, clauseMarks); i >= 0 {
			clause = clause[:i]
		}
		for _, list := range [][]string{w.say, w.leading(utter)} {
			verb, at := w.verb(clause, list)
			if at <= 0 {
				continue
			}
			if who := w.subject(clause[:at]); who != "" {
				c := w.made(text, base+off, who, verb, before)
				c.utter = utter
				if !utter {
					return c
				}
				last = c // "记者问他，他答道："
				break
			}
		}
		off += len(clause)
		if off < len(s) {
			_, n := utf8.DecodeRuneInString(s[off:])
			off += n
		}
	}
	return last
}

// leading is the list of verbs that only lead in to a whole utterance.
func (w *cjkLists) leading(utter bool) []string {
	if utter {
		return w.lead
	}
	return nil
}
