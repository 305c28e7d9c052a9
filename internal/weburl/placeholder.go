package weburl

// An image's address in, whether it stands for a picture that comes later out.

import "strings"

// maxInline is the length in bytes of the longest data: image that is taken
// for a placeholder. Blurred previews have up to some 3 KB; in a page saved as
// one file, the pictures themselves are data: and longer.
const maxInline = 4 << 10

// A weight says how sure a word in a file's name is.
type weight uint8

const (
	aside  weight = iota + 1 // says nothing: "image", "16x9"
	weak                     // a placeholder if the file is a .gif, .png or .svg and no number is in its name
	strong                   // a placeholder
)

// placeholderWords are the words of file names. A name is a placeholder's if
// it has no other words than these: "placeholder-300x200.png" is one,
// "placeholder-theory-of-value.jpg" is a picture of something. To add a word,
// ask whether a photograph could have that name alone; then it is weak.
var placeholderWords = map[string]weight{
	"placeholder": strong, "placeholders": strong, "spacer": strong, "blank": strong, "cleardot": strong, "clearpixel": strong,
	"1x1": strong, "2x1": strong, "1px": strong, "1pixel": strong, "onepixel": strong, "spaceball": strong, "trackpixel": strong,
	"lazyload": strong, "lazyloading": strong, "noimage": strong, "nophoto": strong, "noimg": strong, "imageplaceholder": strong,

	"pixel": weak, "px": weak, "lazy": weak, "load": weak, "loading": weak, "loader": weak, "spinner": weak, "preload": weak, "preloader": weak,
	"transparent": weak, "trans": weak, "clear": weak, "empty": weak, "dot": weak, "shim": weak, "fallback": weak, "dummy": weak,
	"grey": weak, "gray": weak, "white": weak, "black": weak, "beacon": weak, "tracker": weak, "tracking": weak, "counter": weak,

	"image": aside, "img": aside, "images": aside, "bg": aside, "default": aside, "thumb": aside, "thumbnail": aside, "ajax": aside,
	"small": aside, "medium": aside, "large": aside, "square": aside, "landscape": aside, "portrait": aside, "ratio": aside,
	"gif": aside, "png": aside, "jpg": aside, "svg": aside, "video": aside, "photo": aside, "post": aside, "article": aside,
}

// placeholderStems are whole file names, without the extension.
var placeholderStems = map[string]bool{
	"no-image": true, "no_image": true, "no-photo": true, "no_photo": true, "no-img": true, "not-found": true,
}

// placeholderHosts give out pictures of a size for layouts.
var placeholderHosts = map[string]bool{
	"via.placeholder.com": true, "placehold.it": true, "placehold.co": true, "dummyimage.com": true, "fakeimg.pl": true, "placekitten.com": true,
}

// Placeholder reports whether an image's address is not a picture of the page:
// it stands for one that a script loads later, is a spacer, or counts readers.
// A data: image is one if it is small.
func Placeholder(address string) bool {
	u := clean(address)
	switch Scheme(u[:min(len(u), maxScheme)]) {
	case "data":
		return len(u) <= maxInline
	case "about", "javascript":
		return true
	}
	if u == "" || u[0] == '#' {
		return true
	}
	host, path := cutHost(u)
	path, _ = cutPath(path)
	return placeholderName(path[strings.LastIndexByte(path, '/')+1:]) || host != "" && (placeholderHosts[strings.ToLower(host)] || Tracker(u))
}

// placeholderName reports whether a file's name is a placeholder's.
func placeholderName(name string) bool {
	const longest = 64 // bytes; longer names say what they show
	if name == "" || len(name) > longest {
		return false
	}
	name = strings.ToLower(name)
	stem, extension := name, ""
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		stem, extension = name[:i], name[i+1:]
	}
	drawn := extension == "gif" || extension == "png" || extension == "svg"
	if placeholderStems[stem] {
		return drawn
	}
	if len(stem) == 1 && extension == "gif" {
		return true // "t.gif": what counts readers
	}
	var best weight
	number := false
	for word := range strings.FieldsFuncSeq(stem, func(r rune) bool { return r == '-' || r == '_' || r == '.' }) {
		w, ok := placeholderWords[word]
		if !ok && !isSize(word) {
			return false
		}
		number = number || !ok
		best = max(best, w)
	}
	return best == strong || best == weak && drawn && !number
}

// isSize reports whether word is a number or a size: "2", "300x200", "16x9".
func isSize(word string) bool {
	return strings.Trim(word, "0123456789x") == "" && strings.Trim(word, "x") == word && strings.Count(word, "x") <= 1
}
