package cli

// A command's name and arguments come in; its text goes out on standard output.

import (
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/urfave/cli/v2"

	"pressclip/output"
)

// command runs one of commandRows.
func (e *env) command(c *cli.Context, p parsed) error {
	row, _ := findCommand(p.command)
	if err := checkOperands(row, p.operands); err != nil {
		return err
	}
	switch p.command {
	case "explain":
		return e.explain(c, p.operands)
	case "schema":
		return e.print(string(output.Schema()))
	case "fields":
		if isTerminal(e.stdout) {
			return e.print(fieldsPage())
		}
		return e.print(fieldsText())
	case "completion":
		return e.print(completions[p.operands[0]]())
	default:
		return e.print(manPage())
	}
}

// checkOperands refuses arguments that a command does not take.
func checkOperands(row commandRow, operands []string) error {
	switch {
	case row.usage == "" && len(operands) > 0:
		e := usage("pressclip %s takes no arguments", row.name)
		e.hint = "a file of that name is ./" + row.name
		return e
	case row.words != nil && (len(operands) != 1 || !slices.Contains(row.words, operands[0])):
		return usage("pressclip %s wants one of %s", row.name, strings.Join(row.words, ", "))
	case len(operands) > 1:
		return usage("pressclip %s takes one %s", row.name, row.usage)
	}
	return nil
}

// fieldsPage lists the fields of the record for a person: what each is stands
// below its name.
func fieldsPage() string {
	var b strings.Builder
	for _, f := range output.Fields() {
		fmt.Fprintf(&b, "%s: %s\n", f.Path, f.Type)
		writeWrapped(&b, "    ", f.Doc)
	}
	return b.String()
}

// fieldsText lists the fields of the record, one a line.
func fieldsText() string {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for _, f := range output.Fields() {
		_, _ = fmt.Fprintf(w, "%s\t%s\t%s\n", f.Path, f.Type, f.Doc)
	}
	_ = w.Flush() // to a strings.Builder
	return b.String()
}
