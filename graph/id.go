package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// ID names a thing in the graph. It is derived from what the thing is, never from when it was seen, and begins with
// the kind of thing and a colon: article:seed, person:xi-jinping, country:CHN, organization:united-nations,
// place:CHN/hangzhou, occasion:asian-games, report:4f0c…, event:4f0c….
type ID string

// The prefixes of ids, one a kind of node.
const (
	ArticlePrefix      = "article"
	PersonPrefix       = "person"
	CountryPrefix      = "country"
	OrganizationPrefix = "organization"
	PlacePrefix        = "place"
	OccasionPrefix     = "occasion"
	ReportPrefix       = "report"
	EventPrefix        = "event"
)

// Prefix is the kind of thing the id names: what stands before the colon.
func (id ID) Prefix() string {
	prefix, _, _ := strings.Cut(string(id), ":")
	return prefix
}

// Local is what stands after the colon.
func (id ID) Local() string {
	_, local, _ := strings.Cut(string(id), ":")
	return local
}

// ArticleID is the id of the article that its source calls local.
func ArticleID(local string) ID { return ID(ArticlePrefix + ":" + local) }

// PersonID is the id of the person of that name: letter case, accents, hyphens and spaces aside.
func PersonID(name string) ID { return ID(PersonPrefix + ":" + Slug(name)) }

// CountryID is the id of the country with the ISO 3166 alpha-3 code.
func CountryID(alpha3 string) ID { return ID(CountryPrefix + ":" + alpha3) }

// OrganizationID is the id of the organization of that canonical name.
func OrganizationID(name string) ID { return ID(OrganizationPrefix + ":" + Slug(name)) }

// PlaceID is the id of a city, or, with city "", of a country as a scene of events. A city's id begins with its country's.
func PlaceID(alpha3, city string) ID {
	if city == "" {
		return ID(PlacePrefix + ":" + alpha3)
	}
	return ID(PlacePrefix + ":" + alpha3 + "/" + Slug(city))
}

// OccasionID is the id of the occasion of that name.
func OccasionID(name string) ID { return ID(OccasionPrefix + ":" + Slug(name)) }

// EventID is the id of the event whose least report is report: it has the report's local part, so that an id given out
// before a merge or a split still leads, through that report, to an event.
func EventID(report ID) ID { return ID(EventPrefix + ":" + report.Local()) }

// ReportOf is the report that an event's id was made from: the inverse of EventID.
func ReportOf(event ID) ID { return ID(ReportPrefix + ":" + event.Local()) }

// hash is a short content hash of the parts: 16 hexadecimal digits of SHA-256.
func hash(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:8])
}
