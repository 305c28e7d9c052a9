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
	var cases strings.Builder
	var flags []string
	for _, f := range flagRows {
		flags = append(flags, "--"+f.name)
		pattern := "--" + f.name
		if f.short != "" {
			flags = append(flags, "-"+f.short)
			pattern = "-" + f.short + "|" + pattern
		}
		switch {
		case f.words != nil:
			bashCase(&cases, pattern, "-W "+bashWords(f.words()))
		case f.takesFolder():
			bashCase(&cases, pattern, "-d")
		case f.takesFile():
			bashCase(&cases, pattern, "-f")
		case f.value != "":
			fmt.Fprintf(&cases, "    %s) return ;;\n", pattern)
		}
	}
	for _, c := range commandRows {
		if c.words != nil {
			bashCase(&cases, c.name, "-W "+bashWords(c.words))
		}
	}
	return fmt.Sprintf(`# bash completion for pressclip
_pressclip() {
  local IFS=$'\n' cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
  # "--format=js" arrives as three words
  if [ "$cur" = "=" ]; then cur=; elif [ "$prev" = "=" ]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi
  COMPREPLY=()
  case $prev in
%s  esac
  case $cur in
    -*) COMPREPLY=($(compgen -W %s -- "$cur")); return ;;
  esac
  COMPREPLY=($(compgen -f -- "$cur"))
  if [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY+=($(compgen -W %s -- "$cur")); fi
}
complete -o filenames -F _pressclip pressclip
`, cases.String(), bashWords(flags), bashWords(commandNames()))
}

// bashCase completes what follows one word.
func bashCase(b *strings.Builder, pattern, compgen string) {
	fmt.Fprintf(b, "    %s) COMPREPLY=($(compgen %s -- \"$cur\")); return ;;\n", pattern, compgen)
}

// bashWords is a list for compgen -W, which divides it by IFS.
func bashWords(words []string) string { return `$'` + strings.Join(words, `\n`) + `'` }

// zshCompletion is a file for $fpath.
func zshCompletion() string {
	var commands, flags, rest strings.Builder
	for _, c := range commandRows {
		fmt.Fprintf(&commands, "    %s\n", shellQuote(c.name+":"+c.help))
		if c.words != nil {
			fmt.Fprintf(&rest, "  if (( ${words[(I)%s]} )); then compadd %s; return; fi\n", c.name, strings.Join(c.words, " "))
		}
	}
	for _, f := range flagRows {
		fmt.Fprintf(&flags, "    %s \\\n", shellQuote(zshSpec(f, "--"+f.name)))
		if f.short != "" {
			fmt.Fprintf(&flags, "    %s \\\n", shellQuote(zshSpec(f, "-"+f.short)))
		}
	}
	return fmt.Sprintf(`#compdef pressclip
# zsh completion for pressclip
_pressclip_first() {
  local -a commands
  commands=(
%s  )
  _describe -t commands command commands
  _files
}
_pressclip_rest() {
%s  _files
}
_pressclip() {
  _arguments -s \
%s    '1: :_pressclip_first' \
    '*: :_pressclip_rest'
}
if [ "$funcstack[1]" = _pressclip ]; then _pressclip "$@"; else compdef _pressclip pressclip; fi
`, commands.String(), rest.String(), flags.String())
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

// shellQuote quotes a word for zsh and for fish.
func shellQuote(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }

// fishCompletion is a file for fish's completions folder.
func fishCompletion() string {
	var b strings.Builder
	b.WriteString("# fish completion for pressclip\n")
	for _, c := range commandRows {
		fmt.Fprintf(&b, "complete -c pressclip -n __fish_use_subcommand -a %s -d %s\n", c.name, shellQuote(c.help))
		if c.words != nil {
			fmt.Fprintf(&b, "complete -c pressclip -n '__fish_seen_subcommand_from %s' -f -a %s\n", c.name, shellQuote(strings.Join(c.words, " ")))
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
			b.WriteString(" -x -a " + shellQuote(strings.Join(f.words(), " ")))
		case f.takesFolder():
			b.WriteString(" -x -a '(__fish_complete_directories)'")
		case f.takesFile():
			b.WriteString(" -r")
		case f.value != "":
			b.WriteString(" -x")
		}
		fmt.Fprintf(&b, " -d %s\n", shellQuote(f.help))
	}
	return b.String()
}
