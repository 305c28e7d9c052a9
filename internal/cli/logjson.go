package cli

// Messages come in; JSON lines for a log go out.

import (
	"fmt"
	"io"
	"log/slog"
	"strings"
	"unicode/utf8"
)

// newJSONLog writes a JSON line for each message: time, level, msg, and path and
// code where there are any.
func newJSONLog(w io.Writer) *slog.Logger {
	return slog.New(slog.NewJSONHandler(scrubber{w}, &slog.HandlerOptions{Level: slog.LevelInfo}))
}

// A scrubber writes JSON in which no character acts on a terminal.
type scrubber struct{ w io.Writer }

func (s scrubber) Write(p []byte) (int, error) {
	if _, err := s.w.Write(scrubJSON(p)); err != nil {
		return 0, err
	}
	return len(p), nil
}

// scrubJSON escapes the control characters that encoding/json writes raw. They
// can only stand in strings.
func scrubJSON(line []byte) []byte {
	if !strings.ContainsFunc(strings.TrimSuffix(string(line), "\n"), isControl) {
		return line
	}
	out := make([]byte, 0, len(line)+16)
	for i := 0; i < len(line); {
		r, n := utf8.DecodeRune(line[i:])
		if r != '\n' && isControl(r) {
			out = fmt.Appendf(out, `\u%04x`, r)
		} else {
			out = append(out, line[i:i+n]...)
		}
		i += n
	}
	return out
}
