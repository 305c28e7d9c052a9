package extract

import "bytes"

// media.go takes pictures, players and frames.

// media is the <picture>, <video> or <audio> being read.
type media struct {
	tag           tag
	url           ref // of a player: its first source
	poster, title ref
	sets          [3]ref // of a picture: its sources' srcset
	nsets         uint8
	loose         bool // of AMP: it is not on the stack, and its first source ends it
}

// tiny is the size, in pixels, up to which a picture or frame counts things
// and shows nothing.
const tiny = 2

// image takes an <img>.
func (s *scanner) image() {
	p, a := s.page, &s.attr
	if s.darkness > 0 || s.inHead || s.notShown() {
		return
	}
	var h hints
	if v := a.get(attrClass); v != nil {
		h = p.classes[p.classOf(v)].hints
	}
	alt := a.get(attrAlt)
	switch {
	case h&hintEmoji != 0 && len(alt) > 0 && len(alt) <= 32:
		s.addText(alt)
		return
	case h&hintFormula != 0 && len(alt) > 0:
		s.addFormula(p.keep(trimSpace(alt)), false)
		return
	}
	pic := picture{link: s.link, node: s.node, noscript: s.noscript > 0}
	pic.width, _ = integer(a.get(attrWidth))
	pic.height, _ = integer(a.get(attrHeight))
	if tinyBox(a) {
		return
	}
	pic.src, pic.alt, pic.title = p.keep(a.get(attrSrc)), p.keep(alt), p.keep(a.get(attrTitle))
	pic.lazy = p.keep(a.get(attrLazySrc))
	for _, k := range [...]attribute{attrLazySrcset, attrSrcset} {
		if v := a.get(k); len(v) > 0 {
			pic.addSet(p.keep(v))
		}
	}
	if s.media.tag == tagPicture {
		for _, set := range s.media.sets[:s.media.nsets] {
			pic.addSet(set)
		}
		s.media.nsets = 0 // a picture has one img (HTML Standard 4.8.1)
	}
	if pic.src.empty() && pic.lazy.empty() && pic.nsets == 0 {
		return
	}
	s.addPicture(&pic)
}

func (pic *picture) addSet(set ref) {
	if int(pic.nsets) < len(pic.sets) {
		pic.sets[pic.nsets] = set
		pic.nsets++
	}
}

// tinyBox reports whether a tag gives its element the size of a dot.
func tinyBox(a *attributes) bool {
	w, okW := integer(a.get(attrWidth))
	h, okH := integer(a.get(attrHeight))
	return okW && okH && w <= tiny && h <= tiny
}

// addPicture puts a picture into the text as a run of its own.
func (s *scanner) addPicture(pic *picture) {
	p := s.page
	s.beginText()
	s.endRun()
	n := int32(len(p.text))
	p.runs = append(p.runs, run{text: ref{n, n}, link: s.link, image: int32(len(p.pictures)), style: 0})
	p.pictures = append(p.pictures, *pic)
	if s.flow.leaf.images < 1<<15-1 {
		s.flow.leaf.images++
	}
}

// beginMedia starts an element that collects sources.
func (s *scanner) beginMedia(t tag) {
	p, a := s.page, &s.attr
	ent := entry{tag: t, node: none, link: s.link, mark: none, scope: s.scope, flags: entryPicture, marks: int32(len(p.marks))}
	switch t {
	case tagObject:
		ent.flags = entryDark // what is inside is for browsers that cannot show it
		if v := a.get(attrData); v != nil && !s.notShown() && !tinyBox(a) {
			s.addEmbed(embed{url: p.keep(v), title: p.keep(a.get(attrTitle)), tag: t})
		}
	case tagPicture:
		s.media = media{tag: t}
	default:
		s.flush()
		s.media = media{tag: t, url: p.keep(firstOf(a.get(attrSrc), a.get(attrLazySrc))), poster: p.keep(a.get(attrPoster)), title: p.keep(a.get(attrTitle))}
		ent.flags |= entryDark // what is inside is for browsers that cannot play it
	}
	s.push(ent)
}

// source takes a <source>.
func (s *scanner) source() {
	a := &s.attr
	switch s.media.tag {
	case tagPicture:
		for _, k := range [...]attribute{attrLazySrcset, attrSrcset} {
			if v := a.get(k); len(v) > 0 && int(s.media.nsets) < len(s.media.sets) {
				s.media.sets[s.media.nsets] = s.page.keep(v)
				s.media.nsets++
				return
			}
		}
	case tagVideo, tagAudio:
		if s.media.url.empty() {
			s.media.url = s.page.keep(firstOf(a.get(attrSrc), a.get(attrLazySrc)))
		}
		if s.media.loose {
			s.endMedia(tagVideo)
		}
	}
}

// endMedia ends the element that collected sources.
func (s *scanner) endMedia(t tag) {
	m := s.media
	s.media = media{}
	if t != tagPicture && m.tag == t && !m.url.empty() {
		s.addEmbed(embed{url: m.url, title: m.title, poster: m.poster, tag: t})
	}
}

// frame takes an <iframe>.
func (s *scanner) frame() {
	a := &s.attr
	if s.notShown() || tinyBox(a) {
		return
	}
	if src := firstOf(a.get(attrLazySrc), a.get(attrSrc)); len(src) > 0 {
		s.addEmbed(embed{url: s.page.keep(src), title: s.page.keep(a.get(attrTitle)), tag: tagIframe})
		s.media = media{}
	}
}

// addEmbed puts something embedded between the blocks of text. An <object>
// and the <embed> inside it are one.
func (s *scanner) addEmbed(e embed) {
	p := s.page
	if s.darkness > int(s.counts[tagObject]) || s.inHead || e.url.empty() {
		return
	}
	if n := len(p.embeds); n > 0 && bytes.Equal(p.bytes(p.embeds[n-1].url), p.bytes(e.url)) {
		return
	}
	s.flush()
	s.addLeaf(leafEmbed, int32(len(p.embeds)), ref{})
	p.embeds = append(p.embeds, e)
}

// ampPlayers are AMP's elements for players and the addresses that their
// data-videoid stands for.
var ampPlayers = map[string]string{
	"youtube": "https://www.youtube.com/watch?v=", "vimeo": "https://vimeo.com/", "dailymotion": "https://www.dailymotion.com/video/",
	"twitter": "https://twitter.com/i/status/", "instagram": "https://www.instagram.com/p/", "facebook": "",
}

// ampElement takes an AMP element for media, by its name without "amp-".
func (s *scanner) ampElement(name []byte) {
	a := &s.attr
	switch string(name) {
	case "img", "anim":
		s.image()
	case "iframe":
		s.frame()
	case "video", "audio":
		s.media = media{tag: tagVideo, loose: true, title: s.page.keep(a.get(attrTitle))} // its source may follow
		s.frame()
	default:
		if site, ok := ampPlayers[string(name)]; ok && a.bit(attrVideoID) {
			s.addEmbed(embed{url: s.page.keep(append([]byte(site), a.get(attrVideoID)...)), tag: tagVideo})
		}
	}
}

// anchor takes the address of an <a> and returns its index, or none.
func (s *scanner) anchor() int32 {
	p, a := s.page, &s.attr
	href := a.get(attrHref)
	if href == nil || s.darkness > 0 {
		return none
	}
	p.links = append(p.links, anchor{href: p.keep(href), title: p.keep(a.get(attrTitle)), rel: p.keep(a.get(attrRel)), download: a.bit(attrDownload)})
	return int32(len(p.links) - 1)
}
