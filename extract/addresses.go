package extract

import (
	"strings"

	"pressclip/internal/weburl"
)

// addresses.go makes the page's addresses absolute and tells which lead
// somewhere.

// addresses resolves the addresses of one page.
type addresses struct {
	base     *weburl.Base
	page     string // the page's own address, for links into itself
	site     string // an address of the page's host
	relative bool   // an address stayed relative for want of a base
	grown    int    // bytes that bases added to addresses
	limit    int    // what they may add
	cut      bool   // addresses stayed relative for that limit
}

// Bases may make a page's addresses longer by growthPerByte bytes per byte of
// the page, and growthFree more: a long <base> and a million links would be a
// record many times the page.
const (
	growthPerByte = 3
	growthFree    = 64 << 10
)

// newAddresses finds the base of a page's addresses: <base>, then the caller's
// address, the canonical link, the address that a saving program noted, the one
// that the caller thinks likely.
func newAddresses(p *page, given, likely string) *addresses {
	a := &addresses{limit: allowance(p.size, growthPerByte, growthFree)}
	own := firstBase(given, p.str(p.saved), p.str(p.canonical), likely)
	if own != nil {
		a.page = own.String()
	}
	a.base = firstBase(given, p.str(p.canonical), p.str(p.saved), likely)
	if href := p.str(p.base); href != "" {
		if b := firstBase(a.base.Resolve(href)); b != nil {
			a.base = b
		}
	}
	a.site = firstString(a.page, a.base.String())
	return a
}

// firstBase returns the first address that can be a base: one of the web, so
// that no relative link becomes a file's.
func firstBase(list ...string) *weburl.Base {
	for _, s := range list {
		if b, err := weburl.Parse(s); s != "" && err == nil && weburl.KindOf(s) == weburl.Web {
			return b
		}
	}
	return nil
}

func firstString(list ...string) string {
	for _, s := range list {
		if s != "" {
			return s
		}
	}
	return ""
}

// link returns the address of a link, absolute, "#id" inside the page, or ""
// if it leads nowhere that a reader could want.
func (a *addresses) link(href string) string {
	switch weburl.KindOf(href) {
	case weburl.Dangerous:
		return ""
	case weburl.Anchor:
		href = strings.TrimSpace(href)
		if href == "#" {
			return ""
		}
		return clean((*weburl.Base)(nil).Resolve(href))
	}
	url := a.resolve(href)
	if frag := strings.IndexByte(url, '#'); frag >= 0 && a.page != "" && url[:frag] == a.page {
		return url[frag:]
	}
	return url
}

// resolve returns an address as an absolute one. Without a base it stays as
// written.
func (a *addresses) resolve(href string) string {
	if strings.TrimSpace(href) == "" || weburl.IsDangerous(href) {
		return ""
	}
	base := a.base
	if a.cut {
		base = nil
	}
	url := base.Resolve(href)
	a.grown += max(len(url)-len(href), 0)
	a.cut = a.cut || a.grown > a.limit
	if a.base == nil && weburl.Scheme(url) == "" && !strings.HasPrefix(url, "#") {
		a.relative = true
	}
	return clean(url)
}

// web returns an address that a browser can open, or "".
func (a *addresses) web(href string) string {
	if href == "" || weburl.KindOf(href) != weburl.Web {
		return ""
	}
	return a.resolve(href)
}

// internal reports whether an address is on the page's own host.
func (a *addresses) internal(url string) bool {
	return weburl.Scheme(url) == "" || a.site != "" && weburl.SameHost(url, a.site)
}

// provider names the service behind an embedded address.
func provider(url string) (string, bool) { return weburl.Embed(url) }

// savedFrom takes the address that a program left in a comment when it saved
// the page.
func (s *scanner) savedFrom(comment []byte) {
	if len(comment) > 4096 {
		return
	}
	if url, _, ok := weburl.SavedFrom(string(comment)); ok {
		s.page.saved = s.page.keep([]byte(url))
	}
}
