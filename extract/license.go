package extract

import (
	"bytes"
	"strings"
)

// license.go finds under which terms a page may be used.

// freeLicenses are parts of addresses of licences that are links and nothing else.
var freeLicenses = []string{"creativecommons.org/licenses/", "creativecommons.org/publicdomain/", "gnu.org/licenses/", "opendatacommons.org/licenses/", "nationalarchives.gov.uk/doc/open-government-licence"}

// licenseLinks claims links to a well-known licence after the text: in it or
// below a picture they are of something else.
func (m *metadata) licenseLinks(z *zone) {
	p := m.p
	for i := max(z.last, 0); i < int32(len(p.leaves)); i++ {
		l := &p.leaves[i]
		if l.linked == 0 && l.images == 0 || l.flags != 0 || p.nodes[l.node].hints&(hintCaption|hintComment) != 0 {
			continue
		}
		for r := l.run0; r < l.run1; r++ {
			if link := p.runs[r].link; link != none {
				if href := p.bytes(p.links[link].href); bytes.Contains(href, []byte("licen")) || bytes.Contains(href, []byte("publicdomain")) {
					m.licenseLink(string(href))
				}
			}
		}
	}
}

func (m *metadata) licenseLink(href string) {
	for _, part := range freeLicenses {
		if strings.Contains(href, part) {
			m.claim(fieldLicense, fromByline, m.addr.web(href))
			return
		}
	}
}

// chooseLicense believes the address of a licence, else its name. A line that
// keeps all rights is none.
func (m *metadata) chooseLicense() string {
	return m.first(fieldLicense, func(c *claim) (string, bool) {
		v := firstString(c.url, c.value)
		return v, len(v) < 200 && !strings.Contains(strings.ToLower(v), "rights reserved")
	})
}
