package cli

// The table of flags comes in; a manual page in the man(7) macros goes out.

import (
	"fmt"
	"strings"

	"pressclip/extract"
)

// manPage is the page of section 1.
func manPage() string {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH PRESSCLIP 1 \"\" \"pressclip %s\" \"User Commands\"\n.ad l\n.nh\n", version())
	fmt.Fprintf(&b, ".SH NAME\npressclip \\- %s\n", roff(tagline))
	b.WriteString(".SH SYNOPSIS\n.B pressclip\n[\\fIoptions\\fR] [\\fIFILE\\fR | \\fIDIR\\fR | \\fB\\-\\fR]...\n")
	for _, c := range commandRows {
		fmt.Fprintf(&b, ".br\n\\fBpressclip %s\\fR %s\n", c.name, manArgument(c.usage))
	}
	b.WriteString(".SH DESCRIPTION\n")
	for _, paragraph := range manDescription {
		fmt.Fprintf(&b, ".PP\n%s\n", roff(paragraph))
	}
	b.WriteString(".SH OPTIONS\nOptions may stand before and after names; \\fB\\-\\-\\fR ends them.\n")
	for _, group := range groups {
		fmt.Fprintf(&b, ".SS %s\n", group)
		for _, f := range flagRows {
			if f.group == group {
				fmt.Fprintf(&b, ".TP\n%s\n%s\n", manFlag(f), roff(f.help))
			}
		}
	}
	manTables(&b)
	b.WriteString(".SH SEE ALSO\n.BR curl (1),\n.BR find (1),\n.BR jq (1)\n")
	return b.String()
}

// manTables writes what the page lists besides the options.
func manTables(b *strings.Builder) {
	b.WriteString(".SH COMMANDS\n")
	for _, c := range commandRows {
		fmt.Fprintf(b, ".TP\n\\fB%s\\fR %s\n%s\n", c.name, manArgument(c.usage), roff(c.help))
	}
	b.WriteString(".SH EXIT STATUS\n")
	for _, row := range exitRows {
		manEntry(b, row.status, row.help)
	}
	b.WriteString(".SH FAILURES\nCodes of \\fB\\-\\-errors\\fR, \\fB\\-\\-log\\-json\\fR and \\fB\\-\\-stats\\fR:\n")
	for code, meaning := range failureCodes() {
		manEntry(b, code, meaning)
	}
	b.WriteString(".SH WARNINGS\nCodes of the record's warnings:\n")
	for _, w := range allWarnings() {
		manEntry(b, w.Code, w.Message)
	}
	b.WriteString(".SH LIMITS\n")
	for _, row := range limitRows {
		fmt.Fprintf(b, ".PP\n%s\n", roff(row))
	}
	b.WriteString(".SH EXAMPLES\n")
	for _, e := range exampleRows {
		manEntry(b, roff(e.line), e.help)
	}
	b.WriteString(".SH ENVIRONMENT\n")
	for _, row := range environmentRows {
		manEntry(b, row.name, row.help)
	}
}

// manEntry writes a name in bold, and what it means.
func manEntry(b *strings.Builder, name, meaning string) {
	fmt.Fprintf(b, ".TP\n.B %s\n%s\n", name, roff(meaning))
}

// allWarnings are the warnings that a record may have.
func allWarnings() []extract.Warning {
	var a extract.Article
	for _, code := range extract.WarningCodes() {
		a.Warn(code)
	}
	return a.Warnings
}

// environmentRows are the variables that have a meaning.
var environmentRows = []struct{ name, help string }{
	{"NO_COLOR", "if set, no colour where --color does not say otherwise"},
	{shardsVariable, "with --shard auto on Kubernetes: how many shards there are"},
	{"GOMEMLIMIT", "a goal for the memory of the process, such as 2GiB, in place of pressclip's own"},
}

// manDescription is what the page says before the options.
var manDescription = []string{
	"pressclip reads article pages and writes what they say as data: JSON (the default), YAML, Markdown or plain text. Articles go to standard output, everything else to standard error. It never uses the network.",
	"Folders are walked in name order; hidden names are left out, and symbolic links to folders are not followed. Without an input, standard input is read.",
	"What a file is, its first bytes tell. Pages may be compressed (gzip, zstd, xz) or saved as MHTML or Safari archives; mails give their HTML. Archives give each of their pages: zip, tar, WARC, WACZ, JSON lines, RSS, Atom and WordPress exports. A page in an archive is called ARCHIVE!MEMBER, and can be named so; with -d it lies below DIR/ARCHIVE/. Archives in archives are not read. A folder passes over what is none of these, and over the folder with the parts of a page that a browser saved beside it.",
	"One bad input is one line on standard error, and the run goes on. With -d, the input in/a/b.html, found through the argument in/, becomes DIR/a/b.json, and a file that was named itself becomes DIR/b.json. Files appear whole or not at all.",
	"With --resume, the output is written in place instead: whole records, and after a crash at most a part of one, which the next run with --resume cuts off. Pages are told by their names: those in the output, in --errors, or in the journal are done. The end is byte for byte that of a run which was not interrupted, except with --unordered.",
	"The fields of the record are listed by `pressclip fields`; `pressclip schema` describes them for programs.",
}

// manFlag is the head of a flag's entry.
func manFlag(f flagRow) string {
	s := "\\fB\\-\\-" + roff(f.name) + "\\fR"
	if f.short != "" {
		s = "\\fB\\-" + f.short + "\\fR, " + s
	}
	if f.value != "" {
		s += " \\fI" + f.value + "\\fR"
	}
	return s
}

// manArgument is a command's argument: its words in bold, another in italics.
func manArgument(usage string) string {
	if usage == "" {
		return ""
	}
	if strings.ToUpper(usage) == usage {
		return "\\fI" + usage + "\\fR"
	}
	return "\\fB" + strings.ReplaceAll(usage, "|", "\\fR|\\fB") + "\\fR"
}

// roff escapes text: backslashes, hyphens that are typed as such, and a dot or
// an apostrophe that would begin a request.
func roff(s string) string {
	s = strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, "`", `\(ga`, `"`, `\(dq`).Replace(s)
	if strings.HasPrefix(s, ".") {
		s = `\&` + s
	}
	return s
}
