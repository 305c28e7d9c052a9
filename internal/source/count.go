package source

// Names come in; how many pages they are goes out, as far as names tell.

import "context"

// Count counts the pages as far as that can be done without reading files; 0
// means that it can not: archives are among them, or files of a folder that may
// be none, or ctx is done. A List is read to its end.
func (in *Inputs) Count(ctx context.Context) int64 {
	counting := *in
	counting.Skip = nil
	w := walker{in: &counting, parts: in.parts()}
	n, known := int64(0), true
	w.yield = func(Doc) bool { n++; return ctx.Err() == nil }
	w.file = func(w *walker, p place) bool {
		known = known && !namesArchive(p.path) && !(p.found && taken(unpackedName(p.path)) == judged)
		return known && w.yield(Doc{})
	}
	w.run()
	if !known || ctx.Err() != nil {
		return 0
	}
	return n
}

// namesArchive reports whether a file is one of many pages, by its name.
func namesArchive(name string) bool {
	return nameEnds(unpackedName(name), ".warc", ".wacz", ".zip", ".tar", ".jsonl", ".ndjson", ".xml", ".rss", ".atom")
}
