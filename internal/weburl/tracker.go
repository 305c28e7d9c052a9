package weburl

// The address of a frame, script or image in, whether it is never content out.

// trackers are hosts and paths that show or count, but never are a part of an
// article. To add one: its host, how its path starts, and what it is for.
var trackers = newTable([]rule{
	// Advertising.
	{"doubleclick.net", "", "ads"}, {"googlesyndication.com", "", "ads"}, {"googleadservices.com", "", "ads"}, {"adservice.google.com", "", "ads"},
	{"2mdn.net", "", "ads"}, {"google.com", "/afs/", "ads"}, {"google.com", "/ads/", "ads"}, {"google.com", "/pagead/", "ads"},
	{"amazon-adsystem.com", "", "ads"}, {"adnxs.com", "", "ads"}, {"criteo.com", "", "ads"}, {"criteo.net", "", "ads"},
	{"taboola.com", "", "ads"}, {"outbrain.com", "", "ads"}, {"outbrainimg.com", "", "ads"}, {"revcontent.com", "", "ads"}, {"mgid.com", "", "ads"}, {"zergnet.com", "", "ads"},
	{"rubiconproject.com", "", "ads"}, {"pubmatic.com", "", "ads"}, {"openx.net", "", "ads"}, {"casalemedia.com", "", "ads"}, {"smartadserver.com", "", "ads"},
	{"adform.net", "", "ads"}, {"adsrvr.org", "", "ads"}, {"teads.tv", "", "ads"}, {"yieldmo.com", "", "ads"}, {"moatads.com", "", "ads"}, {"ads-twitter.com", "", "ads"},
	{"an.yandex.ru", "", "ads"}, {"adfox.ru", "", "ads"}, {"adroll.com", "", "ads"}, {"media.net", "", "ads"}, {"sharethrough.com", "", "ads"}, {"triplelift.com", "", "ads"},
	{"buysellads.com", "", "ads"}, {"carbonads.com", "", "ads"}, {"carbonads.net", "", "ads"}, {"connatix.com", "", "ads"}, {"primis.tech", "", "ads"},

	// Counting readers.
	{"googletagmanager.com", "", "counter"}, {"google-analytics.com", "", "counter"}, {"analytics.google.com", "", "counter"},
	{"scorecardresearch.com", "", "counter"}, {"quantserve.com", "", "counter"}, {"chartbeat.com", "", "counter"}, {"chartbeat.net", "", "counter"},
	{"pixel.wp.com", "", "counter"}, {"stats.wp.com", "", "counter"}, {"facebook.com", "/tr$", "counter"}, {"facebook.com", "/tr/", "counter"}, {"connect.facebook.net", "", "counter"},
	{"hotjar.com", "", "counter"}, {"mc.yandex.ru", "", "counter"}, {"counter.yadro.ru", "", "counter"}, {"top-fwz1.mail.ru", "", "counter"}, {"hm.baidu.com", "", "counter"},
	{"bat.bing.com", "", "counter"}, {"clarity.ms", "", "counter"}, {"parsely.com", "", "counter"}, {"omtrdc.net", "", "counter"}, {"2o7.net", "", "counter"}, {"demdex.net", "", "counter"},
	{"ioam.de", "", "counter"}, {"vgwort.de", "", "counter"}, {"xiti.com", "", "counter"}, {"c.statcounter.com", "", "counter"}, {"histats.com", "", "counter"}, {"matomo.cloud", "", "counter"},
	{"px.ads.linkedin.com", "", "counter"}, {"analytics.twitter.com", "", "counter"}, {"t.co", "/i/adsct", "counter"}, {"analytics.tiktok.com", "", "counter"},
	{"bluekai.com", "", "counter"}, {"krxd.net", "", "counter"}, {"imrworldwide.com", "", "counter"}, {"webtrekk.net", "", "counter"}, {"mixpanel.com", "", "counter"}, {"segment.io", "", "counter"},

	// Consent and signing in.
	{"consensu.org", "", "consent"}, {"cookiebot.com", "", "consent"}, {"cookielaw.org", "", "consent"}, {"onetrust.com", "", "consent"},
	{"privacy-mgmt.com", "", "consent"}, {"sp-prod.net", "", "consent"}, {"usercentrics.eu", "", "consent"}, {"didomi.io", "", "consent"}, {"trustarc.com", "", "consent"},
	{"google.com", "/recaptcha/", "captcha"}, {"recaptcha.net", "", "captcha"}, {"hcaptcha.com", "", "captcha"}, {"challenges.cloudflare.com", "", "captcha"},
	{"accounts.google.com", "", "sign-in"}, {"piano.io", "", "sign-in"}, {"tinypass.com", "", "sign-in"},

	// Comments.
	{"disqus.com", "", "comments"}, {"disquscdn.com", "", "comments"}, {"facebook.com", "/plugins/comments", "comments"}, {"spot.im", "", "comments"}, {"openweb.com", "", "comments"},
	{"coral.coralproject.net", "", "comments"}, {"viafoura.co", "", "comments"}, {"talk.hyvor.com", "", "comments"}, {"utteranc.es", "", "comments"}, {"giscus.app", "", "comments"},
	{"jetpack.wordpress.com", "/jetpack-comment", "comments"}, {"livefyre.com", "", "comments"}, {"intensedebate.com", "", "comments"},

	// Buttons, boxes and newsletters.
	{"facebook.com", "/plugins/like", "button"}, {"facebook.com", "/plugins/share", "button"}, {"facebook.com", "/plugins/page", "button"}, {"facebook.com", "/plugins/follow", "button"},
	{"facebook.com", "/widgets/", "button"}, {"facebook.com", "/v2.0/plugins/like", "button"}, {"platform.twitter.com", "/widgets/", "button"}, {"syndication.twitter.com", "", "button"},
	{"platform.linkedin.com", "", "button"}, {"apis.google.com", "", "button"}, {"addthis.com", "", "button"}, {"addtoany.com", "", "button"}, {"sharethis.com", "", "button"},
	{"widgets.wp.com", "", "button"}, {"ghbtns.com", "", "button"}, {"buttons.github.io", "", "button"}, {"feedburner.com", "", "button"}, {"list-manage.com", "", "newsletter"},
	{"substack.com", "/embed$", "newsletter"}, {"intercom.io", "", "chat"}, {"tawk.to", "", "chat"}, {"drift.com", "", "chat"},
})

// Tracker reports whether an address is never a part of an article:
// advertising, counting, consent, comments, or a button. It is meant for frames and
// images; a link may well lead to such a host.
func Tracker(address string) bool {
	_, ok := trackers.find(address)
	return ok
}
