// Package extract reads article HTML as a stream and returns plain data: title,
// authors, dates, tags, the body as typed blocks, quotes with their speakers,
// links and images.
//
//	a, err := extract.Extract(resp.Body, extract.WithURL(url))
//	if err != nil {
//		return err
//	}
//	fmt.Println(a.Title, a.Authors, a.Published)
//	for _, q := range a.Quotes {
//		fmt.Println(q.Text)
//	}
//
// An [Article] marshals to the record that the pressclip command writes; package
// output writes it as JSON, YAML, Markdown or text.
//
// # How it works
//
// One pass over the tokens, no tree. The stages, in the order in which
// extract.go runs them, with the files to read for each:
//
//   - Scan (scan.go, scan_rawtag.go, scan_rawskip.go, scan_longtag.go, start.go,
//     endtags.go, text.go, buttons.go, media.go, formula.go): tokens become a page (page.go), which is containers in one array and leaves of text in another,
//     in reading order, with runs of markup and with what the page claims about
//     itself (metatags.go, marks.go). stack.go keeps the open elements,
//     elements.go says what each element is.
//   - Collect (metadata.go, bylines.go, datelines.go, titles.go): what speaks for
//     each field is gathered from the head and from the lines around the headline.
//   - Select (select.go): each leaf gets a verdict with its reason. Rules decide
//     first (rules.go, classnames.go, lines.go, containers.go, judge.go). Two models, which
//     internal/train has grown, decide last (score.go, model.go): they read the
//     rules' verdicts, counts (traits.go) and neighbours (features.go, second.go;
//     mainrow.go for --keep main). Of which kind the page is, trees decide by signs
//     that can be said in words (kind.go, kindsigns.go, kindrules.go, groups.go).
//   - Build (build.go, inline.go, close.go, images.go, notes.go, tables.go): the
//     leaves that are kept become blocks.
//   - Choose (choose.go, authors.go, when.go, terms.go): of the claims about a field
//     some are believed, in the order of trust.go.
//   - Enrich (enrich.go, warnings.go, quoting.go): places, counts, warnings and quotes.
//
// What a newcomer adds is mostly a row: an element to elements.go, a word of
// class names to rules.go, a name of a meta tag to metatags.go, a word before an
// author's name to authorcues.go.
//
// # Limits
//
// A page may have 64 MiB (WithMaxBytes). Elements more than 512 deep are
// flattened, their text is kept. Lists, quotes and tables nest up to 24 deep in
// the body, and of a tag 8 MiB are read. Time is linear in the input, memory
// follows the text that is kept.
//
// # What it does not do
//
// It runs no scripts and fetches nothing. It does not move text out of tables as
// browsers do with broken ones, and it does not repeat formatting that a block
// has cut off (stack.go says what is not simulated).
package extract
