package cli

// Rendered articles come in; one stream or a folder of files goes out.

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"pressclip/internal/source"
)

// A sink takes rendered articles, one after the other.
type sink interface {
	// put writes the article of d. A *streamError ends the run, any other
	// error is one of this article.
	put(d source.Doc, data []byte) error
	// stream is put for an article that write writes in many pieces.
	stream(d source.Doc, write func(io.Writer) error) error
	// end finishes what is open: keeps it, or leaves nothing of it.
	end(keep bool) error
}

// A streamError is a failure to write to what all articles go to.
type streamError struct {
	name string
	err  error
}

func (e *streamError) Error() string { return writeError(e.name, e.err).Error() }
func (e *streamError) Unwrap() error { return e.err }

// A streamSink writes everything to one place.
type streamSink struct {
	name   string // for messages
	w      io.Writer
	file   outputFile    // below w, if that is a file that is kept or not
	close  io.Closer     // below w, if it was opened for this run and is no outputFile
	member *memberWriter // w, if it compresses
	wrote  bool
}

// An outputFile is kept by Commit or left by Abort.
type outputFile interface {
	io.Writer
	Commit() error
	Abort()
}

func (s *streamSink) put(d source.Doc, data []byte) error {
	return s.stream(d, writing(data))
}

func (s *streamSink) stream(_ source.Doc, write func(io.Writer) error) error {
	s.wrote = true
	if s.member != nil {
		s.member.hold()
	}
	err := write(s.w)
	if s.member != nil {
		err = errors.Join(err, s.member.release())
	}
	if err != nil {
		return &streamError{s.name, err}
	}
	return nil
}

// writing is a function that writes data.
func writing(data []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	}
}

// end makes no file of a run without a single article.
func (s *streamSink) end(keep bool) error {
	var err error
	if s.member != nil && keep && s.wrote {
		err = s.member.Close()
	}
	switch {
	case s.close != nil:
		err = errors.Join(err, s.close.Close())
	case s.file == nil:
	case keep && s.wrote && err == nil:
		err = s.file.Commit()
	default:
		s.file.Abort()
	}
	if err != nil {
		return &streamError{s.name, err}
	}
	return nil
}

// openStream opens the sink for a name: "-" is standard output. A device or a
// FIFO is written as it is; a file is replaced when all is done.
func (e *env) openStream(name string) (*streamSink, error) {
	switch filepath.ToSlash(name) {
	case source.Stdin, "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1":
		return &streamSink{name: "standard output", w: e.stdout}, nil
	case "/dev/stderr", "/dev/fd/2", "/proc/self/fd/2": // opened anew it would have a position of its own
		return &streamSink{name: "standard error", w: e.stderr}, nil
	}
	c, _ := findCodec(name)
	name, direct := target(name)
	s := &streamSink{name: name}
	if direct {
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_APPEND, 0)
		if err != nil {
			return nil, err
		}
		s.w, s.close = f, f
		return s.compressed(c), nil
	}
	root, err := os.OpenRoot(filepath.Dir(name))
	if err != nil {
		return nil, err
	}
	f, err := createAtomic(root, filepath.Base(name))
	if err != nil {
		_ = root.Close()
		return nil, err
	}
	f.own = true
	s.w, s.file = f, f
	return s.compressed(c), nil
}

// compressed puts the codec, if there is one, before what s writes to.
func (s *streamSink) compressed(c *codec) *streamSink {
	if c != nil {
		s.member = &memberWriter{w: s.w, codec: c, size: memberSize}
		s.w = s.member
	}
	return s
}

// target follows a symbolic link to the file that is meant, and reports
// whether it has to be written in place.
func target(name string) (file string, direct bool) {
	clean := filepath.ToSlash(filepath.Clean(name))
	if strings.HasPrefix(clean, "/dev/") || strings.HasPrefix(clean, "/proc/") {
		return name, true
	}
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real
	}
	info, err := os.Stat(name)
	return name, err == nil && !info.Mode().IsRegular()
}

// checkTarget tells beforehand why a file can not be an output.
func checkTarget(flag, name string, noClobber bool) error {
	info, err := os.Stat(name)
	switch {
	case err == nil && info.IsDir():
		return usage("--%s %s is a folder", flag, name)
	case err == nil && noClobber:
		return fmt.Errorf("%s %w", name, errExists)
	case err == nil:
		return nil
	}
	folder, err := os.Stat(filepath.Dir(name))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return usage("--%s %s: there is no folder %s", flag, name, filepath.Dir(name))
	case err != nil:
		return usage("--%s %s: %s", flag, name, plain(err))
	case !folder.IsDir():
		return usage("--%s %s: %s is no folder", flag, name, filepath.Dir(name))
	}
	return nil
}

// A folderSink writes a file per article.
type folderSink struct {
	dir  string // as given, for messages
	root *os.Root
	ext  string
}

// openFolder makes the folder if it is not there.
func openFolder(dir, ext string) (*folderSink, error) {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(dir)
	return &folderSink{dir, root, ext}, err
}

func (s *folderSink) put(d source.Doc, data []byte) error {
	return s.stream(d, writing(data))
}

func (s *folderSink) stream(d source.Doc, write func(io.Writer) error) error {
	name := outputName(d.Name, s.ext)
	if err := s.write(name, write); err != nil {
		return writeError(path.Join(s.dir, name), err)
	}
	return nil
}

// write makes one whole file and the folders above it.
func (s *folderSink) write(name string, write func(io.Writer) error) error {
	if err := s.root.MkdirAll(path.Dir(name), 0o777); err != nil {
		return err
	}
	f, err := createAtomic(s.root, name)
	if err != nil {
		return err
	}
	if err := write(f); err != nil {
		f.Abort()
		return err
	}
	return f.Commit()
}

func (s *folderSink) end(bool) error { return s.root.Close() }
