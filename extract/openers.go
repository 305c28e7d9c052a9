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
	m.memberByLines(z, until)
}

// memberLines begin the lines that boards set below a member's name, in lower case.
var memberLines = newLineTable("registered", "join date", "joined", "member since", "posts:", "messages:", "registriert", "dabei seit", "beiträge:", "inscrit", "сообщения", "сообщений")

// farMemberLine is how many leaves below a name, of its rank and its place, such
// a line may stand.
const farMemberLine = 3

// memberByLines claims the login of one word above the first lines about a
// member: who is not logged in himself sees no links on some boards.
func (m *metadata) memberByLines(z *zone, until int32) {
	last := int32(none)
	for i := z.from; i < until; i++ {
		l := &m.p.leaves[i]
		if l.flags != 0 || l.text.empty() || l.text.len() > longName {
			continue
		}
		text := clean(string(m.p.textOf(l)))
		switch {
		case memberLines.begins([]byte(text)):
			if last != none && i-last <= farMemberLine {
				m.person(clean(string(m.p.textOf(&m.p.leaves[last]))), "", last, fromHeader)
			}
			return
		case isLogin(text) && (last == none || i-last > farMemberLine) && l.linked == 0 && !memberRanks[strings.ToLower(text)]:
			last = i
		}
	}
}

// memberRanks are lines below a member's name that look like one.
var memberRanks = map[string]bool{"member": true, "moderator": true, "administrator": true, "guest": true, "offline": true, "online": true, "mitglied": true, "moderatorin": true, "membre": true}
