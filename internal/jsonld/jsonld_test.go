package jsonld

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
)

// news is a script as a content management system writes it.
const news = `{
  "@context": "https://schema.org",
  "@graph": [
    {"@type": "WebSite", "@id": "https://example.org/#website", "url": "https://example.org/", "name": "Example News",
     "publisher": {"@id": "https://example.org/#org"}},
    {"@type": ["Organization", "Brand"], "@id": "https://example.org/#org", "name": "Example &amp; Co", "url": "https:\/\/example.org\/"},
    {"@type": "WebPage", "@id": "https://example.org/grid/", "name": "Who pays? - Example News", "isPartOf": {"@id": "https://example.org/#website"},
     "primaryImageOfPage": {"@id": "https://example.org/grid/#img"}, "breadcrumb": {"@id": "https://example.org/grid/#crumbs"}},
    {"@type": "NewsArticle", "@id": "https://example.org/grid/#article", "mainEntityOfPage": {"@id": "https://example.org/grid/"},
     "headline": " Who pays for\n the new grid? ", "alternativeHeadline": "A vote in May", "description": "It&#8217;s &quot;late&quot;",
     "datePublished": "2026-03-04T09:30:00+01:00", "dateModified": "2026-03-05", "dateCreated": "2026-03-03",
     "author": [{"@id": "#joe"}, {"@type": "Person", "name": "Ana Mar\u00eda N\u00fa\u00f1ez", "url": "https://example.org/a/ana"}, "Reuters"],
     "publisher": {"@id": "https://example.org/#org"},
     "image": ["https://cdn.example.org/1.jpg", {"@id": "https://example.org/grid/#img"}],
     "keywords": "grid, storage ,, power", "articleSection": ["Energy", "City"], "inLanguage": "en-GB",
     "url": "https://example.org/grid/", "commentCount": "12", "license": {"@type": "CreativeWork", "url": "https://example.org/l"},
     "isPartOf": {"@type": "Periodical", "name": "Weekly"}, "articleBody": "One.\n\nTwo  words."},
    {"@type": "ImageObject", "@id": "https://example.org/grid/#img", "url": "https://cdn.example.org/2.jpg", "width": 1600, "height": "1067px",
     "caption": "A cable", "creditText": "A. Person"},
    {"@type": "Person", "@id": "#joe", "name": "Joe Schmo, Jr."},
    {"@type": "BreadcrumbList", "@id": "https://example.org/grid/#crumbs", "itemListElement": [
      {"@type": "ListItem", "position": 2, "name": "Energy", "item": "https://example.org/c/energy/"},
      {"@type": "ListItem", "position": 1, "item": {"@id": "https://example.org/", "name": "Home"}}]}
  ]
}`

func TestParse(t *testing.T) {
	org := Entity{Type: "Organization", ID: "https://example.org/#org", Name: "Example & Co", URL: "https://example.org/"}
	site := Entity{Type: "WebSite", ID: "https://example.org/#website", Name: "Example News", URL: "https://example.org/"}
	joe := Entity{Type: "Person", ID: "#joe", Name: "Joe Schmo, Jr."}
	cable := Image{URL: "https://cdn.example.org/2.jpg", Caption: "A cable", Credit: "A. Person", Width: 1600, Height: 1067}
	comments := 12
	want := &Document{
		Articles: []Node{
			{
				Type: "WebPage", Rank: 1, ID: "https://example.org/grid/", Name: "Who pays? - Example News",
				IsPartOf: []Entity{site}, Images: []Image{cable},
			},
			{
				Type: "NewsArticle", Rank: 4, ID: "https://example.org/grid/#article",
				Headline: "Who pays for the new grid?", AlternativeHeadline: "A vote in May", Description: "It’s \"late\"",
				DatePublished: "2026-03-04T09:30:00+01:00", DateModified: "2026-03-05", DateCreated: "2026-03-03",
				Language: "en-GB", URL: "https://example.org/grid/", MainEntityOfPage: "https://example.org/grid/",
				License: "https://example.org/l", Body: "One.\nTwo words.",
				Authors:   []Entity{joe, {Type: "Person", Name: "Ana María Núñez", URL: "https://example.org/a/ana"}, {Name: "Reuters"}},
				Publisher: org, IsPartOf: []Entity{{Type: "Periodical", Name: "Weekly"}},
				Images:   []Image{{URL: "https://cdn.example.org/1.jpg"}, cable},
				Keywords: []string{"grid", "storage", "power"}, Sections: []string{"Energy", "City"}, CommentCount: &comments,
			},
		},
		Entities:    []Entity{site, org, joe},
		Breadcrumbs: [][]Link{{{"Home", "https://example.org/"}, {"Energy", "https://example.org/c/energy/"}}},
	}
	got, err := Parse([]byte(news))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %s\nwant %s", show(got), show(want))
	}
}

func show(v any) string {
	b, _ := json.MarshalIndent(v, "", " ")
	return string(b)
}

// first returns the only article of a script that must be read.
func first(t *testing.T, src string) Node {
	t.Helper()
	doc, err := Parse([]byte(src))
	if err != nil {
		t.Errorf("%s: %v", src, err)
	}
	if doc == nil || len(doc.Articles) != 1 {
		t.Errorf("%s: %s, want one article", src, show(doc))
		return Node{}
	}
	return doc.Articles[0]
}

// article is the article that each row of forgiven says.
const article = `{"@type":"Article","headline":"A b","author":{"name":"Ann"}}`

// forgiven are ways to write article that are not JSON, or are more than it.
var forgiven = map[string]string{
	"byte order mark":     "\ufeff" + article,
	"CDATA":               "<![CDATA[" + article + "]]>",
	"CDATA in // comment": "//<![CDATA[\n" + article + "\n//]]>",
	"CDATA on one line":   "// <![CDATA[ " + article + " // ]]>",
	"CDATA in /* comment": "/*<![CDATA[*/" + article + "/*]]>*/",
	"HTML comment":        "<!--\n" + article + "\n-->",
	"HTML comment before": `<!-- {"@type":"Report"} -->` + article,
	"HTML comment inside": `{"@type":"Article",<!-- "x -->"headline":"A b","author":{"name":"Ann"}}`,
	"semicolon":           article + ";",
	"comma":               article + ",",
	"brace too many":      article + "}\n}",
	"assignment":          "window.ld = " + article + ";",
	"list":                "[[" + article + "]]",
	"graph":               `{"@graph":[` + article + `]}`,
	"main entity":         `{"@type":"Thing","mainEntity":` + article + `}`,
	"trailing commas":     `{"@type":["Article",],"headline":"A b","author":[{"name":"Ann",},],}`,
	"commas missing":      `{"@type":"Article" "headline":"A b" "author":{"name":"Ann"}}`,
	"values missing":      `{"@type":"Article","url":,"headline":"A b","image":[,],"author":{"name":"Ann","url":}}`,
	"line comments":       "{\"@type\":\"Article\", // \"x\n\"headline\":\"A b\",\"author\":{\"name\":\"Ann\"}}",
	"block comments":      `{"@type":/* " */"Article","headline":"A b","author":{"name":"Ann"}/**/}`,
	"tags":                `{"@type":"Article",<br />"headline":"A b",</p> <p>"author":{"name":"Ann"}}`,
	"raw line break":      "{\"@type\":\"Article\",\"headline\":\"A\r\n\tb\",\"author\":{\"name\":\"Ann\"}}",
	"raw control":         "{\"@type\":\"Article\",\"headline\":\"A\x00 b\x7f\",\"author\":{\"name\":\"\x1bAnn\"}}",
	"no-break spaces":     "{\u00a0\"@type\":\u00a0\"Article\",\"headline\":\"A\u00a0b\",\"author\":{\"name\":\"Ann\"}}",
	"undefined":           `{"@type":"Article","x":undefined,"y":NaN,"headline":"A b","author":{"name":"Ann"}}`,
	"bad escapes":         `{"@type":"Article","headline":"\A \b","author":{"name":"A\nn\u0008n"}}`,
	"type as URL":         `{"@type":"http://schema.org/Article","headline":"A b","author":{"name":"Ann"}}`,
	"prefixes":            `{"@type":"schema:Article","schema:headline":"A b","https://schema.org/author":{"name":"Ann"}}`,
	"alias of @type":      `{"type":["Thing","Article"],"headline":"A b","author":{"name":"Ann"}}`,
	"value object":        `{"@type":"Article","headline":{"@value":"A b","@language":"en"},"author":{"name":["Ann"]}}`,
	"two values":          `{"@type":"Thing"} ` + article,
	"other articles":      `{"@type":"Article","headline":"A b","author":{"name":"Ann"},"hasPart":[{"@type":"Article","headline":"C"}]}`,
}

func TestForgiven(t *testing.T) {
	want := first(t, article)
	for name, src := range forgiven {
		if name == "bad escapes" {
			continue // below
		}
		if got := first(t, src); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %s", name, show(got))
		}
	}
	got := first(t, forgiven["bad escapes"])
	if got.Headline != "A" || got.Authors[0].Name != "A nn" {
		t.Errorf("bad escapes: %s", show(got))
	}
}

func TestAuthors(t *testing.T) {
	tests := []struct {
		in   string
		want []Entity
	}{
		{`"Ann Lee, MD and Bob"`, []Entity{{Name: "Ann Lee, MD and Bob"}}},
		{`["Ann","Bob"]`, []Entity{{Name: "Ann"}, {Name: "Bob"}}},
		{`{"@type":"Person","name":["Ann","Bob"]}`, []Entity{{Type: "Person", Name: "Ann"}, {Type: "Person", Name: "Bob"}}},
		{`{"@type":"NewsMediaOrganization","name":"Desk"}`, []Entity{{Type: "Organization", Name: "Desk"}}},
		{`{"@type":"Person","givenName":"Ann","familyName":"Lee"}`, []Entity{{Type: "Person", Name: "Ann Lee"}}},
		{`"https://example.org/a/ann"`, []Entity{{URL: "https://example.org/a/ann"}}},
		{`{"@id":"#gone"}`, []Entity{{ID: "#gone"}}},
		{`[null, {}, "", 7]`, []Entity{{Name: "7"}}},
		{`"A\ud83d\ude00 \ud83d B\ude00"`, []Entity{{Name: "A\U0001F600 \ufffd B\ufffd"}}},
		{`"Tom &amp;amp; R&D; &lt;b&gt; &copy=1 &notit;"`, []Entity{{Name: "Tom &amp; R&D; <b> &copy=1 &notit;"}}},
	}
	for _, c := range tests {
		got := first(t, `{"@type":"Article","author":`+c.in+`}`).Authors
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("author %s: %s", c.in, show(got))
		}
	}
}

func TestProperties(t *testing.T) {
	count := func(n int) *int { return &n }
	tests := []struct {
		in   string
		want Node
	}{
		{`"creator":"Ann"`, Node{Authors: []Entity{{Name: "Ann"}}}},
		{`"creator":"Cy","author":"Ann"`, Node{Authors: []Entity{{Name: "Ann"}}}},
		{`"keywords":["a, b","c","c"]`, Node{Keywords: []string{"a, b", "c"}}},
		{`"keywords":[{"@type":"DefinedTerm","name":"a"}]`, Node{Keywords: []string{"a"}}},
		{`"keywords":"a b"`, Node{Keywords: []string{"a b"}}},
		{`"keywords":""`, Node{}},
		{`"articleSection":"Energy, City"`, Node{Sections: []string{"Energy, City"}}},
		{`"inLanguage":{"@type":"Language","name":"English","alternateName":"en"}`, Node{Language: "en"}},
		{`"inLanguage":["de","en"]`, Node{Language: "de"}},
		{`"commentCount":0`, Node{CommentCount: count(0)}},
		{`"commentCount":"1,234"`, Node{CommentCount: count(1234)}},
		{`"commentCount":-1`, Node{}},
		{`"interactionStatistic":[{"interactionType":"https://schema.org/LikeAction","userInteractionCount":5},{"interactionType":{"@type":"CommentAction"},"userInteractionCount":7}]`, Node{CommentCount: count(7)}},
		{`"interactionCount":"UserComments:3"`, Node{CommentCount: count(3)}},
		{`"thumbnailUrl":"t.jpg"`, Node{Images: []Image{{URL: "t.jpg"}}}},
		{`"thumbnailUrl":"t.jpg","image":{"contentUrl":"i.jpg"}`, Node{Images: []Image{{URL: "i.jpg"}}}},
		{`"image":{"@id":"#gone"}`, Node{}},
		{`"headline":"","headline":"B"`, Node{Headline: "B"}},
		{`"headline":null,"datePublished":["2026","2027"]`, Node{DatePublished: "2026"}},
		{`"mainEntityOfPage":{"@type":"WebPage","@id":"u"}`, Node{MainEntityOfPage: "u"}},
		{`"publisher":[{"@id":"#x"},{"name":"P"}]`, Node{Publisher: Entity{Name: "P"}}},
	}
	for _, c := range tests {
		c.want.Type, c.want.Rank = "Article", 4
		if got := first(t, `{"@type":"Article",`+c.in+`}`); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %s", c.in, show(got))
		}
	}
}

func TestReferencesInCircles(t *testing.T) {
	const src = `[{"@id":"#a","@type":"Article","author":{"@id":"#a"},"publisher":{"@id":"#b"}},
		{"@id":"#b","name":"B","author":{"@id":"#a"}},{"@id":"#c","@type":"Person"}]`
	got := first(t, src)
	if len(got.Authors) != 1 || got.Authors[0].ID != "#a" || got.Publisher.Name != "B" {
		t.Errorf("got %s", show(got))
	}
}

func TestSalvage(t *testing.T) {
	tests := []struct{ name, in, headline, published, author string }{
		{"quotes not escaped", `{"@type":"NewsArticle","headline":"She said "no" twice","datePublished":"2026-03-04","author":{"@type":"Person","name":"Ann"},"publisher":{"name":"P"}}`, `She said "no" twice`, "2026-03-04", "Ann"},
		{"quotes later", `{"@type":"NewsArticle","headline":"A","description":"a "b" c","datePublished":"2026-03-04","author":[{"name":"Ann"}]}`, "A", "2026-03-04", "Ann"},
		{"cut off in a string", `{"@type":"NewsArticle","headline":"A","datePublished":"2026-03-04","author":{"name":"Ann"},"articleBody":"and th`, "A", "2026-03-04", "Ann"},
		{"cut off in the author", `{"@type":"NewsArticle","headline":"A","datePublished":"2026-03-04","author":{"@type":"Person","name":"Ann"`, "A", "2026-03-04", "Ann"},
		{"names without quotes", `{"@type":"NewsArticle", x: 1, "headline" : "A", "datePublished" : "2026-03-04", "author":"Ann"}`, "A", "2026-03-04", "Ann"},
		{"names of others", `{"@type":"NewsArticle", x, "headline":"A","datePublished":"2026-03-04","author":{"name":"Ann"},"name":"A - Site","about":{"name":"X"}}`, "A", "2026-03-04", "Ann"},
		{"too deep", `{"@type":"NewsArticle","x":` + strings.Repeat("[", 80) + strings.Repeat("]", 80) + `,"headline":"A","datePublished":"2026-03-04","author":"Ann"}`, "A", "2026-03-04", "Ann"},
	}
	for _, c := range tests {
		doc, err := Parse([]byte(c.in))
		if !errors.Is(err, ErrBad) {
			t.Errorf("%s: error %v, want ErrBad", c.name, err)
		}
		if doc == nil || len(doc.Articles) != 1 {
			t.Errorf("%s: %s", c.name, show(doc))
			continue
		}
		n := doc.Articles[0]
		if n.Type != "NewsArticle" || n.Headline != c.headline || n.DatePublished != c.published || len(n.Authors) != 1 || n.Authors[0].Name != c.author {
			t.Errorf("%s: %s", c.name, show(n))
		}
	}
}

func TestSalvageWantsTypeOrHeadline(t *testing.T) {
	doc, err := Parse([]byte(`{"@type":"Product","name":"A "b" c","description":"D","author":"Ann"}`))
	if !errors.Is(err, ErrBad) || len(doc.Articles) != 0 {
		t.Errorf("error %v, %s", err, show(doc))
	}
}

func TestQuestions(t *testing.T) {
	const faq = `{"@type":"FAQPage","mainEntity":[{"@type":"Question","name":"Why?","acceptedAnswer":{"text":"So."}}]}`
	if got := first(t, faq); got.Type != "FAQPage" {
		t.Errorf("got %s", show(got))
	}
	doc, err := Parse([]byte(`{"@type":"QAPage","mainEntity":{"@type":"Question","name":"Why?","author":{"name":"Ann"}}}`))
	if err != nil || len(doc.Articles) != 2 || doc.Articles[1].Name != "Why?" {
		t.Errorf("error %v, %s", err, show(doc))
	}
}

func TestErrors(t *testing.T) {
	deep := strings.Repeat(`{"a":`, maxDepth) + "1" + strings.Repeat("}", maxDepth)
	tests := []struct {
		name, in string
		want     error
	}{
		{"empty", "", nil},
		{"white space", " \n", nil},
		{"null", "null", nil},
		{"string", `"{"`, nil},
		{"empty object", "{}", nil},
		{"as deep as may be", deep, nil},
		{"too deep", `{"a":` + deep + "}", ErrBad},
		{"single quotes", "{'@type':'Article'}", ErrBad},
		{"text", "Not found", ErrBad},
		{"unbalanced", "[{]}", ErrBad},
		{"too long", strings.Repeat(" ", maxBytes+1), ErrTooLarge},
		{"too many values", "[" + strings.Repeat("1,", maxValues) + "1]", ErrTooLarge},
	}
	for _, c := range tests {
		doc, err := Parse([]byte(c.in))
		if !errors.Is(err, c.want) {
			t.Errorf("%s: error %v, want %v", c.name, err, c.want)
		}
		if (doc == nil) != (c.want == ErrTooLarge) {
			t.Errorf("%s: document %v beside error %v", c.name, doc, err)
		}
	}
}

func TestJoin(t *testing.T) {
	a, _ := Parse([]byte(`{"@type":"Article","author":[{"@id":"#ann"},"Bob"],"publisher":{"@id":"#p"}}`))
	b, _ := Parse([]byte(`[{"@type":"Person","@id":"#ann","name":"Ann"},{"@type":"Organization","@id":"#p","name":"P"}]`))
	before := show(a)
	got := Join(a, nil, b).Articles[0]
	ann := Entity{Type: "Person", ID: "#ann", Name: "Ann"}
	if !reflect.DeepEqual(got.Authors, []Entity{ann, {Name: "Bob"}}) || got.Publisher.Name != "P" {
		t.Errorf("got %s", show(got))
	}
	if show(a) != before {
		t.Error("Join changed what it joined")
	}
}
