package source

// A tar archive comes in; its pages go out, in its order.

import (
	"archive/tar"
	"bufio"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"

	"pressclip/internal/unpack"
)

// tar reads an archive to its end.
func (a *archive) tar(r io.Reader) {
	t := tar.NewReader(bufio.NewReaderSize(r, 64<<10))
	pages := pageSet{}
	for a.more {
		head, err := t.Next()
		if err == io.EOF {
			return
		}
		if err != nil && !errors.Is(err, tar.ErrInsecurePath) { // no member's path is trusted anyway
			a.damaged(err)
			return
		}
		name := head.Name
		if !a.take(name) {
			return
		}
		pages.add(name)
		switch {
		case head.Typeflag == tar.TypeDir:
		case head.Typeflag != tar.TypeReg:
			a.skip(name, "no file")
		case pages.hasParts(name):
			a.skip(name, "a part of a saved page")
		default:
			if err := a.entry(name, t); err != nil {
				a.damaged(err)
				return
			}
		}
	}
}

// entry yields the page of a member that can be read once. An error is one of
// the archive.
func (a *archive) entry(name string, r io.Reader) error {
	in := bufio.NewReaderSize(r, headSize)
	head, err := peek(in)
	if err != nil {
		return err
	}
	what, packed := a.judge(name, head)
	switch what {
	case page:
		body, err := a.in.readAll(in)
		open := once(body)
		d := Doc{LikelyURL: mirrored(cleanMember(name)), Open: func() (io.ReadCloser, error) { return openPacked(open, packed) }}
		if err == ErrTooLarge {
			d.Open = failWith(err)
		} else if err != nil {
			return err
		}
		a.give(name, outputOf(name, packed), d)
	case mail, webarchive:
		return a.saved(name, what, in)
	default:
		a.skip(name, "no page")
	}
	return nil
}

// outputOf is the name of a member's output, "" for the member's own.
func outputOf(name string, packed unpack.Format) string {
	if packed == unpack.Plain {
		return ""
	}
	return unpackedName(name)
}

// judge tells what a member is. Archives in archives are not read.
func (a *archive) judge(name string, head []byte) (kind, unpack.Format) {
	packed := unpack.Sniff(head)
	if packed != unpack.Plain {
		name = unpackedName(name)
		z, err := unpack.NewReader(bytes.NewReader(head), packed)
		if err != nil {
			return unknown, packed
		}
		defer z.Close()
		b := make([]byte, headSize)
		n, _ := io.ReadFull(z, b) // the head is cut
		head = b[:n]
	}
	what := a.in.kindOf(head, name)
	switch {
	case packed != unpack.Plain && what != page && what != unknown:
		return unknown, packed
	case what == unknown && taken(name) == told && mayBePage(head):
		what = page
	}
	return what, packed
}

// cleanMember is a member's name with slashes and without "./" before it.
func cleanMember(name string) string {
	return strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "./")
}

// partsSuffixes are how browsers call the folder with the parts of a page that
// they save beside it, in lower case: Windows knows such pairs by the list in
// the documentation of its shell ("connected files"). Chrome and Firefox write
// "_files", whatever their language; the others are older or of other programs.
var partsSuffixes = []string{
	"_files", ".files", "-dateien", "_dateien", "_fichiers", "_bestanden", "_file", "_archivos", "-filer", "_tiedostot", "_pliki",
	"_soubory", "_elemei", "_ficheiros", "_arquivos", "_dosyalar", "_datoteke", "_fitxers", "_failid", "_fails", "_bylos", "_fajlovi", "_fitxategiak",
}

// ownerOf is the name, without its extension, of the page whose parts a folder
// would hold, "" if it is not named like that.
func ownerOf(folder string) string {
	low := strings.ToLower(folder)
	if len(low) != len(folder) {
		return ""
	}
	for _, suffix := range partsSuffixes {
		if strings.HasSuffix(low, suffix) && len(low) > len(suffix) {
			return folder[:len(folder)-len(suffix)]
		}
	}
	return ""
}

// A pageSet holds the pages of an archive, without their extensions, that were
// seen so far.
type pageSet map[string]struct{}

// add takes a member's name.
func (s pageSet) add(name string) {
	name = cleanMember(name)
	if ext := path.Ext(name); takings[strings.ToLower(ext)] == told && len(s) < maxPageSet {
		s[strings.TrimSuffix(name, ext)] = struct{}{}
	}
}

// maxPageSet bounds a pageSet: behind so many pages, a mirror is told from a
// person's saved pages.
const maxPageSet = 100_000

// hasParts reports whether a member lies in the folder of a page's parts.
func (s pageSet) hasParts(name string) bool {
	name = cleanMember(name)
	for i := 0; i < len(name); i++ {
		if name[i] != '/' {
			continue
		}
		dir, base := path.Split(name[:i])
		if owner := ownerOf(base); owner != "" {
			if _, ok := s[dir+owner]; ok {
				return true
			}
		}
	}
	return false
}
