package cli

// An error of one input comes in; a stable code for programs and a sentence
// for people go out.

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"slices"
	"strings"
	"syscall"

	"pressclip/extract"
	"pressclip/internal/batch"
	"pressclip/internal/source"
)

// What can go wrong with an output.
var (
	errExists      = errors.New("exists already")
	errWrite       = errors.New("can not write")
	errCollision   = errors.New("two inputs have one output")
	errOutputInput = errors.New("the output is the input itself")
)

// A failureKind says how errors of one kind are told.
type failureKind struct {
	is   error
	code string
	say  func(err error) string // nil: the error's own words
}

// The codes of errors that are known by no value.
const (
	codeInternal   = "internal_error"
	codeUnreadable = "unreadable"
)

// failureCodes gives the codes that --errors may have, in their order, with what
// they mean.
func failureCodes() iter.Seq2[string, string] {
	meanings := map[string]string{
		codeInternal:   "a fault of pressclip's own; please report it",
		codeUnreadable: "anything else, in the system's words",
	}
	for _, k := range failureKinds {
		if k.say != nil {
			meanings[k.code] = k.say(k.is)
		} else if meanings[k.code] == "" {
			meanings[k.code] = k.is.Error()
		}
	}
	return func(yield func(string, string) bool) {
		for _, code := range slices.Sorted(maps.Keys(meanings)) {
			if !yield(code, meanings[code]) {
				return
			}
		}
	}
}

// failureKinds are tried in order; what none takes is "unreadable".
var failureKinds = []failureKind{
	{errExists, "exists", nil},
	{errCollision, "collision", nil},
	{errOutputInput, "output_is_input", nil},
	{errWrite, "write_error", nil},
	{extract.ErrNotHTML, "not_html", sayNotHTML},
	{extract.ErrTooLarge, "too_large", say("larger than --max-bytes")},
	{extract.ErrEmpty, "empty", say("the page is empty")},
	{source.ErrSlow, "timeout", say("took longer than --timeout")},
	{source.ErrTooLarge, "too_large", say("larger than --max-bytes")},
	{source.ErrDamaged, "damaged_archive", nil},
	{source.ErrBomb, "archive_bomb", nil},
	{source.ErrNoHTML, "not_html", nil},
	{source.ErrSeveral, "several", nil},
	{source.ErrNoMember, "no_such_member", nil},
	{source.ErrNoPages, "no_pages", nil},
	{source.ErrOutside, "outside", nil},
	{fs.ErrNotExist, "no_such_file", say("no such file")},
	{fs.ErrPermission, "permission_denied", say("permission denied")},
	{syscall.EISDIR, "is_a_folder", say("is a folder")},
	{batch.ErrTimeout, "timeout", say("took longer than --timeout")},
	{context.Canceled, "cancelled", say("stopped")},
}

// describe gives the code and the sentence of an error.
func describe(err error) (code, message string) {
	if p := (*batch.PanicError)(nil); errors.As(err, &p) {
		return codeInternal, p.Error() + "; please report it"
	}
	for _, k := range failureKinds {
		switch {
		case !errors.Is(err, k.is):
		case k.say == nil:
			return k.code, err.Error()
		default:
			return k.code, k.say(err)
		}
	}
	return codeUnreadable, plain(err)
}

// plain is the innermost cause of a system call, without the call and the name
// of the file, which the line begins with anyway.
func plain(err error) string {
	if p := (*fs.PathError)(nil); errors.As(err, &p) {
		return p.Err.Error()
	}
	return err.Error()
}

// say is a fixed sentence.
func say(sentence string) func(error) string {
	return func(error) string { return sentence }
}

// sayNotHTML keeps the kind of file that the extractor tells: "not HTML (PDF)".
func sayNotHTML(err error) string {
	text := err.Error()
	if i := strings.Index(text, extract.ErrNotHTML.Error()); i >= 0 {
		return text[i:]
	}
	return text
}

// writeError says that an output could not be written, and why.
func writeError(name string, err error) error {
	var cause string
	switch {
	case errors.Is(err, fs.ErrPermission):
		cause = "permission denied"
	case errors.Is(err, fs.ErrNotExist):
		cause = "its folder is gone"
	case isEscape(err):
		cause = "a symbolic link leads out of the folder"
	default:
		cause = plainWrite(err)
	}
	return fmt.Errorf("%w %s: %s", errWrite, name, cause)
}

// plainWrite is plain for the errors of writing, which may be of two files.
func plainWrite(err error) string {
	var errno syscall.Errno
	if errors.As(err, &errno) {
		return errno.Error()
	}
	return plain(err)
}

// isEscape reports whether os.Root refused a name that leads out of it. The
// error has no exported value.
func isEscape(err error) bool {
	p := (*fs.PathError)(nil)
	return errors.As(err, &p) && strings.Contains(p.Err.Error(), "escapes from parent")
}
