package cli

// The table of flags comes in; scripts that complete the command line go out.

import (
	"fmt"
	"strings"
)

// completions are the shells that there are scripts for.
var completions = map[string]func() string{
	"bash": bashCompletion,
	"zsh":  zshCompletion,
	"fish": fishCompletion,
}

// commandNames are the names of the commands.
func commandNames() []string {
	var names []string
	for _, c := range commandRows {
		names = append(names, c.name)
	}
	return names
}

// takesFolder and takesFile say what a value is, by the word for it.
func (f flagRow) takesFolder() bool { return f.value == "DIR" }
func (f flagRow) takesFile() bool   { return f.value == "FILE" }

// bashCompletion needs bash 4.
func bashCompletion() string {
	var cases, flags strings.Builder
	for _, f := range flagRows {
		fmt.Fprintf(&flags, " --%s", f.name)
		pattern := "--" + f.name
		if f.short != "" {
			fmt.Fprintf(&flags, " -%s", f.short)
			pattern = "-" + f.short + "|" + pattern
		}
		switch {
		case f.words != nil:
			fmt.Fprintf(&cases, "    %s) COMPREPLY=($(compgen -W '%s' -- \"$cur\")); return ;;\n", pattern, strings.Join(f.words(), " "))
		case f.takesFolder():
			fmt.Fprintf(&cases, "    %s) COMPREPLY=($(compgen -d -- \"$cur\")); return ;;\n", pattern)
		case f.takesFile():
			fmt.Fprintf(&cases, "    %s) COMPREPLY=($(compgen -f -- \"$cur\")); return ;;\n", pattern)
		case f.value != "":
			fmt.Fprintf(&cases, "    %s) return ;;\n", pattern)
		}
	}
	for _, c := range commandRows {
		if c.words != nil {
			fmt.Fprintf(&cases, "    %s) COMPREPLY=($(compgen -W '%s' -- \"$cur\")); return ;;\n", c.name, strings.Join(c.words, " "))
		}
	}
	return fmt.Sprintf(`# bash completion for pressclip
_pressclip() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
  COMPREPLY=()
  case $prev in
%s  esac
  case $cur in
    -*) COMPREPLY=($(compgen -W '%s' -- "$cur")); return ;;
  esac
  local IFS=$'\n'
  COMPREPLY=($(compgen -f -- "$cur"))
  if [ "$COMP_CWORD" -eq 1 ]; then
    IFS=$' \t\n'
    COMPREPLY+=($(compgen -W '%s' -- "$cur"))
  fi
}
complete -o filenames -F _pressclip pressclip
`, cases.String(), strings.TrimSpace(flags.String()), strings.Join(commandNames(), " "))
}

// zshCompletion is a file for $fpath.
func zshCompletion() string {
	var b strings.Builder
	b.WriteString("#compdef pressclip\n# zsh completion for pressclip\n_pressclip() {\n  local -a commands\n  commands=(\n")
	for _, c := range commandRows {
		fmt.Fprintf(&b, "    %s\n", zshQuote(c.name+":"+c.help))
	}
	b.WriteString("  )\n  _arguments -s \\\n")
	for _, f := range flagRows {
		names := []string{"--" + f.name}
		if f.short != "" {
			names = append(names, "-"+f.short)
		}
		for _, name := range names {
			fmt.Fprintf(&b, "    %s \\\n", zshQuote(zshSpec(f, name)))
		}
	}
	b.WriteString("    '1: :{_alternative \"commands:command:(($commands))\" \"files:file:_files\"}' \\\n")
	b.WriteString("    '*:: :_pressclip_rest'\n}\n_pressclip_rest() {\n  case $words[1] in\n")
	for _, c := range commandRows {
		if c.words != nil {
			fmt.Fprintf(&b, "    %s) compadd %s ;;\n", c.name, strings.Join(c.words, " "))
		}
	}
	b.WriteString("    *) _files ;;\n  esac\n}\ncompdef _pressclip pressclip\n")
	return b.String()
}

// zshSpec is a flag as _arguments takes it: "--format=[help]:FORMAT:(json …)".
func zshSpec(f flagRow, name string) string {
	help := strings.NewReplacer("[", "(", "]", ")", ":", ";").Replace(f.help)
	spec := name + "[" + help + "]"
	if f.value == "" {
		return spec
	}
	if strings.HasPrefix(name, "--") {
		name += "="
	} else {
		name += "+"
	}
	action := " "
	switch {
	case f.words != nil:
		action = "(" + strings.Join(f.words(), " ") + ")"
	case f.takesFolder():
		action = "_files -/"
	case f.takesFile():
		action = "_files"
	}
	spec = name + "[" + help + "]:" + f.value + ":" + action
	if f.many {
		spec = "*" + spec
	}
	return spec
}

// zshQuote quotes a word for zsh and for fish.
func zshQuote(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

// fishCompletion is a file for fish's completions folder.
func fishCompletion() string {
	var b strings.Builder
	b.WriteString("# fish completion for pressclip\n")
	for _, c := range commandRows {
		fmt.Fprintf(&b, "complete -c pressclip -n __fish_use_subcommand -a %s -d %s\n", c.name, zshQuote(c.help))
		if c.words != nil {
			fmt.Fprintf(&b, "complete -c pressclip -n '__fish_seen_subcommand_from %s' -f -a %s\n", c.name, zshQuote(strings.Join(c.words, " ")))
		}
	}
	for _, f := range flagRows {
		b.WriteString("complete -c pressclip")
		if f.short != "" {
			b.WriteString(" -s " + f.short)
		}
		b.WriteString(" -l " + f.name)
		switch {
		case f.words != nil:
			b.WriteString(" -x -a " + zshQuote(strings.Join(f.words(), " ")))
		case f.takesFolder():
			b.WriteString(" -x -a '(__fish_complete_directories)'")
		case f.takesFile():
			b.WriteString(" -r")
		case f.value != "":
			b.WriteString(" -x")
		}
		fmt.Fprintf(&b, " -d %s\n", zshQuote(f.help))
	}
	return b.String()
}
