package jsonld

// This file takes the value of @type and says what schema.org means by it.

import "strings"

// ranks says which types may describe a page's article, and how surely: 4 an
// article, 3 a work that pages are made of, 2 any work, 1 the page around it.
// Source: the types below CreativeWork at https://schema.org/CreativeWork.
var ranks = map[string]int{
	"AdvertiserContentArticle": 4,
	"AnalysisNewsArticle":      4,
	"APIReference":             4,
	"Article":                  4,
	"AskPublicNewsArticle":     4,
	"BackgroundNewsArticle":    4,
	"BlogPosting":              4,
	"LiveBlogPosting":          4,
	"MedicalScholarlyArticle":  4,
	"NewsArticle":              4,
	"OpinionNewsArticle":       4,
	"Report":                   4,
	"ReportageNewsArticle":     4,
	"ReviewNewsArticle":        4,
	"SatiricalArticle":         4,
	"ScholarlyArticle":         4,
	"TechArticle":              4,

	"CriticReview":           3,
	"DiscussionForumPosting": 3,
	"HowTo":                  3,
	"MediaReview":            3,
	"Question":               3,
	"Recipe":                 3,
	"Review":                 3,
	"SocialMediaPosting":     3,
	"UserReview":             3,

	"CreativeWork": 2,

	"AboutPage":      1,
	"CollectionPage": 1,
	"FAQPage":        1,
	"ItemPage":       1,
	"MedicalWebPage": 1,
	"ProfilePage":    1,
	"QAPage":         1,
	"WebPage":        1,
}

// surelyArticle is the least rank of a type that is not a page or any work.
const surelyArticle = 3

// kinds says which types are an entity that stands by itself, and of what kind.
var kinds = map[string]string{
	"Person": "Person",

	"Corporation":              "Organization",
	"CollegeOrUniversity":      "Organization",
	"EducationalOrganization":  "Organization",
	"GovernmentOrganization":   "Organization",
	"LocalBusiness":            "Organization",
	"NGO":                      "Organization",
	"NewsMediaOrganization":    "Organization",
	"OnlineBusiness":           "Organization",
	"Organization":             "Organization",
	"PerformingGroup":          "Organization",
	"ResearchOrganization":     "Organization",
	"MusicGroup":               "Organization",
	"SportsOrganization":       "Organization",
	"RadioBroadcastService":    "Organization",
	"BroadcastService":         "Organization",
	"TelevisionStation":        "Organization",
	"RadioStation":             "Organization",
	"WorkersUnion":             "Organization",
	"PoliticalParty":           "Organization",
	"ProfessionalService":      "Organization",
	"MedicalOrganization":      "Organization",
	"LibrarySystem":            "Organization",
	"FundingScheme":            "Organization",
	"Consortium":               "Organization",
	"Airline":                  "Organization",
	"OnlineStore":              "Organization",
	"Project":                  "Organization",
	"ResearchProject":          "Organization",
	"FundingAgency":            "Organization",
	"SearchRescueOrganization": "Organization",

	"WebSite": "WebSite",
}

// bare returns a type's name without the vocabulary: "http://schema.org/Article"
// and "schema:Article" are "Article".
func bare(t string) string {
	return t[strings.LastIndexAny(t, "/#:")+1:]
}

// types returns the names in the @type of object v, without vocabulary.
func (r *reader) types(v int32) []string {
	m := r.member(v, "@type")
	if m < 0 {
		m = r.member(v, "type") // an alias in schema.org's context
	}
	var list []string
	for i := range r.items(m) {
		if name := bare(r.text(i)); name != "" {
			list = append(list, name)
		}
	}
	return list
}

// ranked returns the type of highest rank, the first of equals, and its rank.
func ranked(types []string) (string, int) {
	best, rank := "", 0
	for _, t := range types {
		if k := ranks[t]; k > rank {
			best, rank = t, k
		}
	}
	return best, rank
}

// kind returns what kind of entity the types make, else the first of them, and
// whether it is an entity.
func kind(types []string) (string, bool) {
	for _, t := range types {
		if k, ok := kinds[t]; ok {
			return k, true
		}
	}
	if len(types) == 0 {
		return "", false
	}
	return types[0], false
}
