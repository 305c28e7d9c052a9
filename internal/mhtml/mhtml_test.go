package mhtml

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime/quotedprintable"
	"strings"
	"testing"
	"testing/iotest"
	"time"
)

const html = "<!DOCTYPE html><title>Regen</title><p style=\"a=b\">Es regnete \u00fcber der Stadt, vierzig Tage lang, sagte der Mann am Fluss.\n<p>More"

// qp encodes quoted-printable.
func qp(s string) string {
	var b bytes.Buffer
	w := quotedprintable.NewWriter(&b)
	_, _ = w.Write([]byte(s))
	_ = w.Close()
	return b.String()
}

// b64 encodes base64 in lines.
func b64(s string) string {
	e := base64.StdEncoding.EncodeToString([]byte(s))
	var lines []string
	for len(e) > 76 {
		lines, e = append(lines, e[:76]), e[76:]
	}
	return strings.Join(append(lines, e), "\r\n")
}

// message joins lines as mail has them.
func message(lines ...string) string { return strings.Join(lines, "\r\n") }

// chrome is a page as Chrome saves it.
func chrome() string {
	return message("From: <Saved by Blink>", "Snapshot-Content-Location: https://e.org/a", "Subject: =?utf-8?Q?Regen=20=C3=BCber?=", "Date: Mon, 6 May 2024 09:08:07 +0200",
		"MIME-Version: 1.0", "Content-Type: multipart/related;", "\ttype=\"text/html\";", "\tboundary=\"----MultipartBoundary--x----\"", "", "",
		"------MultipartBoundary--x----", "Content-Type: text/html", "Content-ID: <frame-1@mhtml.blink>", "Content-Transfer-Encoding: quoted-printable", "Content-Location: https://e.org/a", "",
		qp(html),
		"------MultipartBoundary--x----", "Content-Type: image/png", "Content-Transfer-Encoding: base64", "Content-Location: https://e.org/i.png", "", b64("PNG"),
		"------MultipartBoundary--x------", "")
}

func TestRead(t *testing.T) {
	old := message("From: <\xc9=D3 Microsoft Internet Explorer 5 \xb1\xa3\xb4\xe6>", "Subject: Regen", "Date: Mon, 6 May 2024 09:08:07 +0200", "MIME-Version: 1.0",
		"Content-Type: multipart/related; type=\"text/html\"; boundary=b", "", "This is a message in MIME format.", "", "--b",
		"Content-Type: text/html; charset=\"utf-8\"", "Content-Transfer-Encoding: base64", "Content-Location: https://e.org/a", "", b64(html), "", "--b--", "")
	frames := message("MIME-Version: 1.0", "Content-Type: multipart/related; boundary=b; start=\"<top>\"", "Content-Location: https://e.org/a", "",
		"--b", "Content-Type: text/html", "Content-ID: <frame>", "", "<p>An advertisement", "--b", "Content-Type: text/html", "Content-ID: <top>", "", html, "--b--")
	mail := message("Received: from x", "From: \"Rain News\" <news@e.org>", "To: me@e.org", "Subject: =?iso-8859-1?Q?Regen_=FCber?=", "Date: Mon, 06 May 2024 07:08:07 +0000 (UTC)",
		"Content-Type: multipart/mixed; boundary=m", "", "--m", "Content-Type: multipart/alternative; boundary=a", "",
		"--a", "Content-Type: text/plain", "", "It rained", "--a", "Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "", qp(html), "--a--", "",
		"--m", "Content-Type: text/html", "Content-Disposition: attachment; filename=a.html", "", "<p>no", "--m--", "")
	plain := message("From: a@e.org", "Subject: x", "Content-Type: text/html", "", html)
	date := time.Date(2024, 5, 6, 7, 8, 7, 0, time.UTC)
	for _, test := range []struct {
		name, message string
		want          Page
	}{
		{"Chrome", chrome(), Page{URL: "https://e.org/a", Subject: "Regen \u00fcber", Date: date, Saved: true, ContentType: "text/html"}},
		{"LF only", strings.ReplaceAll(chrome(), "\r\n", "\n"), Page{URL: "https://e.org/a", Subject: "Regen \u00fcber", Date: date, Saved: true, ContentType: "text/html"}},
		{"Internet Explorer", old, Page{URL: "https://e.org/a", Subject: "Regen", Date: date, Saved: true, ContentType: "text/html; charset=\"utf-8\""}},
		{"the page is named", frames, Page{URL: "https://e.org/a", Saved: true, ContentType: "text/html"}},
		{"mail", mail, Page{Subject: "Regen \u00fcber", From: "Rain News", Date: date, ContentType: "text/html; charset=utf-8"}},
		{"mail of one part", plain, Page{Subject: "x", From: "a@e.org", ContentType: "text/html"}},
		{"mailbox", "From a@e.org Mon May 6\r\n" + plain, Page{Subject: "x", From: "a@e.org", ContentType: "text/html"}},
		{"badly written type", strings.Replace(plain, "text/html", "text/html; charset", 1), Page{Subject: "x", From: "a@e.org", ContentType: "text/html; charset"}},
	} {
		for _, r := range []io.Reader{strings.NewReader(test.message), iotest.OneByteReader(strings.NewReader(test.message))} {
			got, err := Read(r, 1000)
			if err != nil {
				t.Errorf("%s: %v", test.name, err)
				continue
			}
			if text := strings.ReplaceAll(string(got.HTML), "\r\n", "\n"); text != html {
				t.Errorf("%s: got %q", test.name, text)
			}
			got.HTML, got.Date = nil, got.Date.UTC()
			if fmt.Sprint(*got) != fmt.Sprint(test.want) {
				t.Errorf("%s: got %+v, want %+v", test.name, *got, test.want)
			}
		}
	}
}

func TestReadErrors(t *testing.T) {
	disk := errors.New("the disk is gone")
	for _, test := range []struct {
		name string
		r    io.Reader
		want error
	}{
		{"no HTML", strings.NewReader("From: a\r\nTo: b\r\n\r\nHello"), ErrNoHTML},
		{"empty", strings.NewReader(""), ErrNoHTML},
		{"too large", strings.NewReader("Content-Type: text/html\r\n\r\n" + strings.Repeat("x", 1001)), ErrTooLarge},
		{"cut in the page", strings.NewReader(chrome()[:600]), io.ErrUnexpectedEOF},
		{"disk", io.MultiReader(strings.NewReader(chrome()[:500]), iotest.ErrReader(disk)), disk},
	} {
		if _, err := Read(test.r, 1000); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", test.name, err, test.want)
		}
	}
	long := io.MultiReader(strings.NewReader("From: a\r\nX: "), io.LimitReader(endless{}, 2*maxHeader))
	if _, err := Read(long, 0); err == nil {
		t.Error("a header without an end is read")
	}
}

// endless reads the letter x.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

func TestQuotedPrintable(t *testing.T) {
	for in, want := range map[string]string{
		"a=3D=\r\nb": "a=b", "a=\nb": "a=b"[:1] + "b", "=C3=BC": "\u00fc", "=c3=bc": "\u00fc", "=G1 = =": "=G1 = ", "a= \t\r\nb": "ab", "end=": "end", "end=4": "end=4", "a\r\n\r\nb": "a\r\n\r\nb",
	} {
		p, err := Read(strings.NewReader("Content-Type: text/html\nContent-Transfer-Encoding: Quoted-Printable\n\n"+in), 0)
		if err != nil || string(p.HTML) != want {
			t.Errorf("%q: %q, %v, want %q", in, p.HTML, err, want)
		}
	}
}

// Soft ends and blanks without an end take time in proportion to their number.
func TestLinear(t *testing.T) {
	for _, piece := range []string{"= ", "=\n", "=\r", "--", "--b\n", " "} {
		start := time.Now()
		body := strings.Repeat(piece, 4<<20)
		_, _ = Read(strings.NewReader("Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n"+body), 0)
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("%q: %v", piece, took)
		}
	}
}

// A page that is whole is given, whatever comes behind it; a cut one is not.
// Encoding and decoding give the page back.
func FuzzCut(f *testing.F) {
	f.Add(html, uint16(700), true)
	f.Add("a=b  \n\n--x", uint16(400), false)
	f.Fuzz(func(t *testing.T, body string, cut uint16, quoted bool) {
		body = strings.ReplaceAll(strings.ReplaceAll(body, "\r", ""), "\n", "\r\n")
		encoding, encoded := "base64", b64(body)
		if quoted {
			encoding, encoded = "quoted-printable", qp(body)
		}
		head := message("From: <Saved by Blink>", "Snapshot-Content-Location: https://e.org/", "Content-Type: multipart/related; boundary=bound", "",
			"--bound", "Content-Type: text/html", "Content-Transfer-Encoding: "+encoding, "Content-Location: https://e.org/", "", "")
		m := head + encoded + message("", "--bound", "Content-Type: image/gif", "", "GIF", "--bound--", "")
		m = m[:min(len(m), int(cut))]
		p, err := Read(strings.NewReader(m), 0)
		if whole := len(head) + len(encoded) + len("\r\n--bound\r\n"); len(m) >= whole {
			if err != nil || string(p.HTML) != body {
				t.Errorf("whole: %v, want %q", err, body)
			}
		} else if err == nil && string(p.HTML) != body { // the boundary is there, if not its line end
			t.Errorf("cut at %d of %d: got %q", len(m), whole, p.HTML)
		}
	})
}

// Any bytes end in a page that is no larger than they are, or in an error.
func FuzzRead(f *testing.F) {
	f.Add([]byte(chrome()))
	f.Add([]byte("From: a\nContent-Type: text/html\n\n<p>Rain"))
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := Read(bytes.NewReader(b), 0)
		if (p == nil) == (err == nil) {
			t.Errorf("%v, %v", p, err)
		}
		if p != nil && len(p.HTML) > len(b) {
			t.Errorf("%d bytes from %d", len(p.HTML), len(b))
		}
	})
}
