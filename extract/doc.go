// Package extract reads article HTML as a stream and returns plain data: title,
// authors, dates, tags, the body as typed blocks, quotes with their speakers,
// links and images.
//
//	a, err := extract.Extract(resp.Body, extract.WithURL(url))
//	if err != nil {
//		return err
//	}
//	fmt.Println(a.Title, a.Authors, a.Published)
//	for _, q := range a.Quotes { … }
//
// An [Article] marshals to the record that the pressclip command writes; package
// output writes it as JSON, YAML, Markdown or text.
//
// # How it works
//
// One pass, no tree. Read the files in this order:
//
//   - extract.go: the options, and the stages in the order in which they run
//   - scan.go, rawtag.go, start.go, text.go: tokens become a page (page.go): containers in
//     one array, leaves of text in another, in reading order, with runs of
//     markup, and claims that the page makes about itself (metatags.go, marks.go)
//   - stack.go, elements.go: the open elements, and what each element is
//   - select.go: a page becomes a verdict with its reason for each leaf. Rules
//     (rules.go, lines.go, containers.go, judge.go) decide first; two models (score.go, model.go) that
//     internal/train has grown read the rules' verdicts, counts (traits.go) and
//     neighbours (features.go, second.go; mainrow.go has what only --keep main
//     looks at) and decide last
//   - build.go, inline.go, close.go, images.go, notes.go, tables.go: the leaves
//     that are kept become blocks
//   - kind.go: of which kind the page is, told by a third set of trees from signs
//     that can be said in words (kindsigns.go, kindrules.go, groups.go)
//   - metadata.go, bylines.go: claims are collected; choose.go, authors.go: some
//     are believed, in the order of trust.go
//   - enrich.go: quotes, places, counts and warnings
//
// What a newcomer adds is mostly a row: an element to elements.go, a word of
// class names to rules.go, a name of a meta tag to metatags.go, a cue of a
// byline to bylines.go.
//
// # Limits
//
// A page may have 64 MiB (WithMaxBytes). Elements more than 512 deep are
// flattened, their text is kept. Lists, quotes and tables nest up to 24 deep in
// the body. Time is linear in the input, memory follows the text that is kept.
//
// # What it does not do
//
// It runs no scripts and fetches nothing. It does not move text out of tables as
// browsers do with broken ones, and it does not repeat formatting that a block
// has cut off (stack.go says what is not simulated).
package extract
