package cli

// Decisions come in; how the record was come by goes out, in plain words.

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"pressclip/extract"
)

// valueWidth is how many columns of a value are shown; a value of at most
// shortWidth has its reason beside it, another has it below.
const (
	valueWidth = 60
	shortWidth = 20
)

// An explanation is the text in the making.
type explanation struct {
	paint   palette
	steps   []extract.Decision
	verbose bool // also what scores are made of
	b       strings.Builder
}

// text is the whole explanation.
func (x *explanation) text(path string, a *extract.Article) string {
	x.head(path, a)
	x.fields()
	x.blocks("Kept", "keep")
	x.blocks("Dropped", "drop")
	fmt.Fprintf(&x.b, "\n%s\n  %s\n  %s dropped\n", x.paint.strong("Counts"), summary(a), counted(a.Stats.DroppedWords, "word"))
	for _, w := range a.Warnings {
		fmt.Fprintf(&x.b, "  %s %s\n", x.paint.warning("warning:"), escape(w.Message))
	}
	return x.b.String()
}

// head names the page and its charset.
func (x *explanation) head(path string, a *extract.Article) {
	fmt.Fprintf(&x.b, "%s\n  %s\n", x.paint.strong(escape(path)), counted(int(a.Source.Bytes), "byte"))
	for _, s := range x.stage("charset") {
		mark := "charset"
		if !s.Taken {
			mark = "  not  "
		}
		fmt.Fprintf(&x.b, "  %s %s %s\n", mark, escape(s.Value), x.paint.faint(escape(s.Reason)))
	}
}

// stage are the steps of one stage, in the page's order.
func (x *explanation) stage(name string) []extract.Decision {
	var steps []extract.Decision
	for _, s := range x.steps {
		if s.Stage == name {
			steps = append(steps, s)
		}
	}
	return steps
}

// A fieldClaim is what a field's decisions say of one value.
type fieldClaim struct {
	value string
	taken bool
	why   []string // each reason once
	also  []string // who claimed the taken value in vain
}

// claims joins a field's decisions by their value, those of taken ones first.
func claims(steps []extract.Decision) []fieldClaim {
	var rows []fieldClaim
	for _, taken := range []bool{true, false} {
		for _, s := range steps {
			if s.Taken != taken {
				continue
			}
			i := slices.IndexFunc(rows, func(c fieldClaim) bool { return c.value == s.Value })
			if i < 0 {
				rows = append(rows, fieldClaim{value: s.Value, taken: taken, why: []string{s.Reason}})
				continue
			}
			row := &rows[i]
			list := &row.why
			if row.taken != taken {
				list = &row.also
			}
			if !slices.Contains(row.why, s.Reason) && !slices.Contains(row.also, s.Reason) {
				*list = append(*list, s.Reason)
			}
		}
	}
	return rows
}

// reason tells why in one line.
func (c fieldClaim) reason() string {
	why := strings.Join(c.why, ", ")
	if len(c.also) > 0 {
		why += "; also " + strings.Join(c.also, ", ")
	}
	return why
}

// fields shows each field: what was taken first, then the claims that lost.
func (x *explanation) fields() {
	steps := map[string][]extract.Decision{}
	var names []string
	width := 0
	for _, s := range x.stage("field") {
		if steps[s.Name] == nil {
			names = append(names, s.Name)
			width = max(width, columns(s.Name))
		}
		steps[s.Name] = append(steps[s.Name], s)
	}
	if len(names) == 0 {
		return
	}
	fmt.Fprintf(&x.b, "\n%s: + is taken, - is a claim that lost\n", x.paint.strong("Fields"))
	for _, name := range names {
		label := name
		for _, c := range claims(steps[name]) {
			x.claim("  "+pad(label, width), c)
			label = ""
		}
	}
}

// claim is one claim, "title  + Who pays?  og:title", with the reason beside
// or below.
func (x *explanation) claim(label string, c fieldClaim) {
	value, reason := cut(escape(c.value), valueWidth), escape(c.reason())
	short := columns(value) <= shortWidth && columns(label)+len(" + ")+shortWidth+2+columns(reason) <= screenWidth
	if short {
		value = pad(value, shortWidth)
	}
	mark := "+"
	if !c.taken {
		mark, value = "-", x.paint.faint(value)
	}
	fmt.Fprintf(&x.b, "%s %s %s", x.paint.strong(label), mark, value)
	if short {
		fmt.Fprintf(&x.b, "  %s\n", x.paint.faint(reason))
		return
	}
	x.b.WriteByte('\n')
	x.below(columns(label)+len(" +   "), reason)
}

// below writes a reason on lines of its own.
func (x *explanation) below(indent int, reason string) {
	for _, line := range wrap(reason, screenWidth-indent) {
		fmt.Fprintf(&x.b, "%s%s\n", strings.Repeat(" ", indent), x.paint.faint(line))
	}
}

// blocks shows what was kept or dropped, by its first words: neighbours with the
// same reason under that, the score behind each.
func (x *explanation) blocks(title, stage string) {
	steps := x.stage(stage)
	if len(steps) == 0 {
		return
	}
	width := 0
	for _, s := range steps {
		width = max(width, columns(s.Name))
	}
	fmt.Fprintf(&x.b, "\n%s: %d\n", x.paint.strong(title), len(steps))
	last := ""
	for _, s := range steps {
		why, score, parts := split(escape(s.Reason))
		if why != last {
			x.below(2, why)
			last = why
		}
		label := "    " + pad(s.Name, width) + "  "
		room := screenWidth - columns(label) - len("  score 0.00")
		value := cut(escape(s.Value), min(room, valueWidth))
		if score != "" {
			value = pad(value, room) + "  " + x.paint.faint(score)
		}
		fmt.Fprintf(&x.b, "%s%s\n", x.paint.strong(label), value)
		if x.verbose && parts != "" {
			x.below(columns(label)+2, parts)
		}
	}
}

// split divides a block's reason, "why; score 0.12: parts", where it has a score.
func split(reason string) (why, score, parts string) {
	why, score, _ = strings.Cut(reason, "; ")
	score, parts, _ = strings.Cut(score, ": ")
	return why, score, parts
}

// cut shortens s to width columns, with an ellipsis where something is lost.
func cut(s string, width int) string {
	if columns(s) <= width {
		return s
	}
	runes := []rune(s)
	return strings.TrimRight(string(runes[:width-1]), " ") + "…"
}

// pad fills s with spaces.
func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-columns(s)))
}

// columns is the width of s on a terminal, as far as code points tell.
func columns(s string) int { return utf8.RuneCountInString(s) }
