package output

// An article comes in; it goes out piece by piece, in the record's order, to
// whatever writes a format. No format has to hold the whole record.

import (
	"encoding/json"
	"io"
	"reflect"
	"strconv"
	"sync"

	"pressclip/extract"
)

// A visitor takes the pieces of a record. An error of its writer is kept until
// the end and returned by finish.
type visitor interface {
	open(list bool)      // a list or an object begins
	key(name string)     // of the value that follows
	text(s string)       // a value that is a string
	bare(literal string) // a value that is a number or a boolean
	close()              // the innermost list or object ends
}

// walk hands v to w, or what tree chooses of it. It calls itself once for each
// level of the record; the body of an article has a bounded number of them.
func walk(v reflect.Value, tree selected, w visitor) error {
	switch v.Kind() {
	case reflect.Pointer: // never nil: omitempty leaves such out
		return walk(v.Elem(), tree, w)
	case reflect.Slice:
		w.open(true)
		for i := range v.Len() {
			if err := walk(v.Index(i), tree, w); err != nil {
				return err
			}
		}
		w.close()
	case reflect.Struct:
		return walkObject(v, tree, w)
	case reflect.String:
		w.text(v.String())
	case reflect.Bool:
		w.bare(strconv.FormatBool(v.Bool()))
	case reflect.Float64:
		b, err := json.Marshal(v.Float()) // refuses what is not finite
		w.bare(string(b))
		return err
	default:
		w.bare(strconv.FormatInt(v.Int(), 10))
	}
	return nil
}

// walkObject hands over the members of v in the order of its type.
func walkObject(v reflect.Value, tree selected, w visitor) error {
	w.open(false)
	for _, m := range membersOf(v.Type()) {
		below, chosen := tree[m.name]
		f := v.Field(m.index)
		if tree != nil && !chosen || m.omitEmpty && isEmpty(f) {
			continue
		}
		w.key(m.name)
		if err := walk(f, below, w); err != nil {
			return err
		}
	}
	w.close()
	return nil
}

// chosen returns what JSON and YAML write of an article with these options.
func chosen(a *extract.Article, o Options) (*Selection, error) {
	if len(o.Fields) == 0 {
		return &Selection{article: a}, nil
	}
	return Select(a, o.Fields)
}

// walk hands the selection to w.
func (s *Selection) walk(w visitor) error {
	return walk(reflect.ValueOf(s.article).Elem(), s.tree, w)
}

// flushSize is how many bytes a writer of a format collects before it passes
// them on.
const flushSize = 64 << 10

// room is where pipes collect their bytes, one after the other.
var room = sync.Pool{New: func() any { return new([]byte) }}

// A pipe is a writer that collects bytes; err is the first failure and stays.
type pipe struct {
	w    io.Writer
	buf  []byte
	sent int // bytes that were passed on before buf
	err  error
}

// size is how many bytes have been written.
func (p *pipe) size() int { return p.sent + len(p.buf) }

// spill passes on what has been collected, if that is much.
func (p *pipe) spill() {
	if len(p.buf) >= flushSize {
		p.flush()
	}
}

// flush passes on what has been collected.
func (p *pipe) flush() {
	if len(p.buf) > 0 && p.err == nil {
		_, p.err = p.w.Write(p.buf)
	}
	p.sent += len(p.buf)
	p.buf = p.buf[:0]
}
