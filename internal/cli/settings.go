package cli

// Flags come in as they were typed; what they mean goes out, checked, before
// any input is read.

import (
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"pressclip/extract"
	"pressclip/internal/charset"
	"pressclip/internal/source"
	"pressclip/output"
)

// settings are the meaning of a command line that reads pages.
type settings struct {
	inputs    source.Inputs
	list      string // --files-from
	several   bool   // more than one input, as far as can be known beforehand
	shard     shard
	extract   []extract.Option
	format    format
	options   output.Options // Pretty is set when the sink is known
	get       string
	null      bool
	require   []string
	output    string // "-" for standard output
	dir       string
	errors    string
	skip      bool
	noClobber bool
	filters   []filter
	dedupe    dedupeRow // without a name if it is not wanted
	stats     string
	resume    bool
	jobs      int
	timeout   time.Duration // for a page; 0 is for ever
	wait      bool          // for standard input, however long it takes
	unordered bool
	failFast  bool
	quiet     bool
	verbose   bool
	progress  bool
	logJSON   bool
	color     string

	recordOptions string // for --resume: the flags that shape records
}

// newSettings reads and checks the flags of c and the operands.
func newSettings(c *cli.Context, operands []string) (*settings, error) {
	s := &settings{
		list: c.String("files-from"), null: c.Bool("null"), get: c.String("get"),
		dir: c.String("output-dir"), output: c.String("output"), errors: c.String("errors"),
		skip: c.Bool("skip-existing"), noClobber: c.Bool("no-clobber"),
		unordered: c.Bool("unordered"), failFast: c.Bool("fail-fast"),
		stats: c.String("stats"), resume: c.Bool("resume"), logJSON: c.Bool("log-json"),
		quiet: c.Bool("quiet"), verbose: c.Bool("verbose"), progress: !c.Bool("no-progress"),
		options: output.Options{NoFrontMatter: c.Bool("no-front-matter"), QuotesInFrontMatter: c.Bool("quotes-in-front-matter")},
	}
	checks := []func(*cli.Context) error{
		checkEmpty, checkConflicts, s.readFormat, s.readFields, s.readExtract, s.readFilters, s.readRun,
		func(c *cli.Context) error { return s.readInputs(c, operands) },
		s.checkShape, s.checkResume,
	}
	for _, check := range checks {
		if err := check(c); err != nil {
			return nil, err
		}
	}
	if s.output == "" {
		s.output = source.Stdin
	}
	return s, s.readShard(c)
}

// A conflictRow is two flags that can not both be given.
type conflictRow struct{ a, b, why string }

var conflictRows = []conflictRow{
	{"output", "output-dir", "one is a single file, the other a folder of files"},
	{"get", "format", "-g gives raw values"},
	{"get", "fields", "-g gives the values of one field"},
	{"get", "output-dir", "-g gives values, not files"},
	{"get", "pretty", "-g gives no JSON"},
	{"get", "compact", "-g gives no JSON"},
	{"get", "no-front-matter", "-g gives no Markdown"},
	{"get", "quotes-in-front-matter", "-g gives no Markdown"},
	{"no-front-matter", "quotes-in-front-matter", "the quotes stand in the header that is left out"},
	{"pretty", "compact", "they are opposites"},
	{"skip-existing", "no-clobber", "choose what a file that is there means"},
	{"dedupe", "skip-existing", "the pages that are there already are not read again"},
	{"resume", "no-clobber", "choose what a file that is there means"},
	{"resume", "output-dir", "it continues a single file; --skip-existing is for folders"},
	{"resume", "get", "-g gives values that do not name their page"},
	{"files-from", "url", "-u is for one input; write NAME<TAB>URL into the list"},
	{"quiet", "verbose", "they are opposites"},
}

// A needRow is a flag that means nothing without one of others.
type needRow struct {
	flag  string
	needs []string
}

var needRows = []needRow{
	{"skip-existing", []string{"output-dir"}},
	{"no-clobber", []string{"output-dir", "output"}},
	{"resume", []string{"output"}},
	{"null", []string{"files-from", "get"}},
}

// checkEmpty refuses a value that was lost on its way, as from an unset
// variable of a script.
func checkEmpty(c *cli.Context) error {
	for _, f := range flagRows {
		if f.value != "" && !f.many && c.IsSet(f.name) && c.String(f.name) == "" {
			return usage("the value of --%s is empty", f.name)
		}
	}
	return nil
}

// checkConflicts applies conflictRows and needRows.
func checkConflicts(c *cli.Context) error {
	for _, row := range conflictRows {
		if c.IsSet(row.a) && c.IsSet(row.b) {
			return usage("--%s and --%s can not go together: %s", row.a, row.b, row.why)
		}
	}
	for _, row := range needRows {
		if c.IsSet(row.flag) && !slices.ContainsFunc(row.needs, c.IsSet) {
			return usage("--%s means nothing without --%s", row.flag, strings.Join(row.needs, " or --"))
		}
	}
	return nil
}

// readFormat chooses the format, and refuses flags that it has no use for.
func (s *settings) readFormat(c *cli.Context) error {
	var ok bool
	_, inner := findCodec(s.output)
	if s.format, ok = chooseFormat(c.String("format"), inner); !ok {
		name := c.String("format")
		e := usage("unknown format %q", name)
		e.hint = "known are " + strings.Join(formatNames(), ", ")
		return e
	}
	for _, name := range []string{"pretty", "compact"} {
		if c.Bool(name) && !s.format.isJSON() {
			return usage("--%s is for JSON, not for %s", name, s.format.Name)
		}
	}
	for _, name := range []string{"no-front-matter", "quotes-in-front-matter"} {
		if c.IsSet(name) && !s.format.isMarkdown() {
			return usage("--%s is for Markdown, not for %s", name, s.format.Name)
		}
	}
	switch {
	case c.Bool("pretty") && s.format.Lines:
		return usage("--pretty can not go with JSON lines: each is one line")
	case c.IsSet("fields") && !s.format.Selects:
		return usage("--fields is for JSON and YAML, not for %s", s.format.Name)
	}
	s.format.spacing = spacingOf(c.Bool("pretty"), c.Bool("compact"))
	return nil
}

// readFields checks the names of fields.
func (s *settings) readFields(c *cli.Context) error {
	var err error
	if s.options.Fields, err = fieldList(c.String("fields")); err != nil {
		return err
	}
	if s.require, err = fieldList(c.String("require")); err != nil {
		return err
	}
	if s.get != "" {
		return checkField(s.get)
	}
	return nil
}

// fieldList divides a comma-separated list of fields.
func fieldList(list string) ([]string, error) {
	if list == "" {
		return nil, nil
	}
	var fields []string
	for name := range strings.SplitSeq(list, ",") {
		name = strings.TrimSpace(name)
		if err := checkField(name); err != nil {
			return nil, err
		}
		fields = append(fields, name)
	}
	return fields, nil
}

// checkField refuses a field that no record has.
func checkField(name string) error {
	if output.CheckField(name) == nil {
		return nil
	}
	e := usage("unknown field %q", name)
	e.hint = "pressclip fields lists them"
	if near := nearest(name, fieldNames()); near != "" {
		e.hint = "did you mean " + near + "? pressclip fields lists them"
	}
	return e
}

// readExtract makes the options of the extraction.
func (s *settings) readExtract(c *cli.Context) error {
	var err error
	s.extract, err = extractOptions(c)
	s.color = c.String("color")
	return err
}

// extractOptions are what `explain` shares with the reading of pages.
func extractOptions(c *cli.Context) ([]extract.Option, error) {
	var opts []extract.Option
	if url := c.String("url"); url != "" {
		if !source.IsURL(url) {
			return nil, usage("-u wants a whole address, such as https://example.org/page, not %q", url)
		}
	}
	if name := c.String("charset"); name != "" {
		if _, ok := charset.Lookup(name); !ok {
			return nil, usage("unknown charset %q", name)
		}
		opts = append(opts, extract.WithCharset(name))
	}
	if size := c.String("max-bytes"); size != "" {
		n, ok := parseSize(size)
		if !ok {
			return nil, usage("--max-bytes wants a size such as 500K, 64M or 1G, not %q", size)
		}
		opts = append(opts, extract.WithMaxBytes(n))
	}
	if name := c.String("keep"); name != "" {
		i := slices.Index(keepNames(), name)
		if i < 0 {
			return nil, usage("--keep is one of %s, not %q", strings.Join(keepNames(), ", "), name)
		}
		opts = append(opts, extract.WithKeep(keepRows[i].level))
	}
	if c.Bool("phrases") {
		opts = append(opts, extract.WithPhrases())
	}
	if when := c.String("color"); when != "" && !slices.Contains(colorNames(), when) {
		return nil, usage("--color is one of %s, not %q", strings.Join(colorNames(), ", "), when)
	}
	return opts, nil
}

// keepRows are the levels of --keep.
var keepRows = []struct {
	name  string
	level extract.Keep
}{
	{"article", extract.KeepArticle},
	{"main", extract.KeepMain},
	{"all", extract.KeepAll},
}

// keepNames are what --keep takes.
func keepNames() []string {
	var names []string
	for _, row := range keepRows {
		names = append(names, row.name)
	}
	return names
}

// parseSize reads "0", "500K", "64M", "64MB", "1GiB": units of 1024 bytes.
func parseSize(s string) (int64, bool) {
	digits := strings.TrimRight(s, "KMGkmgiIBb")
	n, err := strconv.ParseInt(digits, 10, 64)
	shift, ok := map[string]int{
		"": 0, "b": 0, "k": 10, "kb": 10, "kib": 10, "m": 20, "mb": 20, "mib": 20, "g": 30, "gb": 30, "gib": 30,
	}[strings.ToLower(s[len(digits):])]
	if err != nil || !ok || n < 0 || n > math.MaxInt64>>shift {
		return 0, false
	}
	return n << shift, true
}

// readInputs reads what is to be read.
func (s *settings) readInputs(c *cli.Context, operands []string) error {
	s.inputs = source.Inputs{Args: operands, URL: c.String("url"), Null: s.null, Glob: c.StringSlice("glob")}
	s.inputs.HTMLField, s.inputs.IDField, s.inputs.URLField = c.String("html-field"), c.String("id-field"), c.String("url-field")
	s.inputs.MaxBytes = maxBytes(c)
	s.inputs.Single = s.oneOnly()
	if !s.wait {
		s.inputs.Wait = s.timeout
	}
	for _, pattern := range s.inputs.Glob {
		if !source.CheckGlob(pattern) {
			return usage("--glob %q is not a pattern", pattern)
		}
	}
	if len(operands) == 0 && s.list == "" {
		s.inputs.Args = []string{source.Stdin}
	}
	stdins := 0
	for _, name := range append(slices.Clone(s.inputs.Args), s.list) {
		if name == source.Stdin {
			stdins++
		}
	}
	if stdins > 1 {
		return usage("standard input can be read only once")
	}
	folder := len(s.inputs.Args) == 1 && isFolder(s.inputs.Args[0])
	s.several = len(s.inputs.Args) > 1 || s.list != "" || folder
	if s.inputs.URL != "" && s.several {
		return usage("-u is for one input; --files-from takes a list of NAME<TAB>URL")
	}
	return nil
}

// maxBytes is the value of --max-bytes, which readExtract has checked.
func maxBytes(c *cli.Context) int64 {
	if n, ok := parseSize(c.String("max-bytes")); ok {
		return n
	}
	return extract.DefaultMaxBytes
}

// isFolder reports whether name is a folder that is there.
func isFolder(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// oneOnly reports whether the output has room for one article: the next would
// run into it.
func (s *settings) oneOnly() bool { return s.dir == "" && s.get == "" && !s.format.Multi }

// checkShape refuses documents that would run into each other.
func (s *settings) checkShape(*cli.Context) error {
	if s.several && s.oneOnly() {
		return usage("%s of several inputs needs --output-dir: one file each", s.format.Name)
	}
	return s.checkNames()
}
