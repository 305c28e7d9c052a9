package cli

// The command line as data: every flag and every command is one row, from
// which parsing, help, the man page and shell completion are made.

import (
	"strings"

	"pressclip/output"
)

// A flagRow is one flag.
type flagRow struct {
	group   string
	short   string // one letter or digit, or ""
	name    string
	value   string // what its value is, in capitals; "" for a switch
	many    bool   // may be given more than once
	explain bool   // `pressclip explain` takes it too
	words   func() []string
	help    string
}

// The groups of flags, in the order of the help.
var groups = []string{"Input", "Output", "What is taken", "Run", "Help"}

// flagRows are the flags, in the order of the help.
var flagRows = []flagRow{
	{group: "Input", name: "files-from", value: "FILE", help: "read input names from FILE, one a line; - is standard input; a line may be NAME<TAB>URL"},
	{group: "Input", short: "0", name: "null", help: "names in --files-from, and values of -g, end in NUL"},
	{group: "Input", name: "glob", value: "PATTERN", many: true, help: "which names a folder gives, repeatable (default: every format that pressclip reads; what turns out to be none is passed over); with a slash it is matched against the name below the folder, and ** crosses slashes"},
	{group: "Input", short: "u", name: "url", value: "URL", explain: true, help: "the page's address, for one input; otherwise its <base>, canonical link or saved-page comment"},
	{group: "Input", name: "charset", value: "NAME", explain: true, help: "the input's charset, instead of detecting it"},
	{group: "Input", name: "html-field", value: "NAME", explain: true, help: "the field of JSON lines that holds the page (default: html, raw_html, html_content, raw_content, content or body)"},
	{group: "Input", name: "id-field", value: "NAME", explain: true, help: "the field of JSON lines that names the page (default: id or _id, else its address, else its line)"},
	{group: "Input", name: "url-field", value: "NAME", explain: true, help: "the field of JSON lines that holds the page's address (default: url, link or uri)"},
	{group: "Input", name: "max-bytes", value: "SIZE", explain: true, help: "refuse larger pages: bytes, or with K, M or G (default 64M; 0 means no limit)"},

	{group: "Output", short: "f", name: "format", value: "FORMAT", words: formatNames, help: "json, jsonl, yaml, md or text (default: by the extension of -o, else json); jsonl is json, one line each"},
	{group: "Output", short: "o", name: "output", value: "FILE", help: "write everything into FILE; - is standard output; FILE.gz and FILE.zst are compressed"},
	{group: "Output", short: "d", name: "output-dir", value: "DIR", help: "write one file per input below DIR: tree mirrored, extension replaced"},
	{group: "Output", name: "skip-existing", help: "with -d: leave out inputs whose output is there already; run again to resume"},
	{group: "Output", name: "resume", help: "with -o FILE of JSON lines: write in place, and continue FILE after its last whole record, also after a crash; --errors is continued too. FILE.journal is there until the run is at its end"},
	{group: "Output", name: "no-clobber", help: "with -d or -o: fail instead of replacing a file"},
	{group: "Output", name: "pretty", help: "indent JSON (default for a terminal and for a .json file)"},
	{group: "Output", name: "compact", help: "JSON of one line per article (default for a pipe and for .jsonl)"},
	{group: "Output", name: "fields", value: "LIST", words: fieldNames, help: "only these fields, comma-separated: title,authors.name,published"},
	{group: "Output", short: "g", name: "get", value: "FIELD", words: fieldNames, help: "raw values of one field, one a line, without JSON's quotes; a line feed inside a value becomes a space, except with -0"},
	{group: "Output", name: "no-front-matter", help: "Markdown without its YAML header"},
	{group: "Output", name: "quotes-in-front-matter", help: "Markdown whose YAML header also lists the quotes: text, speaker and cue"},

	{group: "What is taken", name: "keep", value: "LEVEL", explain: true, words: keepNames, help: "how much of a page is body: article, main (also threads, products, listings) or all (default article)"},
	{group: "What is taken", name: "phrases", explain: true, help: "also give quotes of kind phrase: terms, titles and nicknames in marks"},
	{group: "What is taken", name: "require", value: "LIST", words: fieldNames, help: "an article without one of these fields counts as \"nothing found\" (exit 3)"},
	{group: "What is taken", name: "dedupe", value: "KEY", words: dedupeNames, help: "write the same page once: by url (the canonical, else its own address), text (exactly the same) or near (nearly the same: simhash). The first stays; with --unordered, whichever is done first"},
	{group: "What is taken", name: "lang", value: "LIST", help: "only pages in these languages, comma-separated: en takes en-GB too, und those that do not tell"},
	{group: "What is taken", name: "min-words", value: "N", help: "only pages whose text has N words or more"},
	{group: "What is taken", name: "since", value: "DATE", help: "only pages published in or after DATE: 2026, 2026-03 or 2026-03-04; a page without a date is left out, one that tells only its year may be of any day in it"},
	{group: "What is taken", name: "until", value: "DATE", help: "only pages published in or before DATE"},
	{group: "What is taken", name: "kind", value: "LIST", words: kindNames, help: "only pages of these kinds, comma-separated: article, forum, listing, product, documentation, other"},
	{group: "What is taken", name: "host", value: "LIST", help: "only pages of these hosts, comma-separated: example.org takes www.example.org too"},

	{group: "Run", short: "j", name: "jobs", value: "N", help: "pages in parallel (default: one per core); output keeps the order of input"},
	{group: "Run", name: "shard", value: "I/N", help: "read only the I-th of N equal runs of inputs, counted from 1, so that the outputs of 1/N to N/N, one after the other, are that of one process; auto takes I and N from a job array of " + engineNames() + ". An archive is one input, and so is a line of --files-from"},
	{group: "Run", name: "unordered", help: "write articles as they finish"},
	{group: "Run", name: "timeout", value: "TIME", help: "a page that takes longer has failed: 500ms, 20s, 2m, or seconds (default 20s, but standard input is waited for; 0 means no limit)"},
	{group: "Run", name: "fail-fast", help: "stop at the first failure"},
	{group: "Run", name: "errors", value: "FILE", help: "write failures to FILE as JSON lines with path, code and message"},
	{group: "Run", name: "stats", value: "FILE", help: "write the numbers of the run to FILE as JSON: pages by what became of them, bytes, time by stage"},
	{group: "Run", short: "q", name: "quiet", explain: true, help: "no warnings, only errors"},
	{group: "Run", short: "v", name: "verbose", explain: true, help: "say more: a line per page, each warning, a line of counts at the end; with explain, what each score is made of"},
	{group: "Run", name: "no-progress", help: "no progress line (there is one only on a terminal, after a second)"},
	{group: "Run", name: "log-json", help: "messages as JSON lines: time, level, msg, path and code"},
	{group: "Run", name: "color", value: "WHEN", explain: true, words: colorNames, help: "colour messages and `explain`: auto, always or never (default auto; NO_COLOR is honoured)"},

	{group: "Help", short: "h", name: "help", explain: true, help: "show this help"},
	{group: "Help", short: "V", name: "version", help: "show the version"},
}

// A commandRow is one command beside the reading of pages.
type commandRow struct {
	name  string
	usage string   // its arguments
	words []string // what its argument may be, if that is a closed set
	help  string
	more  string // what its own help says besides
}

// commandRows are the commands, in the order of the help.
var commandRows = []commandRow{
	{name: "explain", usage: "FILE", help: "where each field came from, what was dropped and why",
		more: "FILE is one page; - or nothing is standard input."},
	{name: "schema", help: "the record's JSON Schema"},
	{name: "fields", help: "names for --fields, -g and --require, with types"},
	{name: "completion", usage: "bash|zsh|fish", words: []string{"bash", "zsh", "fish"}, help: "a script that completes the command line",
		more: "bash: source <(pressclip completion bash)\nzsh:  pressclip completion zsh > \"${fpath[1]}/_pressclip\"\nfish: pressclip completion fish > ~/.config/fish/completions/pressclip.fish"},
	{name: "man", help: "the manual page",
		more: "pressclip man > ~/.local/share/man/man1/pressclip.1\npressclip man | man -l -"},
}

// An exitRow is one exit status.
type exitRow struct{ status, help string }

var exitRows = []exitRow{
	{"0", "every input gave an article, wanted or left out by a filter"},
	{"1", "an input failed (unreadable, empty, not HTML, too large) or a write did; the others were done"},
	{"2", "wrong usage; nothing was done"},
	{"3", "no failure, but an input had no article text or lacked a --require'd field; it is written all the same"},
	{"130, 143", "stopped by Ctrl-C or TERM; what was written is whole"},
}

// limitRows are the bounds that a user may meet.
var limitRows = []string{
	"A page may have 64 MiB (--max-bytes), elements nested 512 deep (deeper ones are flattened, their text is kept), tags of 8 MiB (of longer ones the last attributes are left out) and 64 blocks of JSON-LD of 4 MiB, nested 64 deep. Quotes are sought in the first million words or so. Whatever is cut is told by a warning in the record.",
	"Memory is at most 512 MiB for one page. A batch of ordinary pages stays below 256 MB, however many there are; --dedupe and --resume keep some 50 bytes for each page, -d some 100.",
	"A zip archive may have a directory of 48 MiB; an archive that unpacks to more than 4 GiB and 500 times its size is left.",
}

// An exampleRow is one command line to begin with.
type exampleRow struct{ line, help string }

var exampleRows = []exampleRow{
	{"pressclip page.html", "JSON, indented on a terminal"},
	{"curl -sL URL | pressclip -u URL", "a page from the web"},
	{"pressclip page.html -o page.md", "Markdown with front matter"},
	{"pressclip -g title page.html", "one field, raw"},
	{"pressclip -g links.url page.html | sort -u", "a list field, one value a line"},
	{"pressclip *.html > articles.jsonl", "one article a line"},
	{"pressclip -d notes -f md saved-pages/", "a tree in, a tree out"},
	{"pressclip -o all.jsonl.zst --resume pages/", "a long run, again after a crash"},
	{"pressclip -d notes crawl.warc.gz feed.xml", "an article per page of archives"},
	{"find . -name '*.html' -print0 | pressclip --files-from - -0 -j 8 > all.jsonl", ""},
}

// colorNames are what --color takes.
func colorNames() []string { return []string{"auto", "always", "never"} }

// fieldNames are what --fields, -g and --require take.
func fieldNames() []string {
	var names []string
	for _, f := range output.Fields() {
		names = append(names, f.Path)
	}
	return names
}

// findFlag finds a flag by its long name.
func findFlag(name string) (flagRow, bool) {
	for _, f := range flagRows {
		if f.name == name {
			return f, true
		}
	}
	return flagRow{}, false
}

// findShort finds a flag by its letter.
func findShort(letter string) (flagRow, bool) {
	for _, f := range flagRows {
		if f.short == letter {
			return f, true
		}
	}
	return flagRow{}, false
}

// findCommand finds a command by its name.
func findCommand(name string) (commandRow, bool) {
	for _, c := range commandRows {
		if c.name == name {
			return c, true
		}
	}
	return commandRow{}, false
}

// appliesTo reports whether a command takes the flag; "" is the reading of pages.
func (f flagRow) appliesTo(command string) bool {
	return command == "" || f.name == "help" || command == "explain" && f.explain
}

// spelling is the flag as help shows it: "-f, --format FORMAT".
func (f flagRow) spelling() string {
	s := "    --" + f.name
	if f.short != "" {
		s = "-" + f.short + ", --" + f.name
	}
	return strings.TrimRight(s+" "+f.value, " ")
}
