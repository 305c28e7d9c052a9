package cli

// The table of flags comes in; help for a terminal goes out.

import (
	"fmt"
	"strings"
)

// screenWidth is what help and explanations fit into, in columns: that of most
// terminals. It does not follow the terminal, so that what is saved can be
// compared. helpIndent is where the meaning of a flag begins.
const (
	screenWidth = 80
	helpIndent  = 27
)

const tagline = "article HTML in; title, authors, dates, body, quotes, links, tags, images out"

const usageLine = "pressclip [options] [FILE | DIR | -]..."

// operandHelp tells of the operands, which are no flags.
const operandHelp = "files; folders, in name order, without hidden names; standard input"

// helpText is the help of a command; "" is the whole of pressclip.
func helpText(command string) string {
	if row, ok := findCommand(command); ok {
		return commandHelp(row)
	}
	var b strings.Builder
	writeWrapped(&b, "pressclip: ", tagline)
	fmt.Fprintf(&b, "\nUsage: %s\n       pressclip COMMAND\n\n", usageLine)
	b.WriteString(examplesText())
	for _, group := range groups {
		fmt.Fprintf(&b, "\n%s:\n", group)
		if group == groups[0] {
			writeRow(&b, "FILE, DIR, - or nothing", operandHelp)
		}
		for _, f := range flagRows {
			if f.group == group {
				writeRow(&b, f.spelling(), f.help)
			}
		}
	}
	b.WriteString("\nCommands (a file of such a name is ./schema):\n")
	for _, c := range commandRows {
		writeRow(&b, strings.TrimSpace(c.name+" "+c.usage), c.help)
	}
	b.WriteString("\nExit status:\n")
	for _, row := range exitRows {
		writeRow(&b, row.status, row.help)
	}
	b.WriteString("\nLimits:\n")
	for _, row := range limitRows {
		writeWrapped(&b, "  - ", row)
	}
	return b.String()
}

// usageText is what a person sees who gives nothing.
func usageText() string {
	return fmt.Sprintf("Usage: %s\n\n%s\npressclip --help tells the rest.\n", usageLine, examplesText())
}

// examplesText shows the command lines to begin with.
func examplesText() string {
	var b strings.Builder
	for _, e := range exampleRows {
		b.WriteString(strings.TrimRight(fmt.Sprintf("  %-43s  %s", e.line, e.help), " ") + "\n")
	}
	return b.String()
}

// commandHelp is the help of one command.
func commandHelp(row commandRow) string {
	var b strings.Builder
	fmt.Fprintf(&b, "pressclip %s: %s\n\nUsage: %s\n", row.name, row.help, strings.TrimSpace("pressclip "+row.name+" "+row.usage))
	if row.more != "" {
		fmt.Fprintf(&b, "\n  %s\n", strings.ReplaceAll(row.more, "\n", "\n  "))
	}
	b.WriteString("\nOptions:\n")
	for _, f := range flagRows {
		if f.appliesTo(row.name) && f.name != "version" {
			writeRow(&b, f.spelling(), f.help)
		}
	}
	return b.String()
}

// writeRow writes a name and, in the second column, what it means. A long name
// has a line of its own.
func writeRow(b *strings.Builder, name, help string) {
	first := fmt.Sprintf("  %-*s", helpIndent-2, name)
	if columns(first) > helpIndent || strings.HasSuffix(first, name) {
		fmt.Fprintf(b, "  %s\n", name)
		first = strings.Repeat(" ", helpIndent)
	}
	writeWrapped(b, first, help)
}

// writeWrapped writes text behind what its first line begins with; the lines
// below stand under the text.
func writeWrapped(b *strings.Builder, first, text string) {
	indent := strings.Repeat(" ", columns(first))
	for _, line := range wrap(text, screenWidth-columns(first)) {
		fmt.Fprintf(b, "%s%s\n", first, line)
		first = indent
	}
}

// wrap divides text into lines of at most width columns, between words.
func wrap(text string, width int) []string {
	var lines []string
	line := ""
	for word := range strings.FieldsSeq(text) {
		switch {
		case line == "":
			line = word
		case columns(line)+1+columns(word) > width:
			lines = append(lines, line)
			line = word
		default:
			line += " " + word
		}
	}
	return append(lines, line)
}
