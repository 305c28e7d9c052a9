package extract

import (
	"strings"
	"testing"
	"time"
)

// storyText is a text that makes an article of a page.
var storyText = strings.Repeat("<p>The gauge at the weir had run since the year of the flood, and nobody on the quay could say who had wound it. It was found to be right.</p>", 4)

// claimPage is a page with a headline, what follows it, a text and what follows that.
func claimPage(head, header, footer string) string {
	return "<html lang=en><head>" + head + "</head><body><main><h1>The gauge at the weir</h1>" + header + storyText + footer + "</main></body></html>"
}

func readPage(t *testing.T, page string, opts ...Option) *Article {
	t.Helper()
	a, err := Extract(strings.NewReader(page), opts...)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestTitle(t *testing.T) {
	for _, c := range []struct{ name, page, want string }{
		{"the heading, not what is written for search engines",
			`<title>Weir gauge guide 2026</title><meta property="og:title" content="Weir gauge: all you need"><h1>The gauge at the weir</h1>` + storyText, "The gauge at the weir"},
		{"no heading like the head", `<title>Who wound the gauge?</title><h1>Menu of the day</h1>` + storyText, "Who wound the gauge?"},
		{"a kicker", `<title>The gauge at the weir</title><h1><span>Quay Nine</span> <span class="headline">The gauge at the weir</span></h1>` + storyText, "The gauge at the weir"},
		{"a label", `<title>The gauge at the weir - Forum</title><h1>Thread: The gauge at the weir</h1>` + storyText, "The gauge at the weir"},
		{"the site's name by its host", `<link rel=canonical href="https://forums.quaynine.example/t/1"><title>Who wound it? - Quay Nine Forums</title>` + storyText, "Who wound it?"},
		{"its initials", `<link rel=canonical href="https://qnb.example/1"><title>Who wound it? | Quay Nine Board</title>` + storyText, "Who wound it?"},
		{"no site's name", `<title>Who wound it? | Opinion</title>` + storyText, "Who wound it? | Opinion"},
		{"a line of the page", `<title>Quay Nine Courier: Letter from the weir</title><table><tr><td><font size=6><b>Letter from the weir</b></font><p>` + storyText + `</table>`, "Letter from the weir"},
		{"the site's name by a link to its front", `<title>Who wound it? | Quay Nine</title><a href="/">Quay Nine</a>` + storyText, "Who wound it?"},
		{"a sign above it", `<title>Who wound the gauge of Quay Nine so long ago?</title><h1><a href="https://a.example/">Quay Nine</a></h1>` + storyText, "Who wound the gauge of Quay Nine so long ago?"},
		{"one section of several", `<title>Who wound the gauge, Ann Lee or the clerk?</title><h1>weir.md</h1><h1>Ann Lee</h1>` + storyText, "Who wound the gauge, Ann Lee or the clerk?"},
		{"a head that names the site alone", `<title>Quay Nine - The heart of the harbour</title><h1>Who wound the gauge at the weir?</h1>` + storyText, "Who wound the gauge at the weir?"},
		{"a long kicker", `<title>The gauge at the weir is right again</title><h1>Works at the harbour and the quay :The gauge at the weir is right again</h1>` + storyText, "The gauge at the weir is right again"},
		{"a subtitle in it", `<title>The gauge at the weir</title><h1>The gauge at the weir <span class=subtitle>Nobody knows who wound it</span></h1>` + storyText, "The gauge at the weir"},
		{"a line of it", `<title>The gauge at the weir</title><h1>All the news of harbour and quay<br>The gauge at the weir</h1>` + storyText, "The gauge at the weir"},
		{"a name after a hyphen, where no spaces are written", `<title>堰の水位計を誰が巻いたのか-波止場新聞</title><a href="/">波止場新聞</a>` + storyText, "堰の水位計を誰が巻いたのか"},
		{"soft hyphens", `<title>x</title><h1>The gauge at the har&shy;bour</h1>` + storyText, "The gauge at the harbour"},
		{"a date before it", `<title>The gauge at the weir</title><h1>4 March 2026 The gauge at the weir</h1>` + storyText, "The gauge at the weir"},
		{"cut inside a bracket", `<title>Who wound the gauge (and why it was not the clerk) - Quay Nine</title><meta property="og:site_name" content="Quay Nine"><script type="application/ld+json">{"@type":"Article","headline":"Who wound the gauge (and why it"}</script>` + storyText, "Who wound the gauge (and why it was not the clerk)"},
		{"cut, with dots", `<title>Who wound the gauge at the weir?</title><meta property="og:title" content="Who wound the gauge at…">` + storyText, "Who wound the gauge at the weir?"},
		{"dots of its own", `<title>Who wound the gauge… - Weirs</title><meta property="og:title" content="Who wound the gauge…">` + storyText, "Who wound the gauge…"},
		{"encoded twice", `<title>Weirs &amp; gauges of the harbour</title><h1>Weirs &amp;#x26; gauges of the harbour</h1>` + storyText, "Weirs & gauges of the harbour"},
		{"a headline about an entity", `<title>What does &amp;amp; mean in a title?</title><h1>What does &amp;amp; mean in a title?</h1>` + storyText, "What does &amp; mean in a title?"},
		{"a version's number before it", `<title>2024.4.4 -> 2024.5.0: the gauge is stuck</title><h1>2024.4.4 -&gt; 2024.5.0: the gauge is stuck</h1>` + storyText, "2024.4.4 -> 2024.5.0: the gauge is stuck"},
		{"a number of its own, which structured data lacks", `<title>2026 Weir Gauge Guide and Prices</title><h1>2026 Weir Gauge Guide and Prices</h1><script type="application/ld+json">{"@type":"Article","headline":"Weir Gauge Guide and Prices"}</script>` + storyText, "2026 Weir Gauge Guide and Prices"},
		{"a label that the head sets apart", `<title>News - Who wound the gauge? - Quay Nine</title><a href="/">Quay Nine</a><h1><span>News</span> Who wound the gauge?</h1><script type="application/ld+json">{"@type":"DiscussionForumPosting","headline":"Who wound the gauge?"}</script>` + storyText, "Who wound the gauge?"},
		{"a board's label between breaks", `<title>Quay Nine • View topic - 2025-26: the weir is back!</title><h2>2025-26: the weir is back!</h2>` + storyText, "2025-26: the weir is back!"},
		{"where a link leads, and its comments", `<title>Harbour Clerks Find the Gauge Was Right</title><h1>Harbour Clerks Find the Gauge Was Right <span>(<a href="https://weirs.example/1">weirs.example</a>)</span> <a href="#c">87</a></h1>` + storyText, "Harbour Clerks Find the Gauge Was Right"},
		{"a number in brackets of its own", `<title>The gauge at the weir | Quay</title><h1>The gauge at the weir (part 2.1) 87</h1>` + storyText, "The gauge at the weir (part 2.1) 87"},
		{"the section that is a link", `<title>A gauge that nobody wound was right for a year : science</title><meta property="og:title" content="A gauge that nobody wound was right for a year"><h1><a href="/r/science/">science</a></h1><h1>Rules</h1>` + storyText, "A gauge that nobody wound was right for a year"},
		{"the site's host in big letters", `<link rel=canonical href="https://forums.quaynine.example/t?1"><title>Discuss the Quaynine gauge of 2026 here - quaynine.example</title><h1>quaynine.example</h1><h2>Discuss the Quaynine gauge of 2026 here</h2>` + storyText, "Discuss the Quaynine gauge of 2026 here"},
		{"a site's name with its domain", `<meta property="og:site_name" content="Quay.com"><title>Weirs and gauges of the year | QUAY</title><h1>Weirs and gauges of the year | QUAY</h1>` + storyText, "Weirs and gauges of the year"},
		{"the headline in the place of the site's name", `<meta property="og:site_name" content="Who wound the gauge at the weir?"><meta property="og:title" content="Who wound the gauge at the weir?"><title>Who wound the gauge at the weir?</title><h1>Who wound the gauge at the weir?</h1><h3 class=headline>Storm over the quay</h3>` + storyText, "Who wound the gauge at the weir?"},
		{"numbered sections", `<title>GAUGE</title><h1>1. Overview</h1><h1>2. Simple Gauge Reading</h1><h1>3. Winding</h1>` + storyText, "GAUGE"},
		{"no words before the site's name", `<link rel=canonical href="https://quaynine.example/c/weirs"><title> | Quay Nine Magazine</title><h1>Weirs of the harbour</h1>` + storyText, "Weirs of the harbour"},
		{"nothing after a break", `<title>Letter from the weir - </title>` + storyText, "Letter from the weir"},
		{"a front page", `<link rel=canonical href="https://quaynine.example/"><title>Quay Nine: the gauge that winds itself</title><h1>Be on time.</h1>` + storyText, "Quay Nine: the gauge that winds itself"},
		{"a front page with its name at the end", `<link rel=canonical href="https://quaynine.example/"><title>The gauge that winds itself | Quay Nine</title><h1>Be on time.</h1>` + storyText, "The gauge that winds itself"},
		{"a page called home", `<link rel=canonical href="https://quaynine.example/en"><meta property="og:title" content="Home"><meta property="og:site_name" content="Quay Nine"><title>Home - Quay Nine</title><h1>We wind your gauges at night.</h1>` + storyText, "We wind your gauges at night."},
		{"a date after a break", `<title>Who wound the gauge of Quay Nine?</title><h1>Who wound the gauge of Quay Nine? : Datum: 26.01.2026</h1>` + storyText, "Who wound the gauge of Quay Nine?"},
		{"the site's name by the page's first link", `<title>New Gauges | Weir News</title><a href="#main">Skip</a> <a href="news">Weir News</a> <a href="new">new</a>` + storyText, "New Gauges"},
		{"teasers", `<title>In the news - Quay Nine Corps, Gauge Corps</title><h2 class=headline>Quay Nine Corps brings gauges to weirs</h2><h2 class=headline>Gauge Corps of the harbour</h2><h2 class=headline>Nobody winds</h2>` + storyText, "In the news - Quay Nine Corps, Gauge Corps"},
		{"a link of several to another page", `<title>The Quay Nine Gauge Blog - Quay Nine</title><a href="/">Quay Nine</a><h1><a href="/a">Who wound it?</a></h1><h1><a href="/b">What is new at the Quay Nine gauge</a></h1>` + storyText, "The Quay Nine Gauge Blog"},
		{"a front page called home, without a heading", `<link rel=canonical href="https://quaynine.example/"><meta property="og:title" content="Home"><meta property="og:site_name" content="Quay Nine"><title>Home - Quay Nine</title>` + storyText, "Quay Nine"},
		{"more than the short form that is marked", `<title>The gauge at the weir is right - Quay</title><h1>The gauge at the weir is right again in the harbour</h1><span itemprop=headline content="The gauge at the weir is right"></span>` + storyText, "The gauge at the weir is right again in the harbour"},
		{"a wide space", `<title>x</title><meta property="og:title" content="堰の水位計　誰が巻いたのか"><h1>堰の水位計　誰が巻いたのか</h1>` + storyText, "堰の水位計　誰が巻いたのか"},
	} {
		if got := readPage(t, c.page).Title; got != c.want {
			t.Errorf("%s: title %q, want %q", c.name, got, c.want)
		}
	}
}

func TestAuthors(t *testing.T) {
	for _, c := range []struct{ head, header, footer, want string }{
		{"", `<p>By Ann Lee</p>`, "", "Ann Lee"},
		{"", `<div>Written by</div><div>Ann Lee</div>`, "", "Ann Lee"},
		{"", `<p>By Ann Lee and Bo Ek, Jr.</p>`, "", "Ann Lee; Bo Ek, Jr"},
		{"", `<p>March 4, 2026 by Ann Lee | 5 min read</p>`, "", "Ann Lee"},
		{"", `<p><a href="/authors/ann-lee">Ann Lee</a></p>`, "", "Ann Lee"},
		{"", `<p><a href="/av/ann-lee">Ann Lee</a></p><p>ann@example.org</p>`, "", "Ann Lee"},
		{"", `<p>Posted on 4 March 2026</p><p>Von Ann Lee</p>`, "", "Ann Lee"},
		{"", `<p>Reviewed by Dr. Cy Dow</p><p>By Ann Lee, Ph.D.</p>`, "", "Ann Lee"},
		{"", `<p>Photo by Cy Dow</p>`, "", ""},
		{"", `<p>By <a rel=author href="/a/1">Ann Lee</a>Senior reporter</p>`, "", "Ann Lee"},
		{"", `<p><span class="post__author-name">Ann Lee</span></p>`, "", "Ann Lee"},
		{"", "", `<p>Written by Ann Lee</p>`, "Ann Lee"},
		{"", "", `<p><em>Ann Lee</em></p>`, "Ann Lee"},
		{`<meta name=citation_author content="Lee, Ann"><meta name=citation_author content="Ek, Bo">`, "", "", "Ann Lee; Bo Ek"},
		{`<meta name=author content="admin">`, `<p>By Ann Lee</p>`, "", "Ann Lee"},
		{`<meta name=author content="annlee">`, "", "", "annlee"},
		{`<meta name=author content="Quay News"><meta property="og:site_name" content="Quay News">`, `<p>By Ann Lee</p>`, "", "Ann Lee"},
		{`<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ann Lee">`, "", "", "Ann Lee"},
		{`<meta name=author content="{{ author }}">`, "", "", ""},
		{`<script type="application/ld+json">{"@type":"NewsArticle","headline":"The gauge at the weir","author":{"@type":"Person","name":"Lee, Ann and Ek"}}</script>`, "", "", "Lee, Ann and Ek"},
		{"", `<p><a href="/author/ann-lee">Ann Lee</a> · 5 min read · Fact checked by: <a href="/author/bo-ek">Bo Ek</a></p>`, "", "Ann Lee"},
		{"", `<p>By <a href="/author/ann-lee">Ann Lee</a>, DVM. Reviewed by <a href="/author/bo-ek">Bo Ek</a></p>`, "", "Ann Lee"},
		{"", `<p>Contributions from: <a href="/author/bo-ek">Bo Ek</a></p>`, "", ""},
		{"", `<p>by Ann Lee – 3 January 2026<br>Updated: 4 January 2026</p>`, "", "Ann Lee"},
		{"", `<p>Datum: 03.01.2026<br>Autor: Ann Lee<br>Quelle: Kai Neun</p>`, "", "Ann Lee"},
		{"", `<p><span>By</span><span>Ann Lee</span></p>`, "", "Ann Lee"},
		{"", `<p><a href="/authors/staff">The Quay Team</a></p>`, "", "The Quay Team"},
		{"", `<p>By Ann Lee, Master Gardener & Garden Educator</p>`, "", "Ann Lee"},
		{"", "", `<p>Text: Ann Lee</p>`, "Ann Lee"},
		{"", "", `<p><i>Ann Lee</i></p><hr><p>The gauge is wound on every Sunday, and nobody on the quay knows who does it. It is right.</p>`, "Ann Lee"},
		{"", `<div itemscope itemtype="https://schema.org/Comment"><span itemprop=author itemscope><a itemprop=name>annlee</a></span></div><div itemscope itemtype="https://schema.org/DiscussionForumPosting"><span itemprop=author itemscope><a itemprop=name>bo_ek</a></span></div>`, "", "bo_ek"},
		{"", `<h3>One</h3><p><a href="/author/a">Ann Lee</a></p><h3>Two</h3><p><a href="/author/b">Bo Ek</a></p><h3>Three</h3><p><a href="/author/c">Cy Dow</a></p>`, "", ""},
		{"", "", `<p>by tags</p>`, ""},
		{"", `<p>By I went to the quay without a light</p>`, "", ""},
		{`<meta name=author content="ann"><script type="application/ld+json">{"@type":"NewsArticle","headline":"The gauge at the weir","author":{"@type":"Person","name":"ann"}}</script>`, "", `<p>Posted by Bo Ek</p>`, "ann"},
		{`<meta name=author content="Ann Lee">`, `<p><a href="/author/bo">Bo Ek</a></p><p>By <a href="/author/ann">Ann Lee</a></p>`, "", "Ann Lee"},
		{`<meta name=author content="Ann Lee">`, `<p>By <a href="/author/ann">Ann Lee</a>, <a href="/author/bo">Bo Ek</a></p>`, "", "Ann Lee; Bo Ek"},
		{"", `<p>By Ann (Annie) Lee (Quay News)</p>`, "", "Ann (Annie) Lee"},
		{`<meta name=author content="undefined">`, "", "", ""},
		{"", `<p>By <a href="/author/ann">Ann Lee</a><span>In Sea, Storms, Weirs</span></p>`, "", "Ann Lee"},
		{"", `<p>By Storms GuidesJust ArrivedHarbour News</p>`, "", ""},
		{"", `<p>by <a href="/user/1">KumikoGoingCrAzY</a></p>`, "", "KumikoGoingCrAzY"},
		{`<meta name=author content="Quay in the Fog">`, "", "", "Quay in the Fog"},
		{`<meta name=author content="Ann Lee"><script type="application/ld+json">{"@type":"NewsArticle","headline":"The gauge at the weir","author":{"@type":"Person","name":"Ann Lee"}}</script>`, `<p><a href="/author/bo">Bo Ek</a></p><p>The gauge</p><p>It is wound.</p><p>4 March</p><p>Weirs</p><p>By <a href="/author/ann">Ann Lee</a></p>`, "", "Ann Lee"},
		{"", `<p>文／沈知遥</p>`, "", "沈知遥"},
		{"", `<p>Ann Lee</p><p>March 4, 2026</p>`, "", "Ann Lee"},
		{"", `<p>March 4, 2026</p><p>Ann Lee</p>`, "", "Ann Lee"},
		{`<meta property="og:site_name" content="Quay News">`, `<p>By Ann Lee, Quay News, New Quay</p>`, "", "Ann Lee"},
		{"", `<p>By Ann Lee, Bo Ek, 7 Quay News</p>`, "", "Ann Lee; Bo Ek"},
		{"", `<p><a href="/profile/login">Anmeldung</a></p>`, "", ""},
		{`<meta property="og:site_name" content="Quay News"><script type="application/ld+json">{"@type":"WebPage","name":"The gauge at the weir","author":{"@type":"Organization","name":"Quay News"}}</script>`, "", "", ""},
		{`<meta property="og:site_name" content="Quay News"><script type="application/ld+json">{"@type":"Article","headline":"The gauge at the weir","author":{"@type":"Organization","name":"Quay News"}}</script>`, "", "", "Quay News"},
		{`<script type="application/ld+json">{"@type":"Article","headline":"The gauge at the weir","author":[{"@type":"Person","name":"Ann Lee"},{"@type":"Person","name":"Bo Ek"}]}</script>`, `<p>By <button>Ann Lee</button>, <button>2 more</button></p>`, "", "Ann Lee; Bo Ek"},
		{`<script type="application/ld+json">{"@type":"Article","headline":"The gauge at the weir","author":[{"@type":"Person","name":"Cy Dow"},{"@type":"Person","name":"Bo Ek"}]}</script>`, `<p>By Ann Lee</p>`, "", "Ann Lee"},
		{"", "", `<p>By Ann Lee</p><p>Weirs and quays</p><p>By Bo Ek</p><p>Harbours</p><p>By Cy Dow</p><p>Gauges</p><p>By Di Fox</p>`, ""},
		{"", `<p>By Ann Lee</p><p>The clerk of the weir</p><p>By Bo Ek</p>`, "", "Ann Lee; Bo Ek"},
		{"", `<p>This post was written by <a href="https://a.example/staff/ann-lee">Ann Lee, MD</a>, physician, Quay Health.</p>`, "", "Ann Lee"},
		{"", `<p><b>Contributors:</b> Ann Lee</p>`, "", "Ann Lee"},
		{"", `<p class=date-author>March 4, 2026 · Ann Lee on behalf of <a href="/weirs">the weirs</a></p>`, "", "Ann Lee"},
		{"", `<div class=dateAndAuthor><span>March 4, 2026</span><span>Ann Lee</span></div>`, "", "Ann Lee"},
		{"", `<p>March 4, 2026 · Sea Storms</p>`, "", ""},
		{"", `<p><a href="/t/17">Sea Storms</a></p><p>March 4, 2026</p>`, "", ""},
		{"", `<p>March 4, 2026</p><p>Quay Nine, Harbour</p>`, "", ""},
		{`<title>The Gauge Book: the gauge at the weir</title>`, `<p>March 4, 2026</p><p>Gauge Book</p>`, "", ""},
		{"", `<p>Posted On</p><p>March 4, 2026</p>`, "", ""},
		{"", "", `<p><a href="/user/quaynine">YouTube</a></p>`, ""},
		{"", `<p>Escribe Ann Lee</p>`, "", "Ann Lee"},
		{"", `<p><a href="/author/ann">Ann Lee</a> · Übersetzung: <a href="/author/bo">Bo Ek</a></p>`, "", "Ann Lee"},
		{`<meta name=author content="Gauge-Team"><meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Gauge-Team">`, "", `<h4 class=post-author><span>Zur Person</span><a href="/team">Alle Beiträge</a></h4>`, "Gauge-Team"},
		{"", `<p>كتبت: سمر الحداد</p>`, "", "سمر الحداد"},
	} {
		var names []string
		for _, p := range readPage(t, claimPage(c.head, c.header, c.footer)).Authors {
			names = append(names, p.Name)
		}
		if got := strings.Join(names, "; "); got != c.want {
			t.Errorf("%s%s%s: authors %q, want %q", c.head, c.header, c.footer, got, c.want)
		}
	}
}

func TestDates(t *testing.T) {
	saved := WithTime(time.Date(2026, 3, 6, 12, 0, 0, 0, time.UTC))
	for _, c := range []struct{ name, head, header, footer, published, modified string }{
		{"two in a line", "", `<p>Published Jan 3, 2026 | Updated Feb 4, 2026</p>`, "", "2026-01-03", "2026-02-04"},
		{"a label of its own", "", `<h4>Published</h4><div>January 3, 2026</div>`, "", "2026-01-03", ""},
		{"an edit alone", `<meta property="og:type" content="article">`, `<p>Last updated: 4 February 2026</p>`, "", "2026-02-04", ""},
		{"the time element tells more", "", `<p>Posted <time datetime="2026-01-03T10:00:00+01:00">3 January 2026</time></p>`, "", "2026-01-03T10:00:00+01:00", ""},
		{"in the footer, with its word", "", "", `<p>Datum: 03.01.2026</p>`, "2026-01-03", ""},
		{"in the footer, of something else", "", "", `<p>The meeting is on 3 January 2026.</p>`, "", ""},
		{"a head that is written again", `<meta property="article:published_time" content="2026-02-20T08:00:00Z">`, `<p>January 3, 2026</p>`, "", "2026-01-03", ""},
		{"an edit before publication", `<meta property="article:published_time" content="2026-01-03T08:00:00Z"><meta property="article:modified_time" content="2026-01-02T08:00:00Z">`, "", "", "2026-01-03T08:00:00Z", ""},
		{"an edit on the day without a time", `<meta property="article:published_time" content="2026-01-03"><meta property="article:modified_time" content="2026-01-03">`, "", "", "2026-01-03", ""},
		{"the future", `<meta name=date content="2026-05-01">`, `<p>January 3, 2026</p>`, "", "2026-01-03", ""},
		{"nothing but the future", `<meta name=date content="2026-05-01">`, "", "", "", ""},
		{"hours ago", "", `<p>3 hours ago</p>`, "", "2026-03-06", ""},
		{"a dateline", "", `<p>(03.01.2026) ` + strings.Repeat("Nobody on the quay could say who had wound it. ", 9) + `</p>`, "", "2026-01-03", ""},
		{"a link to the day", "", `<ul class="nav meta"><li><a href="/time/2026-01-03">13 Oct, 18:29</a></ul>`, "", "2026-01-03", ""},
		{"the page's own zone", `<meta property="article:published_time" content="2026-01-04T02:30:00Z">`, `<p><time datetime="2026-01-03T21:30:00-05:00">January 3, 2026</time></p>`, "", "2026-01-03T21:30:00-05:00", ""},
		{"a later one, that the head has too", `<meta name=pubdate content="2026-02-03"><script type="application/ld+json">{"@type":"Article","headline":"x","datePublished":"2025-01-03"}</script>`, `<p>February 3, 2026</p>`, "", "2026-02-03", ""},
		{"a later one, that nothing seconds", `<script type="application/ld+json">{"@type":"Article","headline":"x","datePublished":"2025-01-03"}</script>`, `<p>February 3, 2026</p>`, "", "2025-01-03", ""},
		{"the path is older than what is shown and given", `<link rel=canonical href="https://a.example/2026/01/02/gauge"><meta property="article:published_time" content="2026-01-08">`, `<p>January 8, 2026</p>`, "", "2026-01-08", ""},
		{"the month of the path", `<link rel=canonical href="https://a.example/2026/01/gauge">`, `<p>June 3, 2025</p><p>January 8, 2026</p>`, "", "2026-01-08", ""},
		{"a section before it", "", `<div class="date">Culture, 3.1.26</div>`, "", "2026-01-03", ""},
		{"a site's own prefix", `<meta name="w-published-date" content="2026-01-03">`, "", "", "2026-01-03", ""},
		{"how a post is filed", "", "", strings.Repeat(storyText, 6) + `</main><p class="postmetadata">This entry was posted on Saturday, January 3rd, 2026 at 2:48 pm and is filed under Weirs. You can follow any responses to this entry. ` + strings.Repeat("You can leave a response. ", 6) + `</p>`, "2026-01-03T14:48", ""},
		{"a box of facts", "", "", `</main><nav>` + strings.Repeat(`<p><a href="/a">Other gauges</a></p>`, 20) + `</nav><h4>Published</h4><p>January 3, 2026</p>`, "2026-01-03", ""},
		{"the day of a product", "", "", `</main><nav>` + strings.Repeat(`<p><a href="/a">Other gauges</a></p>`, 20) + `</nav><p>Release date: January 3, 2026</p>`, "", ""},
		{"midnight is no time", `<meta property="article:published_time" content="2026-01-03"><meta name=date content="2026-01-03T00:00:00">`, "", "", "2026-01-03", ""},
		{"a birthday", "", `<p>Born: 3 January 1975</p><p>蔡健雅，1975年1月28日出生</p>`, "", "", ""},
		{"a membership", "", `<p>Join date: 3 January 2015</p><p>Posted 3 January 2026</p>`, "", "2026-01-03", ""},
		{"the page of a video", `<body><div itemscope itemtype="http://schema.org/VideoObject"><meta itemprop=datePublished content="2026-01-03">`, "", "", "2026-01-03", ""},
		{"UTC is not the page's own zone", `<meta property="article:published_time" content="2026-01-04T00:30:00+03:00">`, `<p><time datetime="2026-01-03T21:30:00Z">January 3, 2026</time></p>`, "", "2026-01-04T00:30:00+03:00", ""},
		{"a template", `<meta name=date content="{{ date }}">`, "", "", "", ""},
		{"a head that a program has written after its own edit", `<script type="application/ld+json">{"@type":"Article","headline":"x","datePublished":"2026-01-04T09:30:20Z","dateModified":"2026-01-04T09:30:05Z"}</script>`, `<p>January 3, 2026</p>`, "", "2026-01-03", "2026-01-04T09:30:05Z"},
		{"a label far from the headline, and a head that is written again", `<script type="application/ld+json">{"@type":"Article","headline":"x","datePublished":"2026-02-20"}</script>`, "", `</main><nav>` + strings.Repeat(`<p><a href="/a">Other gauges</a></p>`, 20) + `</nav><h4>Published</h4><p>January 3, 2026</p>`, "2026-01-03", ""},
		{"a long line that begins with a date and tells an edit", "", `<p>2026-01-03, 09:14 PM (This post was last modified: 2026-02-04, 03:27 AM by ann. The reason that she gives is that the gauge is right again.)</p>`, "", "2026-01-03T21:14", "2026-02-04T03:27"},
		{"a year of two digits, with a time", "", `<p>von ann am 26/01/13, 03:48 pm</p>`, "", "2013-01-26T15:48", ""},
		{"a name of a version", "", `<p>von ann in 26/01/13</p>`, "", "", ""},
		{"the verb at the end", "", "", strings.Repeat(storyText, 6) + `</main><footer class="entry-meta">Dieser Beitrag wurde am 3. Januar 2026 um 14:48 von Ann Lee geschrieben und unter Wehre, Pegel und alten Uhren abgelegt, wo er zu finden ist.</footer>`, "2026-01-03T14:48", ""},
		{"an edit in an element named for the publication", "", `<time class="published-date" datetime="2026-02-04T06:00">Updated February 4, 2026</time><p>Posted January 3, 2026</p>`, "", "2026-01-03", "2026-02-04T06:00"},
		{"a time element of a script's own", "", `<relative-time datetime="2026-01-03T09:47:05Z"></relative-time>`, "", "2026-01-03T09:47:05Z", ""},
		{"an edit, where the head gives no publication", `<meta property="article:modified_time" content="2026-02-04T08:00:00Z">`, `<p>Last updated: 4 February 2026</p>`, "", "", "2026-02-04T08:00:00Z"},
		{"somebody's review of what is shown", "", "", `</main><div itemprop=review itemscope itemtype="https://schema.org/Review"><meta itemprop=datePublished content="2025-05-23"><p>It was quiet.</p></div>`, "", ""},
		{"in the calendar of Iran", "", `<p>تاریخ انتشار: ۱۴ دی ۱۴۰۴ - ۱۲:۰۹</p>`, "", "2026-01-04T12:09", ""},
		{"in the calendar of Thailand", "", `<p>เผยแพร่ ๓ ม.ค. ๒๕๖๙</p><p>ปรับปรุง 4 กุมภาพันธ์ 2569</p>`, "", "2026-01-03", "2026-02-04"},
		{"in the years of Taiwan", "", `<p>發布日期：民國115年1月3日</p>`, "", "2026-01-03", ""},
		{"an age, whose title tells the day", "", `<p>42 points by ann <span class="age" title="2026-01-03T09:47:05 1767433625">2 months ago</span></p>`, "", "2026-01-03T09:47:05", ""},
		{"an abbreviation at its end", "<meta property=og:locale content=uk>", `<p>понеділок, 3 січня 2026 р.</p>`, "", "2026-01-03", ""},
		{"a long line of letters of two bytes", "", `<p>Автор: Ганна Лі, кореспондентка з питань порту | 3 січня 2026, 09:30</p>`, "", "2026-01-03T09:30", ""},
		{"a short one after a name", "", `<p>Ann Lee, 03.01.26</p>`, "", "2026-01-03", ""},
		{"a version after a name", "", `<p>Gauge 3.1.26</p>`, "", "", ""},
		{"a short one after the text", "", "", `<p>Published: 01/03/26</p>`, "2026-01-03", ""},
		{"an edit that ends the text", "", "", `<p>This page was last edited on 4 February 2026.</p>`, "2026-02-04", ""},
		{"the day of a version", "", `<p>Version 3, 29 June 2007</p>`, "", "", ""},
		{"two verbs after a day that ends the text", "", "", `<p>Am 3. Januar 2026 von Ann erstellt und zuletzt im Mai aktualisiert</p>`, "2026-01-03", ""},
		{"a dateline with its place", "", `<p>BREMEN, 3. Januar 2026 – ` + strings.Repeat("Nobody on the quay could say who had wound it. ", 9) + `</p>`, "", "2026-01-03", ""},
		{"a dateline with two places", "", `<p>Frankfurt am Main, Germany – January 3, 2026 (ots) ` + strings.Repeat("Nobody on the quay could say who had wound it. ", 9) + `</p>`, "", "2026-01-03", ""},
		{"a sentence with a date", "", `<p>Nobody knew, January 3, 2026 – ` + strings.Repeat("Nobody on the quay could say who had wound it. ", 9) + `</p>`, "", "", ""},
		{"a place and a date in a sentence", "", `<p>Bremen, January 3, 2026 was cold. ` + strings.Repeat("Nobody on the quay could say who had wound it. ", 9) + `</p>`, "", "", ""},
		{"elements without a space between them", "", `<p><span>3 min read</span><span>January 3, 2026</span></p>`, "", "2026-01-03", ""},
		{"the only time element", "", "", `</main><nav>` + strings.Repeat(`<p><a href="/a">Other gauges</a></p>`, 20) + `</nav><div><time datetime="2026-01-03T09:09:24.0000000Z">Saturday</time></div>`, "2026-01-03T09:09:24Z", ""},
		{"time elements of several days", "", "", `</main><nav>` + strings.Repeat(`<p><a href="/a">Other gauges</a></p>`, 20) + `</nav><div><time datetime="2026-01-03">Saturday</time> <time datetime="2026-01-04">Sunday</time></div>`, "", ""},
		{"a season", "", `<p><a href="/s/2011">2011-12</a></p>`, "", "", ""},
		{"a month", "", `<p>January 2026</p>`, "", "2026-01", ""},
		{"a day before the web", "", `<p>28 January 1975</p>`, "", "", ""},
		{"one that the page says to be its own", "", `<p>Published 28 January 1975</p>`, "", "1975-01-28", ""},
	} {
		a := readPage(t, claimPage(c.head, c.header, c.footer), saved)
		if string(a.Published) != c.published || string(a.Modified) != c.modified {
			t.Errorf("%s: published %q, modified %q, want %q, %q", c.name, a.Published, a.Modified, c.published, c.modified)
		}
	}
	if a := readPage(t, claimPage("", `<p>3 hours ago</p>`, "")); a.Published != "" {
		t.Errorf("hours ago of an unknown time: %q", a.Published)
	}
}

// TestDatesOfOtherPages has pages that are no articles: what they date is
// seldom the page.
func TestDatesOfOtherPages(t *testing.T) {
	const (
		webPage = `<script type="application/ld+json">{"@type":"WebPage","name":"x","datePublished":"2025-01-03","dateModified":"2026-01-03"}</script>`
		offer   = `<meta property="og:type" content="product"><script type="application/ld+json">{"@type":"Product","name":"Weir gauge","offers":{"@type":"Offer","price":"9.50"}}</script>`
		shop    = `<html lang=en><head><link rel=canonical href="https://a.example/product/weir-gauge">` + offer
		goods   = `<body class="single-product"><main><h1>Weir gauge</h1><p class=price>€ 9.50</p><button>Add to cart</button><p>In stock, delivery in 3 days. SKU 4711</p><p>A gauge of brass for weirs and quays that tells the height of water to a finger's breadth.</p>`
		manual  = `<html lang=en><head><title>The gauge command</title><link rel=canonical href="https://docs.a.example/docs/reference/gauge"><meta name=generator content="Docusaurus v3">`
		help    = `<body><nav class="sidebar"><a href="/docs/a">Install</a></nav><main><h1>The gauge command</h1><p>The command reads the gauge.</p><pre><code>gauge --read weir</code></pre><h2>Options</h2><p>Give the name of the weir as a parameter.</p><pre><code>gauge --all</code></pre><h2>Syntax</h2><p>See the reference of the API.</p>`
	)
	list := func(days ...string) string {
		s := `<html lang=en><head><title>News</title><link rel=canonical href="https://a.example/category/news/"></head><body class="archive category"><main><h1>News</h1>`
		for i, day := range days {
			s += `<article><h2><a href="/` + itoa(i) + `">The gauge at weir ` + itoa(i) + `</a></h2><p>` + day + `</p><p><a href="/` + itoa(i) + `">Read more</a></p></article>`
		}
		return s
	}
	for _, c := range []struct {
		name                string
		kind                Kind
		page                string
		published, modified string
	}{
		{"a product's review", ProductPage, shop + `</head>` + goods + `<h3>Reviews</h3><p>Ann Lee, January 3, 2026</p><p>It is right.</p>`, "", ""},
		{"the day on which a product's page was put up", ProductPage, shop + webPage + `</head>` + goods, "", "2026-01-03"},
		{"the last edit of what is kept up to date", DocumentationPage, manual + `</head>` + help + `<p>Last updated on <time datetime="2026-01-03">January 3, 2026</time></p>`, "", "2026-01-03"},
		{"a build", DocumentationPage, manual + `<meta property="article:published_time" content="2026-01-03T10:00:00Z"><meta property="article:modified_time" content="2026-01-03T10:00:00Z"></head>` + help, "", "2026-01-03T10:00:00Z"},
		{"the days of a list", ListingPage, list("January 5, 2026", "January 4, 2026", "January 3, 2026", "January 2, 2026", "January 1, 2026"), "", ""},
		{"the days of a list, as microdata", ListingPage, list(`<meta itemprop=datePublished content="2026-01-05">`, `<meta itemprop=datePublished content="2026-01-04">`, `<meta itemprop=datePublished content="2026-01-03">`, `<meta itemprop=datePublished content="2026-01-02">`), "", ""},
		{"the ages of a list's items", ArticlePage, `<html lang=en><head><title>New Gauges</title></head><body><table><tr><td>1.</td><td><a href="/1">What happened when the weir and the harbour were one (weirs.example)</a></td></tr><tr><td>1 point by ann <span class=age title="2026-01-03T09:47:05 1767433625">2 minutes ago</span></td></tr><tr><td>2.</td><td><a href="/2">A clerk who has wound a gauge for a year and did not know it (quay.example)</a></td></tr><tr><td>1 point by bo <span class=age title="2026-01-03T09:46:05 1767433565">3 minutes ago</span></td></tr></table>`, "", ""},
		{"a post's date as a heading above the title that it repeats", ForumPage, `<html lang=en><head><title>Who wound the gauge?</title><meta name=generator content="FluxBB"><link rel=canonical href="https://bbs.a.example/viewtopic.php?id=1"></head><body><ul class=crumbs><li><a href="index.php">Index</a></li><li>» <a href="viewtopic.php?id=1">Who wound the gauge?</a></li></ul><div class="blockpost firstpost"><h2><span>#1</span> <a href="#p1">2026-01-03 15:14:37</a></h2><h3>Who wound the gauge?</h3><p>The gauge at the weir has run since the flood, and I do not know who wound it. Does anybody on this board know?</p><p>Last edited by ann (2026-01-03 15:15:18)</p></div><div class=blockpost><h2><span>#2</span> <a href="#p2">2026-01-04 06:23:21</a></h2><dl><dt>bo</dt><dd>Member</dd><dd>Registered: 2016-07-02</dd><dd>Posts: 710</dd></dl><h3>Re: Who wound the gauge?</h3><p>Nobody on the quay could say. I think that it was the clerk, who has had a key since the year of the flood.</p></div>`, "2026-01-03T15:14:37", "2026-01-03T15:15:18"},
		{"a thread whose title stands in its first post", ForumPage, `<html lang=en><head><title>Who wound it? - Quay Nine Forum</title><meta name=generator content="vBulletin 3.8"><link rel=canonical href="https://forum.a.example/showthread.php?t=1"></head><body><div id=posts><table><tr><td>3rd January 2026, 16:26</td><td>#1</td></tr><tr><td>ann</td><td>Registered User</td><td>Join Date: 4 March 2016</td><td>Posts: 7</td><td><strong>Who wound it?</strong><p>The gauge at the weir has run since the flood, and I do not know who wound it. Does anybody?</p></td></tr></table><table><tr><td>4th January 2026, 13:59</td><td>#2</td></tr><tr><td>bo</td><td>Registered User</td><td>Posts: 3</td><td><p>Nobody on the quay could say. I think that it was the clerk, who has a key.</p></td></tr></table></div>`, "2026-01-03T16:26", ""},
	} {
		a := readPage(t, c.page)
		if a.Kind != c.kind {
			t.Errorf("%s: kind %q, want %q", c.name, a.Kind, c.kind)
		}
		if string(a.Published) != c.published || string(a.Modified) != c.modified {
			t.Errorf("%s: published %q, modified %q, want %q, %q", c.name, a.Published, a.Modified, c.published, c.modified)
		}
	}
}

func TestDek(t *testing.T) {
	const dek = "Nobody on the quay could say who had wound it for so long."
	for _, c := range []struct{ header, want string }{
		{`<p class="article__dek">` + dek + `</p>`, dek},
		{`<h2>` + dek + `</h2><p>By Ann Lee</p>`, dek},
		{`<p>` + dek + `</p><p>Ann Lee</p><p>4 March 2026</p>`, dek},
		{`<p>By Ann Lee</p><p class="lead">` + dek + `</p>`, dek},
		{`<p>By Ann Lee</p>`, ""},
		{``, ""},
	} {
		if got := readPage(t, claimPage("", c.header, "")).Subtitle; got != c.want {
			t.Errorf("%s: subtitle %q, want %q", c.header, got, c.want)
		}
	}
	const lines = `<title>The gauge at the weir</title><div><font size="+3">The gauge at the weir</font><br><i>` + dek + `</i><br><br><font>By Ann Lee<br>4 March 2026</font><hr>`
	if got := readPage(t, lines+storyText).Subtitle; got != dek {
		t.Errorf("a line of the headline's paragraph: subtitle %q", got)
	}
}

func TestCommentCount(t *testing.T) {
	for text, want := range map[string]int{
		"12 Comments": 12, "1,184 comments": 1184, "Kommentare (14)": 14, "37条评论": 37, "37 条评论": 37, "4 комментария": 4, "Comments: 3": 3, "Read 9 Comments": 9, "コメント 5": 5, "2 تعليقات": 2,
		"No comments on that": -1, "Comment on the 5 best": -1, "12 people": -1, "": -1,
	} {
		n, ok := commentCount(text)
		if !ok {
			n = -1
		}
		if n != want {
			t.Errorf("commentCount(%q) = %d, want %d", text, n, want)
		}
	}
}

func TestTerms(t *testing.T) {
	join := func(list []Term) string {
		var names []string
		for _, t := range list {
			names = append(names, t.Name)
		}
		return strings.Join(names, "; ")
	}
	for _, c := range []struct{ head, footer, tags, categories string }{
		{`<meta property="article:tag" content="Storms,Ferries,storms">`, "", "Storms; Ferries", ""},
		{"", `<ul class=tags><li><a href="/x/storms">Storms</a><li><a href="/x/ferries">Ferries</a></ul>`, "Storms; Ferries", ""},
		{"", `<p><a href="/tag/storms">#Storms (12)</a> <a href="/category/sea">Sea</a></p>`, "Storms", "Sea"},
		{"", `<p><a rel="category tag" href="/category/sea">Sea</a>, <a rel=tag href="/tag/storms">Storms</a></p>`, "Storms", "Sea"},
		{`<meta name=keywords content="a1, b2, ` + strings.Repeat("x y z, ", 40) + `">`, "", "a1; b2; x y z", ""},
		{`<meta property="article:section" content="Uncategorized">`, "", "", ""},
		{`<meta property="article:section" content="Nezařazené"><meta property="article:tag" content="Storms">`, "", "Storms", ""},
		{"", `<p><a href="/etiket/storms">Storms</a> <a href="/avainsana/ferries">Ferries</a> <a href="/rubrika/sea">Sea</a></p>`, "Storms; Ferries", "Sea"},
		{`<meta property="article:section" content="Sea,Storms">`, "", "", "Sea; Storms"},
		{`<meta property="article:section" content="Law, Sea & Storms">`, "", "", "Law, Sea & Storms"},
	} {
		a := readPage(t, claimPage(c.head, "", c.footer))
		if join(a.Tags) != c.tags || join(a.Categories) != c.categories {
			t.Errorf("%s%s: tags %q, categories %q, want %q, %q", c.head, c.footer, join(a.Tags), join(a.Categories), c.tags, c.categories)
		}
	}
}

func TestSiteAndLicense(t *testing.T) {
	for _, c := range []struct{ name, page, site, license string }{
		{"a link to the front page", `<title>The gauge at the weir - Quay Nine</title><a href="/" title="Quay Nine"><img src=l.png></a><h1>The gauge at the weir</h1>` + storyText, "Quay Nine", ""},
		{"JSON-LD before Open Graph", `<meta property="og:site_name" content="Quay Nine - what is new"><script type="application/ld+json">{"@type":"NewsArticle","headline":"x","publisher":{"name":"Quay Nine"}}</script><h1>x</h1>` + storyText, "Quay Nine", ""},
		{"a template", `<meta property="og:site_name" content="{{site.name}}"><h1>x</h1>` + storyText, "", ""},
		{"a copyright line", `<title>The gauge at the weir | Quay Nine</title><h1>The gauge at the weir</h1>` + storyText + `<footer>© 2026 Quay Nine</footer>`, "Quay Nine", ""},
		{"a section", `<title>The gauge at the weir | Opinion</title><h1>The gauge at the weir</h1>` + storyText, "", ""},
		{"a licence", `<title>x</title>` + storyText + `<p>Under <a rel=license href="https://creativecommons.org/licenses/by/4.0/">CC BY</a></p>`, "", "https://creativecommons.org/licenses/by/4.0/"},
		{"one without rel", `<title>x</title>` + storyText + `<p><a href="https://creativecommons.org/licenses/by-sa/3.0/">some rights</a></p>`, "", "https://creativecommons.org/licenses/by-sa/3.0/"},
		{"that of a picture", `<title>x</title><figure><img src=a.png><figcaption><a href="https://creativecommons.org/licenses/by/4.0/">CC BY</a></figcaption></figure>` + storyText, "", ""},
	} {
		a := readPage(t, c.page)
		site := ""
		if a.Site != nil {
			site = a.Site.Name
		}
		if site != c.site || a.License != c.license {
			t.Errorf("%s: site %q, license %q, want %q, %q", c.name, site, a.License, c.site, c.license)
		}
	}
}

// TestMidCues holds what findMidCues looks for: each cue begins as one of two.
func TestMidCues(t *testing.T) {
	for _, c := range midCues {
		if c[0] != midCues[0][0] && c[0] != midCues[1][0] {
			t.Errorf("%q begins otherwise", c)
		}
	}
}

// Every name of a date under which <meta> stands must fill its field.
func TestEveryMetaDate(t *testing.T) {
	for _, row := range metaKeys {
		a := readPage(t, claimPage(`<meta name="`+row.key+`" content="2026-01-03">`, "", ""))
		got := a.Published
		switch row.field {
		case fieldPublished:
		case fieldModified:
			got = a.Modified
		default:
			continue
		}
		if got != "2026-01-03" {
			t.Errorf("%s: published %q, modified %q", row.key, a.Published, a.Modified)
		}
	}
}
