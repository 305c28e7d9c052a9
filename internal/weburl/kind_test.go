package weburl

import "testing"

func TestKindOf(t *testing.T) {
	for ref, want := range map[string]Kind{
		"https://h/": Web, "HTTP://h": Web, "//h": Web, "/a": Web, "a": Web, "": Web, "?q": Web, "a#b": Web, "ftp://h/f": Web,
		"2026:1": Web, "a/javascript:x": Web, "?javascript:x": Web, "Foo bar: baz.html": Web,
		"#a": Anchor, " \n#a": Anchor, "#": Anchor, "#javascript:x": Anchor,
		"mailto:a@b": Mail, "MailTo:a@b": Mail, "tel:+1": Phone, "sms:1": Phone,
		"whatsapp://send": Other, "geo:1,2": Other, "magnet:?x": Other,
		"javascript:x": Dangerous, "JaVaScRiPt:x": Dangerous, "\x01javascript:x": Dangerous, " java\tscr\nipt:x": Dangerous, "java\x00script:x": Dangerous,
		"java\u200bscript:x": Dangerous, "\ufeffjavascript:x": Dangerous, "\u00a0javascript :x": Dangerous, "javascript\n:x": Dangerous,
		"ms-word:ofe|u|https://h/x": Dangerous, "MS-Settings:x": Dangerous, "ms:x": Other, "vbscript:x": Dangerous, "data:text/html,x": Dangerous, "blob:https://h/1": Dangerous, "file:///C:/x": Dangerous,
		"view-source:javascript:x": Dangerous, "feed:javascript:x": Dangerous, "about:blank": Dangerous, "cid:1@2": Dangerous,
		"javascripts:x": Other, "xjavascript:x": Other, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:x": Other,
	} {
		if got := KindOf(ref); got != want {
			t.Errorf("KindOf(%q) = %v, want %v", ref, got, want)
		}
		if got := IsDangerous(ref); got != (want == Dangerous) {
			t.Errorf("IsDangerous(%q) = %v", ref, got)
		}
	}
	for name := range schemes {
		if len(name) >= maxScheme {
			t.Errorf("scheme %q is not shorter than maxScheme", name)
		}
	}
}

func TestScheme(t *testing.T) {
	for ref, want := range map[string]string{"https://h": "https", " HT\nTPS:": "https", "a": "", "//h": "", "": "", ":x": "", "1a:": "", "a+b-c.d:": "a+b-c.d", "é:": ""} {
		if got := Scheme(ref); got != want {
			t.Errorf("Scheme(%q) = %q, want %q", ref, got, want)
		}
	}
}

func TestHost(t *testing.T) {
	for address, want := range map[string]string{
		"https://Example.ORG/a": "example.org", "//h:80/a": "h", "https://u:p@h.example.:443?q": "h.example", "https://good.example@evil.example/": "evil.example",
		`https:\\h\a`: "h", "http:///h/a": "h", "https://[::1]:80/": "[::1]", "https://[::1]/": "[::1]", "https://h#f": "h", "https://h": "h", "file:///home/x": "", "file://srv/x": "srv",
		"/a": "", "a": "", "": "", "mailto:a@b": "", "https://": "", "https://bücher.example/": "bücher.example", "https://h?u@v": "h",
	} {
		if got := Host(address); got != want {
			t.Errorf("Host(%q) = %q, want %q", address, got, want)
		}
	}
}

func TestSameHost(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"https://h/a", "https://h/a#x", true},
		{"https://www.h.example/a", "http://H.example:80/b", true},
		{"https://m.h.example/", "https://h.example/", false},
		{"https://www.", "https://", false},
		{"/a", "/a", false},
		{"", "", false},
	} {
		if got := SameHost(c.a, c.b); got != c.want {
			t.Errorf("SameHost(%q, %q) = %v", c.a, c.b, got)
		}
	}
}

// The law: what a browser would run as a script is dangerous however its
// scheme is written, and so is what it resolves to.
func FuzzDangerous(f *testing.F) {
	for _, ref := range []string{"javascript:x", " j\nAvascript:", "a:b", "\u00a0data:"} {
		f.Add(ref)
	}
	f.Fuzz(func(t *testing.T, ref string) {
		switch Scheme(ref) {
		case "javascript", "vbscript", "data":
			if !IsDangerous(ref) {
				t.Errorf("%q is not dangerous", ref)
			}
		}
		if out := (*Base)(nil).Resolve(ref); IsDangerous(out) && !IsDangerous(ref) {
			t.Errorf("%q is not dangerous, %q is", ref, out)
		}
	})
}

func BenchmarkKindOf(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		KindOf("https://cdn.example.org/img/real-1600.jpg?w=1600&q=80")
	}
}
