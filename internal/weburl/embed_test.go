package weburl

import (
	"strings"
	"testing"
)

func TestEmbed(t *testing.T) {
	for u, want := range map[string]string{
		"https://www.youtube.com/embed/abc123?rel=0": "youtube", "//www.youtube-nocookie.com/embed/x": "youtube", "https://youtu.be/x": "youtube", "https://YouTube.com/watch?v=x": "youtube",
		"https://player.vimeo.com/video/1": "vimeo", "https://platform.twitter.com/embed/Tweet.html?id=1": "twitter", "https://x.com/a/status/1": "twitter",
		"https://www.instagram.com/p/x/embed/": "instagram", "https://www.instagram.com/someone/reel/x/": "instagram",
		"https://www.facebook.com/plugins/video.php?href=x": "facebook", "https://www.facebook.com/plugins/post.php": "facebook",
		"https://w.soundcloud.com/player/?url=x": "soundcloud", "https://open.spotify.com/embed/track/x": "spotify", "https://embed.podcasts.apple.com/us/podcast/x": "apple_podcasts",
		"https://embed.bsky.app/embed/did:plc:x/post/y": "bluesky", "https://mastodon.example/@a/1/embed": "mastodon", "https://www.google.com/maps/embed?pb=x": "google_maps",
		"https://docs.google.com/forms/d/x": "google_forms", "https://docs.google.com/document/d/x": "google_docs", "https://datawrapper.dwcdn.net/x/1/": "datawrapper",
		"https://gist.github.com/a/1.js": "gist", "https://a.b.c.d.e.f.bandcamp.com/x": "bandcamp", "https://play.acast.com/s/x": "acast",

		"https://notyoutube.com/embed/x": "", "https://youtube.com.evil.example/embed/x": "", "https://www.youtube.com/about/": "", "/embed/x": "", "": "",
		"https://example.org/@a/embedding": "", "https://www.facebook.com/plugins/like.php": "", "https://www.google.com/search?q=/maps": "", "https://h/?u=https://youtu.be/x": "",
	} {
		if got, ok := Embed(u); got != want || ok != (want != "") {
			t.Errorf("Embed(%q) = %q, %v, want %q", u, got, ok, want)
		}
	}
}

func TestTracker(t *testing.T) {
	for u, want := range map[string]bool{
		"https://ad.doubleclick.net/x": true, "https://www.googletagmanager.com/ns.html?id=x": true, "https://www.google.com/recaptcha/api2/anchor": true, "https://disqus.com/embed/comments/": true,
		"https://www.facebook.com/tr?id=1": true, "https://www.facebook.com/tr/?id=1": true, "https://www.facebook.com/plugins/comments.php": true, "https://news.substack.com/embed": true,
		"https://example.org/": false, "https://notdoubleclick.net/": false, "https://www.google.com/maps/embed": false, "https://www.facebook.com/travel": false, "/recaptcha/": false,
		"https://news.substack.com/embed/p/x": false,
	} {
		if got := Tracker(u); got != want {
			t.Errorf("Tracker(%q) = %v", u, got)
		}
	}
}

// Every row can be found: by its own host and path, through find.
func TestRowsCanBeFound(t *testing.T) {
	for name, tab := range map[string]table{"embeds": embeds, "trackers": trackers} {
		for host, rules := range tab {
			if host != strings.ToLower(host) || strings.Count(host, ".") >= maxLabels || strings.HasPrefix(host, "www.") {
				t.Errorf("%s: host %q", name, host)
			}
			for _, r := range rules {
				path := strings.TrimSuffix(strings.TrimPrefix(r.path, "*"), "$")
				if got, ok := tab.find("https://www." + host + path); !ok || got.name != r.name {
					t.Errorf("%s: %s%s is found as %v", name, host, r.path, got)
				}
				if path != "" && path[0] != '/' {
					t.Errorf("%s: %s: path %q", name, host, r.path)
				}
				if name == "embeds" && Tracker("https://"+host+path) {
					t.Errorf("%s%s is a tracker too", host, path)
				}
			}
		}
	}
}

func TestSavedFrom(t *testing.T) {
	for _, c := range []struct{ comment, url, when string }{
		{" saved from url=(0030)https://example.org/a/b?c=d#e ", "https://example.org/a/b?c=d#e", ""},
		{" saved from url=(0014)about:internet ", "", ""},
		{" saved from url=(0030)file:///C:/x ", "", ""},
		{" saved from url=(0030", "", ""},
		{"\n Page saved with SingleFile \n url: https://example.org/a \n saved date: Fri Mar 04 2016 10:00:00 GMT+0100 (Central European Standard Time)\n", "https://example.org/a", "Fri Mar 04 2016 10:00:00 GMT+0100 (Central European Standard Time)"},
		{"\n Page saved with SingleFile \n url: file:///x \n saved date: x\n", "", ""},
		{" Saved from https://example.org/at at 2026-03-04T10:00:00Z using monolith v2.8.1 ", "https://example.org/at", "2026-03-04T10:00:00Z"},
		{" Saved from local source at 2026-03-04T10:00:00Z using monolith v2.8.1 ", "", ""},
		{" Saved from https://example.org/ by hand ", "", ""},
		{" Mirrored from example.org/a/b.html by HTTrack Website Copier/3.x [XR&CO'2014], Fri, 04 Mar 2016 10:00:00 GMT ", "http://example.org/a/b.html", "Fri, 04 Mar 2016 10:00:00 GMT"},
		{" Mirrored from https://example.org/a by HTTrack Website Copier/3.x [XR&CO'2014], Fri, 04 Mar 2016 10:00:00 GMT ", "https://example.org/a", "Fri, 04 Mar 2016 10:00:00 GMT"},
		{" Mirrored from javascript:x by HTTrack ", "http://javascript:x", ""},
		{" Mirrored from javascript://x by HTTrack ", "", ""},
		{"", "", ""}, {" a comment ", "", ""}, {" not saved from url=(1)https://h/ ", "", ""},
	} {
		url, when, ok := SavedFrom(c.comment)
		if url != c.url || when != c.when || ok != (c.url != "") {
			t.Errorf("SavedFrom(%q) = %q, %q, %v, want %q, %q", c.comment, url, when, ok, c.url, c.when)
		}
	}
}

// The law: what is found is an address of a page on the web.
func FuzzSavedFrom(f *testing.F) {
	f.Add(" saved from url=(0030)https://example.org/ ")
	f.Add("Page saved with SingleFile url: ftp://h saved date: x")
	f.Add("Mirrored from h by HTTrack [], x")
	f.Fuzz(func(t *testing.T, comment string) {
		url, when, ok := SavedFrom(comment)
		if !ok && (url != "" || when != "") {
			t.Errorf("%q: %q, %q beside false", comment, url, when)
		}
		if ok && (Host(url) == "" || KindOf(url) != Web || len(when) > maxDate || len(url) > maxComment*3) {
			t.Errorf("%q: %q, %q", comment, url, when)
		}
	})
}
