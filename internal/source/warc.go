package source

// A web archive comes in; its pages go out.

import (
	"errors"
	"fmt"
	"io"

	"pressclip/internal/unpack"
	"pressclip/internal/warc"
)

// warc reads an archive file.
func (a *archive) warc(in *opened) {
	r := in.raw
	if in.packed != unpack.Plain && in.packed != unpack.Gzip { // members of gzip are the records' borders
		var err error
		if r, err = in.unpacked(); err != nil {
			a.damaged(err)
			return
		}
	}
	a.records(r, "")
}

// records yields the pages of a web archive. where is put before the place of
// damage.
func (a *archive) records(r io.Reader, where string) {
	o := warc.Options{MaxBytes: a.in.MaxBytes, IsPage: isPage, Skip: a.skip}
	for p, err := range warc.Pages(r, o) {
		if damage := (*warc.Damage)(nil); errors.As(err, &damage) {
			place := fmt.Sprintf("%sat byte %d", where, damage.Offset)
			if damage.Places > 1 {
				place += fmt.Sprintf(" and in %d more places", damage.Places-1)
			}
			a.fail(&Damage{place, damage.Err})
			return
		}
		if err != nil {
			a.fail(err)
			return
		}
		if !a.take(p.URL) || !a.record(p) {
			return
		}
	}
}

// record yields one page. What can not be a page is none, whatever its server
// called it.
func (a *archive) record(p warc.Page) bool {
	member := p.URL
	if member == "" {
		member = p.ID
	}
	if p.Err == nil && !mayBePage(p.Body[:min(len(p.Body), headSize)]) {
		a.skip(member, "no page")
		return true
	}
	d := Doc{ContentType: p.ContentType, Saved: p.Saved, Open: once(p.Body)}
	if p.Cut != "" {
		d.Cut = true
	}
	if isWebURL(p.URL) {
		d.URL = p.URL
	}
	if err := p.Err; err != nil {
		if errors.Is(err, warc.ErrTooLarge) {
			err = ErrTooLarge
		}
		d.Open = failWith(err)
	}
	return a.give(shorten(member, maxName), fromURL(member), d)
}
