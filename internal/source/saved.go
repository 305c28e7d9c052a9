package source

// A file that wraps one page comes in: MHTML, a mail, a Safari archive; the
// Doc of its page goes out.

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"pressclip/internal/bplist"
	"pressclip/internal/mhtml"
	"pressclip/internal/unpack"
)

// ErrNoHTML is what a mail fails with, or a file of Safari, that has no page.
var ErrNoHTML = errors.New("not HTML")

// single yields the page of a file.
func (w *walker) single(in *opened) bool {
	d, err := w.in.openSaved(in)
	switch {
	case errors.Is(err, ErrNoHTML) && in.found:
		w.in.skip(in.path, err.Error())
		return true
	case err != nil:
		return w.refuse(in.place, err)
	}
	d.Path, d.Name = in.path, in.name
	if in.packed != unpack.Plain {
		d.Name = unpackedName(d.Name)
	}
	if nameEnds(d.Name, ".webarchive") { // too long for an extension elsewhere
		d.Name = d.Name[:len(d.Name)-len(".webarchive")] + ".html"
	}
	if in.url != "" {
		d.URL = in.url
	}
	return w.yield(d)
}

// openSaved reads the page of an open file.
func (in *Inputs) openSaved(o *opened) (Doc, error) {
	if f, ok := o.file.(*os.File); ok && o.kind == webarchive && o.packed == unpack.Plain && isRegular(f) {
		info, err := f.Stat()
		if err != nil {
			return Doc{}, err
		}
		return in.readWebarchive(f, info.Size())
	}
	r, err := o.unpacked()
	if err != nil {
		return Doc{}, err
	}
	return in.readSaved(o.kind, r)
}

// saved yields the page of a member. An error is one of the archive.
func (a *archive) saved(name string, what kind, r io.Reader) error {
	d, err := a.in.readSaved(what, r)
	switch {
	case errors.Is(err, ErrNoHTML):
		a.skip(name, err.Error())
	case errors.Is(err, ErrTooLarge), errors.Is(err, bplist.ErrDamaged):
		a.give(name, "", Doc{Open: failWith(err)})
	case err != nil:
		return err
	default:
		where := ""
		if nameEnds(name, ".webarchive") {
			where = name[:len(name)-len(".webarchive")] + ".html"
		}
		a.give(name, where, d)
	}
	return nil
}

// readSaved reads the page of a stream.
func (in *Inputs) readSaved(what kind, r io.Reader) (Doc, error) {
	if what == mail {
		return in.readMail(r)
	}
	b, err := in.readAll(r)
	if err != nil {
		return Doc{}, err
	}
	return in.readWebarchive(bytes.NewReader(b), int64(len(b)))
}

// readMail reads MHTML and mails. What a mail says about its newsletter is put
// before it as front matter.
func (in *Inputs) readMail(r io.Reader) (Doc, error) {
	p, err := mhtml.Read(r, in.MaxBytes)
	switch {
	case errors.Is(err, mhtml.ErrNoHTML):
		return Doc{}, fmt.Errorf("%w (%w)", ErrNoHTML, err)
	case errors.Is(err, mhtml.ErrTooLarge):
		return Doc{}, ErrTooLarge
	case err != nil:
		return Doc{}, err
	}
	d := Doc{ContentType: p.ContentType, Saved: p.Date}
	if isWebURL(p.URL) {
		d.URL = p.URL
	}
	body := p.HTML
	if !p.Saved && !has(body, "\xff\xfe", "\xfe\xff", "---") {
		var f front
		f.set("title", p.Subject)
		f.set("author", p.From)
		if !p.Date.IsZero() {
			f.set("date", p.Date.Format("2006-01-02T15:04:05Z07:00"))
		}
		body = append(f.end(), bytes.TrimPrefix(body, []byte("\xef\xbb\xbf"))...)
	}
	d.Open = once(body)
	return d, nil
}

// readWebarchive reads the main resource of Safari's format; frames and
// pictures are others.
func (in *Inputs) readWebarchive(r io.ReaderAt, size int64) (Doc, error) {
	list, err := bplist.Open(r, size)
	if err != nil {
		return Doc{}, err
	}
	top, err := list.Dict(list.Top())
	if err != nil {
		return Doc{}, err
	}
	ref, ok := top["WebMainResource"]
	if !ok {
		return Doc{}, fmt.Errorf("%w (property list)", ErrNoHTML)
	}
	main, err := list.Dict(ref)
	if err != nil {
		return Doc{}, err
	}
	return in.mainResource(list, main)
}

// mainResource reads the page of a Safari archive.
func (in *Inputs) mainResource(list *bplist.List, main map[string]bplist.Ref) (Doc, error) {
	text := func(key string) string {
		ref, ok := main[key]
		if !ok {
			return ""
		}
		s, _ := list.String(ref) // a page without it is still one
		return s
	}
	if kind := strings.ToLower(text("WebResourceMIMEType")); kind != "" && kind != "text/html" && kind != "application/xhtml+xml" {
		return Doc{}, fmt.Errorf("%w (%.40q in a Safari archive)", ErrNoHTML, kind)
	}
	data, err := list.Data(main["WebResourceData"])
	if err != nil {
		return Doc{}, err
	}
	body, err := in.readAll(data)
	if err != nil {
		return Doc{}, err
	}
	d := Doc{Open: once(body)}
	if charset := text("WebResourceTextEncodingName"); charset != "" {
		d.ContentType = "text/html; charset=" + charset
	}
	if url := text("WebResourceURL"); isWebURL(url) {
		d.URL = url
	}
	return d, nil
}
