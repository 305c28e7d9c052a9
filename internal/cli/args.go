package cli

// Arguments come in as they were typed; flags in one canonical form, a command
// and operands go out. The flag package stops at the first operand, so flags
// are brought together before it sees them.

import (
	"fmt"
	"strings"

	"pressclip/internal/spelling"
)

// A usageError is wrong usage: one sentence, and a hint what to do.
type usageError struct{ message, hint string }

func (e *usageError) Error() string { return e.message }

// helpHint is the hint of errors that have no better one.
const helpHint = "see pressclip --help"

// usage makes a usageError with the common hint.
func usage(format string, args ...any) *usageError {
	return &usageError{message: fmt.Sprintf(format, args...), hint: helpHint}
}

// parsed is a command line taken apart.
type parsed struct {
	flags    []string // canonical: --name or --name=value
	command  string   // one of commandRows, or ""
	operands []string // files and folders, or the command's arguments
}

// parse takes args apart. Flags may stand before and after operands; "--" ends
// them; "-" is an operand.
func parse(args []string) (parsed, error) {
	var p parsed
	for len(args) > 0 {
		arg := args[0]
		args = args[1:]
		var err error
		switch {
		case arg == "--":
			p.operands = append(p.operands, args...)
			args = nil
		case arg == "-" || !strings.HasPrefix(arg, "-"):
			p.operand(arg)
		case strings.HasPrefix(arg, "--"):
			args, err = p.long(arg[2:], args)
		default:
			args, err = p.letters(arg[1:], args)
		}
		if err != nil {
			return p, err
		}
	}
	return p, p.check()
}

// operand takes the first operand as the command if it is the name of one.
func (p *parsed) operand(arg string) {
	if _, ok := findCommand(arg); ok && p.command == "" && len(p.operands) == 0 {
		p.command = arg
		return
	}
	p.operands = append(p.operands, arg)
}

// long takes a flag without its "--" and, where it wants one, its value.
func (p *parsed) long(arg string, rest []string) ([]string, error) {
	name, _, has := strings.Cut(arg, "=")
	f, ok := findFlag(name)
	switch {
	case !ok:
		return nil, unknownFlag(name)
	case f.value == "" && has:
		return nil, usage("--%s takes no value", name)
	case f.value == "":
		p.flags = append(p.flags, "--"+name)
		return rest, nil
	case has:
		p.flags = append(p.flags, "--"+arg)
		return rest, nil
	}
	return p.value(f, "--"+name, rest)
}

// letters takes short flags: "-q", "-qv", "-fjson", "-f=json", "-vf json".
func (p *parsed) letters(arg string, rest []string) ([]string, error) {
	for i, r := range arg {
		f, ok := findShort(string(r))
		if !ok {
			return nil, usage("unknown flag -%c", r)
		}
		if f.value == "" {
			p.flags = append(p.flags, "--"+f.name)
			continue
		}
		if value := arg[i+len(string(r)):]; value != "" {
			p.flags = append(p.flags, "--"+f.name+"="+strings.TrimPrefix(value, "="))
			return rest, nil
		}
		return p.value(f, "-"+f.short, rest)
	}
	return rest, nil
}

// value takes the value of f from the next argument.
func (p *parsed) value(f flagRow, typed string, rest []string) ([]string, error) {
	if len(rest) == 0 {
		return nil, usage("%s needs a value: %s", typed, f.value)
	}
	p.flags = append(p.flags, "--"+f.name+"="+rest[0])
	return rest[1:], nil
}

// check refuses what no command takes.
func (p *parsed) check() error {
	for _, name := range p.operands {
		if name == "" {
			return usage("the name of an input is empty")
		}
	}
	for _, flag := range p.flags {
		name, _, _ := strings.Cut(flag[2:], "=")
		if f, ok := findFlag(name); ok && !f.appliesTo(p.command) {
			return usage("--%s is not for pressclip %s", name, p.command)
		}
	}
	return nil
}

// unknownFlag names the flag that was probably meant.
func unknownFlag(name string) error {
	var names []string
	for _, f := range flagRows {
		names = append(names, f.name)
	}
	e := usage("unknown flag --%s", name)
	if near := nearest(name, names); near != "" {
		e.hint = fmt.Sprintf("did you mean --%s?", near)
	}
	return e
}

// nearest is the name that is at most two slips away from what was typed, or
// one for short words; "" if there is none.
func nearest(typed string, names []string) string {
	const longest = 32 // bytes: no name is longer
	if len(typed) > longest {
		return ""
	}
	best, limit := "", 3
	if len(typed) < 5 {
		limit = 2
	}
	for _, name := range names {
		if d := spelling.Distance(typed, name); d < limit {
			best, limit = name, d
		}
	}
	return best
}
