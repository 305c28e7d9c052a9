package weburl

// The address of an embedded frame in, who provides what it shows out.

import "strings"

// embeds are the hosts of players, posts and documents that articles embed.
// To add one: its host, how the path of what is embedded starts, and the
// provider's name in lower case.
var embeds = newTable([]rule{
	// Video.
	{"youtube.com", "/embed/", "youtube"}, {"youtube.com", "/watch", "youtube"}, {"youtube.com", "/shorts/", "youtube"},
	{"youtube.com", "/live/", "youtube"}, {"youtube.com", "/v/", "youtube"}, {"youtube.com", "/playlist", "youtube"}, {"youtube.com", "/clip/", "youtube"},
	{"youtube-nocookie.com", "", "youtube"}, {"youtu.be", "", "youtube"},
	{"vimeo.com", "", "vimeo"}, {"dailymotion.com", "", "dailymotion"}, {"dai.ly", "", "dailymotion"},
	{"twitch.tv", "", "twitch"}, {"ted.com", "/talks/", "ted"}, {"embed.ted.com", "", "ted"},
	{"wistia.com", "", "wistia"}, {"wistia.net", "", "wistia"}, {"loom.com", "/embed/", "loom"}, {"loom.com", "/share/", "loom"},
	{"brightcove.net", "", "brightcove"}, {"brightcove.com", "", "brightcove"}, {"jwplayer.com", "", "jwplayer"}, {"jwplatform.com", "", "jwplayer"},
	{"kaltura.com", "", "kaltura"}, {"streamable.com", "", "streamable"}, {"vidyard.com", "", "vidyard"}, {"videopress.com", "", "videopress"},
	{"rumble.com", "", "rumble"}, {"odysee.com", "", "odysee"}, {"bitchute.com", "", "bitchute"}, {"archive.org", "/embed/", "archive.org"},
	{"bilibili.com", "", "bilibili"}, {"nicovideo.jp", "", "niconico"}, {"nico.ms", "", "niconico"}, {"youku.com", "", "youku"}, {"v.qq.com", "", "qq"},
	{"vk.com", "/video", "vk"}, {"vk.com", "/wall", "vk"}, {"vkvideo.ru", "", "vk"}, {"rutube.ru", "", "rutube"}, {"ok.ru", "/video", "ok"},
	{"player.bbc.com", "", "bbc"}, {"arte.tv", "/embeds/", "arte"}, {"arte.tv", "/player/", "arte"}, {"c-span.org", "/video/", "c-span"}, {"tv.naver.com", "", "naver"},

	// Posts.
	{"platform.twitter.com", "/embed/", "twitter"}, {"twitter.com", "*/status/", "twitter"}, {"x.com", "*/status/", "twitter"},
	{"twitter.com", "*/statuses/", "twitter"}, {"twitframe.com", "", "twitter"},
	{"instagram.com", "/p/", "instagram"}, {"instagram.com", "/reel/", "instagram"}, {"instagram.com", "/tv/", "instagram"},
	{"instagram.com", "*/p/", "instagram"}, {"instagram.com", "*/reel/", "instagram"}, {"threads.net", "*/post/", "threads"}, {"threads.com", "*/post/", "threads"},
	{"facebook.com", "/plugins/post", "facebook"}, {"facebook.com", "/plugins/video", "facebook"}, {"facebook.com", "/watch", "facebook"},
	{"facebook.com", "/reel/", "facebook"}, {"facebook.com", "*/posts/", "facebook"}, {"facebook.com", "*/videos/", "facebook"}, {"fb.watch", "", "facebook"},
	{"tiktok.com", "/embed", "tiktok"}, {"tiktok.com", "/player/", "tiktok"}, {"tiktok.com", "*/video/", "tiktok"},
	{"reddit.com", "*/comments/", "reddit"}, {"embed.reddit.com", "", "reddit"}, {"redditmedia.com", "", "reddit"},
	{"embed.bsky.app", "", "bluesky"}, {"bsky.app", "*/post/", "bluesky"},
	{"t.me", "", "telegram"}, {"linkedin.com", "/embed/", "linkedin"}, {"tumblr.com", "*/post/", "tumblr"}, {"embed.tumblr.com", "", "tumblr"},
	{"pinterest.com", "*/pin/", "pinterest"}, {"assets.pinterest.com", "/ext/embed", "pinterest"},

	// Sound.
	{"soundcloud.com", "", "soundcloud"}, {"open.spotify.com", "", "spotify"}, {"embed.spotify.com", "", "spotify"},
	{"spotify.com", "*/embed/", "spotify"}, {"anchor.fm", "", "spotify"}, {"podcasters.spotify.com", "", "spotify"}, {"creators.spotify.com", "", "spotify"},
	{"embed.podcasts.apple.com", "", "apple_podcasts"}, {"podcasts.apple.com", "", "apple_podcasts"},
	{"embed.music.apple.com", "", "apple_music"}, {"music.apple.com", "", "apple_music"}, {"tools.applemusic.com", "", "apple_music"},
	{"deezer.com", "", "deezer"}, {"tidal.com", "", "tidal"}, {"bandcamp.com", "", "bandcamp"}, {"mixcloud.com", "", "mixcloud"}, {"audiomack.com", "", "audiomack"},
	{"acast.com", "", "acast"}, {"megaphone.fm", "", "megaphone"}, {"omny.fm", "", "omny"}, {"omnystudio.com", "", "omny"}, {"audioboom.com", "", "audioboom"},
	{"libsyn.com", "", "libsyn"}, {"podbean.com", "", "podbean"}, {"buzzsprout.com", "", "buzzsprout"}, {"simplecast.com", "", "simplecast"},
	{"transistor.fm", "", "transistor"}, {"captivate.fm", "", "captivate"}, {"podigee.io", "", "podigee"}, {"ausha.co", "", "ausha"}, {"spreaker.com", "", "spreaker"},
	{"art19.com", "", "art19"}, {"castos.com", "", "castos"}, {"redcircle.com", "", "redcircle"}, {"ivoox.com", "", "ivoox"}, {"npr.org", "/player/embed/", "npr"},

	// Pictures, code, documents.
	{"giphy.com", "", "giphy"}, {"tenor.com", "", "tenor"}, {"imgur.com", "", "imgur"}, {"flickr.com", "/photos/", "flickr"}, {"flic.kr", "", "flickr"},
	{"embed.gettyimages.com", "", "gettyimages"}, {"sketchfab.com", "", "sketchfab"},
	{"gist.github.com", "", "gist"}, {"codepen.io", "", "codepen"}, {"jsfiddle.net", "", "jsfiddle"}, {"codesandbox.io", "", "codesandbox"},
	{"stackblitz.com", "", "stackblitz"}, {"replit.com", "", "replit"}, {"observablehq.com", "", "observable"}, {"asciinema.org", "", "asciinema"},
	{"docs.google.com", "/forms/", "google_forms"}, {"docs.google.com", "", "google_docs"}, {"drive.google.com", "", "google_drive"}, {"forms.gle", "", "google_forms"},
	{"calendar.google.com", "", "google_calendar"}, {"maps.google.com", "", "google_maps"}, {"google.com", "/maps", "google_maps"},
	{"openstreetmap.org", "/export/embed", "openstreetmap"}, {"umap.openstreetmap.fr", "", "umap"}, {"mapbox.com", "", "mapbox"}, {"arcgis.com", "", "arcgis"},
	{"scribd.com", "", "scribd"}, {"slideshare.net", "", "slideshare"}, {"speakerdeck.com", "", "speakerdeck"}, {"issuu.com", "", "issuu"},
	{"documentcloud.org", "", "documentcloud"}, {"prezi.com", "", "prezi"}, {"canva.com", "/design/", "canva"}, {"figma.com", "/embed", "figma"}, {"airtable.com", "/embed/", "airtable"},
	{"typeform.com", "", "typeform"}, {"onedrive.live.com", "/embed", "onedrive"}, {"view.officeapps.live.com", "", "office"},

	// Charts.
	{"datawrapper.dwcdn.net", "", "datawrapper"}, {"datawrapper.de", "", "datawrapper"}, {"flourish.studio", "", "flourish"}, {"flo.uri.sh", "", "flourish"},
	{"infogram.com", "", "infogram"}, {"infogr.am", "", "infogram"}, {"public.tableau.com", "", "tableau"}, {"ourworldindata.org", "/grapher/", "ourworldindata"},
	{"ourworldindata.org", "/explorers/", "ourworldindata"}, {"app.powerbi.com", "", "powerbi"}, {"plotly.com", "", "plotly"}, {"plot.ly", "", "plotly"},
	{"knightlab.com", "", "knightlab"}, {"thinglink.com", "", "thinglink"}, {"statista.com", "/graphic/", "statista"}, {"tradingview.com", "", "tradingview"},
	{"polldaddy.com", "", "crowdsignal"}, {"crowdsignal.com", "", "crowdsignal"}, {"strawpoll.com", "", "strawpoll"},
})

// Embed returns who provides what is at an embedded address, and whether it is
// known. Mastodon, which runs on any host, is known by its path.
func Embed(address string) (provider string, ok bool) {
	if Tracker(address) {
		return "", false
	}
	if r, ok := embeds.find(address); ok {
		return r.name, true
	}
	_, rest := cutHost(clean(address))
	if path, _ := cutPath(rest); strings.HasPrefix(path, "/@") && strings.HasSuffix(path, "/embed") {
		return "mastodon", true
	}
	return "", false
}
