package extract

import "strings"

// openers.go finds who opened a thread: the page and its zone go in, the member
// whose page the first post links to comes out.

// memberPages are in the addresses of members' pages that boards make.
var memberPages = []string{
	"member.php?", "memberlist.php?mode=viewprofile", "profile.php?", "action=profile", // vBulletin, phpBB, FluxBB, SMF
	"/user-", "/members/", "/profile/", "/users/", "/user/", "/u/",
}

// isMemberPage reports whether an address is that of a member of a board.
func (m *metadata) isMemberPage(href string) bool {
	for _, part := range memberPages {
		if strings.Contains(href, part) {
			return m.isOwnPage(href)
		}
	}
	return false
}

// threadOpener claims the first member that the lines around a thread's title
// and its first post link to.
func (m *metadata) threadOpener(sel *selection, z *zone) {
	named := &m.counts[fieldAuthor]
	if kindNames[sel.kind.kind] != ForumPage || named[fromHeader]+named[fromMicrodata]+named[fromJSONLD] > 0 {
		return
	}
	from, until := z.from, min(z.first+tailLeaves, int32(len(m.p.leaves)))
	if z.h1 != none && z.h1 < z.first {
		from = z.h1
	}
	for i := from; i < until; i++ {
		l := &m.p.leaves[i]
		if l.flags != 0 || z.sel.why[l.node]&(hintNav|hintRelated|hintCookie) != 0 {
			continue
		}
		for r := l.run0; r < l.run1; r++ {
			run := &m.p.runs[r]
			if run.link == none || run.text.len() > longName {
				continue
			}
			name := clean(string(m.p.text[run.text.start:run.text.end]))
			if href := m.p.str(m.p.links[run.link].href); (isLogin(name) || looksLikeName(name)) && m.isMemberPage(href) {
				m.person(name, href, i, fromHeader)
				return
			}
		}
	}
}
