package acceptance

import (
	"iter"
	"os"
	"path"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"pressclip/internal/trial"
)

// pack runs "pack archive.zip file…" in a script: it makes an archive, by the
// extension of its name. The pages of a WARC are those of https://e.org/.
func pack(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: pack archive file...")
	}
	compression := path.Ext(args[0])
	kind := path.Ext(strings.TrimSuffix(args[0], compression))
	switch compression {
	case ".gz", ".zst", ".xz":
	default:
		kind, compression = compression, ""
	}
	data, err := packed(ts, kind, args[1:])
	ts.Check(err)
	if compression != "" {
		b, err := trial.Compress(compression, data)
		ts.Check(err)
		data = string(b)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(data), 0o666))
}

// packed puts files into one; what is no archive is the first of them.
func packed(ts *testscript.TestScript, kind string, files []string) (string, error) {
	switch kind {
	case ".zip":
		return trial.Zip(texts(ts, "", files))
	case ".tar":
		return trial.Tar(texts(ts, "", files))
	case ".warc":
		return trial.WARC(texts(ts, "https://e.org/", files)), nil
	default:
		return ts.ReadFile(files[0]), nil
	}
}

// texts gives files of a script, each under a name that begins with prefix.
func texts(ts *testscript.TestScript, prefix string, files []string) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for _, name := range files {
			if !yield(prefix+name, ts.ReadFile(name)) {
				return
			}
		}
	}
}
