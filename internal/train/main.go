// Command train makes the models that package extract embeds: a corpus of pages
// with gold text goes in, trees come out.
//
//	go run ./internal/train -corpus DIR -out extract/model.bin
//	go run ./internal/train -corpus DIR -cross 5      # scores of unseen sites
//
// DIR holds gold.jsonl and html/ID.html. The same corpus gives the same bytes:
// nothing is drawn but from a seeded generator.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	_ "pressclip/extract" // sets lens.Read
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// settings are what the command line says.
type settings struct {
	corpus, out, types string
	cross, worst       int
	forms              formWeights
	main, kinds        bool
	boost, mainBoost   boostOptions
}

func run(args []string, w io.Writer) error {
	s, err := parse(args)
	switch {
	case err != nil:
		return err
	case s.kinds:
		pages, err := s.pages(false, "all")
		if err != nil {
			return err
		}
		return kinds(pages, s, w)
	case s.cross > 0:
		return s.crossValidate(w)
	case s.out == "":
		return errors.New("nothing to do: give -cross or -out")
	}
	return s.write()
}

// parse reads the command line.
func parse(args []string) (s settings, err error) {
	flags := flag.NewFlagSet("train", flag.ContinueOnError)
	flags.StringVar(&s.corpus, "corpus", "", "folders with gold.jsonl and html/, comma-separated")
	flags.StringVar(&s.out, "out", "", "file to write the models to")
	flags.StringVar(&s.types, "types", "article", "page types to learn from, or all")
	flags.IntVar(&s.cross, "cross", 0, "cross-validate by site in so many folds instead of writing")
	flags.BoolVar(&s.main, "main", false, "the models of --keep main alone; with -out, those for articles stay as they are in that file")
	flags.BoolVar(&s.kinds, "kinds", false, "the models of the pages' kinds, from corpora that give each page's type")
	flags.IntVar(&s.worst, "worst", 0, "with -cross: list so many pages that lose most")
	flags.Float64Var(&s.forms.plain, "plain", plainWeight, "weight of the pages without names of elements that are made of the pages, for the models of articles")
	flags.Float64Var(&s.forms.short, "short", shortWeight, "weight of the short articles that are made of the pages, for the models of articles")
	flags.IntVar(&s.boost.trees, "trees", 60, "trees of a model")
	flags.IntVar(&s.boost.leaves, "leaves", 16, "leaves of a tree")
	flags.Float64Var(&s.boost.rate, "rate", 0.12, "learning rate")
	flags.IntVar(&s.mainBoost.trees, "main-trees", 100, "trees of a model of --keep main")
	flags.IntVar(&s.mainBoost.leaves, "main-leaves", 20, "leaves of such a tree")
	flags.Float64Var(&s.mainBoost.rate, "main-rate", 0.1, "learning rate of such a model")
	return s, flags.Parse(args)
}

// pages reads those of the types from each corpus, with the gold text of
// --keep main or that of articles.
func (s settings) pages(main bool, types string) (pages []*sample, err error) {
	for dir := range strings.SplitSeq(s.corpus, ",") {
		more, err := readCorpus(dir, main, func(kind string) bool {
			return types == "all" || strings.Contains(","+types+",", ","+kind+",")
		})
		if err != nil {
			return nil, err
		}
		pages = append(pages, more...)
	}
	if main {
		balance(pages)
	}
	return pages, nil
}

// crossValidate prints the scores of pages whose sites the models have not seen.
func (s settings) crossValidate(w io.Writer) error {
	pages, err := s.pages(s.main, s.types)
	if err != nil {
		return err
	}
	if s.main {
		return crossValidate(pages, s.cross, s.mainBoost, formWeights{}, s.worst, w)
	}
	return crossValidate(pages, s.cross, s.boost, s.forms, s.worst, w)
}

// write grows the models for articles and for all pages and writes them.
func (s settings) write() error {
	article, err := s.articleModels()
	if err != nil {
		return err
	}
	all, err := s.pages(true, "all")
	if err != nil {
		return err
	}
	main, err := growPair(all, s.mainBoost, 2)
	if err != nil {
		return fmt.Errorf("growing the models of --keep main: %w", err)
	}
	b := slices.Concat([]byte(magic), article, main)
	if err := os.WriteFile(s.out, b, 0o666); err != nil {
		return fmt.Errorf("writing the models: %w", err)
	}
	return nil
}

// articleModels grows the models for articles, or takes them from the file that
// is to be written anew if only the others are wanted.
func (s settings) articleModels() ([]byte, error) {
	if s.main {
		b, err := os.ReadFile(s.out)
		if err != nil {
			return nil, fmt.Errorf("reading the models for articles: %w", err)
		}
		return firstPair(b)
	}
	pages, err := s.pages(false, s.types)
	if err != nil {
		return nil, err
	}
	b, err := growPair(s.forms.add(pages), s.boost, 1)
	if err != nil {
		return nil, fmt.Errorf("growing the models for articles: %w", err)
	}
	return b, nil
}

// growPair grows the pair of forests for a Keep and gives it as it is stored.
func growPair(pages []*sample, opt boostOptions, seed uint64) ([]byte, error) {
	m, err := trainModel(pages, opt, seed)
	if err != nil {
		return nil, err
	}
	return encode(m)
}
