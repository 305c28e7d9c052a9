package extract

import (
	"strings"

	"pressclip/internal/weburl"
)

// images.go chooses among a picture's addresses and reads its caption.

// addImage puts a picture into the record and returns its index. It reports
// false for a picture that shows nothing, or that stands beside its copy.
func (b *builder) addImage(i int32) (int, bool) {
	if b.image[i] > 0 {
		return int(b.image[i] - 1), true
	}
	pic := &b.p.pictures[i]
	if b.p.isIcon(pic) || b.isCopy(i) {
		return 0, false
	}
	url, set := b.candidates(pic)
	if url == "" || weburl.Tracker(url) {
		return 0, false
	}
	img := Image{URL: url, Alt: clean(b.p.str(pic.alt)), Title: clean(b.p.str(pic.title)), Srcset: set}
	if pic.width > 0 && pic.height > 0 {
		img.Width, img.Height = int(pic.width), int(pic.height)
	}
	b.out.Images = append(b.out.Images, img)
	b.image[i] = int32(len(b.out.Images))
	return len(b.out.Images) - 1, true
}

// isCopy reports whether a picture is the same as the one just before it: a
// lazy image and the <noscript> for browsers without scripts.
func (b *builder) isCopy(i int32) bool {
	if i == 0 || b.image[i-1] == 0 {
		return false
	}
	p := b.p
	a, c := &p.pictures[i-1], &p.pictures[i]
	near := a.node == c.node || p.nodes[a.node].parent == c.node || p.nodes[c.node].parent == a.node
	return near && a.noscript != c.noscript
}

// candidates returns the largest real address of a picture and all that its
// srcset gives, in the page's order.
func (b *builder) candidates(pic *picture) (best string, set []Candidate) {
	width, density := 0, 0.0
	for _, r := range pic.sets[:pic.nsets] {
		weburl.Srcset(b.p.str(r), func(url string, w int, d float64) bool {
			abs := b.imageURL(url)
			if abs == "" || hasCandidate(set, abs) {
				return true
			}
			c := Candidate{URL: abs, Width: w}
			if d > 0 && d != 1 {
				c.Density = d
			}
			set = append(set, c)
			if w > width || w == width && max(d, 1) > density {
				best, width, density = abs, w, max(d, 1)
			}
			return len(set) < maxCandidates
		})
	}
	if best != "" {
		return best, set
	}
	for _, r := range []ref{pic.lazy, pic.src} {
		if url := b.imageURL(b.p.str(r)); url != "" {
			return url, set
		}
	}
	return "", set
}

// maxCandidates is how many files of a picture are kept.
const maxCandidates = 64

func hasCandidate(set []Candidate, url string) bool {
	for i := range set {
		if set[i].URL == url {
			return true
		}
	}
	return false
}

// imageURL returns the address of a picture file, "" for a placeholder.
func (b *builder) imageURL(src string) string {
	if src == "" || weburl.Placeholder(src) {
		return ""
	}
	return b.addr.web(src)
}

// linkImage notes where a click on the last picture leads.
func (b *builder) linkImage(link int32, run int32) {
	href := b.href(link)
	if href == "" {
		return
	}
	b.out.Images[len(b.out.Images)-1].Href = href
	b.addLink(run, link)
}

// setCaption gives a figure its caption, and its picture the caption and credit.
func (b *builder) setCaption(figure *Block, caption Line) {
	text, credit := splitCredit(caption.Text)
	img := &b.out.Images[*figure.Image]
	img.Caption, img.Credit = oneLine(text), oneLine(credit)
	figure.Text, figure.Inlines = text, cutRuns(caption.Inlines, len(text))
}

// creditSigns stand before the name of who made a picture, in lower case.
var creditSigns = []string{
	"photo credit:", "image credit:", "photograph:", "photo by", "ap photo/", "photo:", "image:", "picture:", "credit:", "photos:", "illustration:", "foto:", "bild:", "photo :", "crédit photo :", "crédit :", "crédito:", "fotografía:", "imagem:",
	"fotografie:", "zdjęcie:", "фото:", "写真：", "写真:", "撮影：", "图片来源：", "图：", "摄影：", "تصوير:", "صورة:",
}

// splitCredit parts a caption from the credit that a sign marks.
func splitCredit(caption string) (text, credit string) {
	lower := strings.ToLower(caption)
	if len(lower) != len(caption) { // a letter whose lower case has another length: positions would not fit
		return caption, ""
	}
	for _, sign := range creditSigns {
		i := strings.LastIndex(lower, sign)
		if i < 0 || i > 0 && isWordByte(lower[i-1]) {
			continue
		}
		if rest := strings.TrimSpace(caption[i+len(sign):]); rest != "" && len(rest) <= 120 {
			return strings.TrimRightFunc(caption[:i], isCreditBorder), strings.Trim(rest, " .)]")
		}
	}
	return caption, ""
}

func isWordByte(c byte) bool { return c >= 'a' && c <= 'z' || c >= 0x80 }

func isCreditBorder(r rune) bool { return isSpace(r) || strings.ContainsRune("([|/–—-", r) }

// cutRuns keeps the runs of the first n bytes of their text.
func cutRuns(runs []Inline, n int) []Inline {
	out := runs[:0:0]
	markup := false
	for _, r := range runs {
		if len(r.Text) > n {
			r.Text = r.Text[:n]
		}
		n -= len(r.Text)
		if r.Text != "" || r.Image != nil {
			out = append(out, r)
			markup = markup || r.Href != "" || r.Style != nil || r.Image != nil || r.TeX != "" || r.Footnote != ""
		}
	}
	if !markup {
		return nil
	}
	return out
}

// embed adds a player, a frame or a document.
func (b *builder) embed(l *leaf) {
	e := &b.p.embeds[l.media]
	url := b.addr.web(b.p.str(e.url))
	if url == "" || weburl.Tracker(url) {
		return
	}
	name, known := provider(url)
	if !known {
		name = weburl.Host(url)
	}
	b.add(Block{Type: Embed, Provider: name, URL: url, Title: clean(b.p.str(e.title))})
}
