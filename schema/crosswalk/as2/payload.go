package as2

import (
	"strconv"
	"strings"
)

// Event is an event as both Mobilizon and Gancio take it. What they crash on or
// refuse cannot be written with it: lists that have to be lists are never null,
// the text is always there, and there is one place.
type Event struct {
	Context           []any             `json:"@context,omitempty"`
	ID                string            `json:"id"`
	Type              string            `json:"type"` // "Event"
	URL               string            `json:"url,omitempty"`
	Actor             string            `json:"actor"`
	AttributedTo      string            `json:"attributedTo"`
	To                []string          `json:"to"`
	CC                []string          `json:"cc"`
	Name              string            `json:"name"` // 3 to 200 characters
	NameMap           map[string]string `json:"nameMap,omitempty"`
	Content           string            `json:"content"` // HTML
	ContentMap        map[string]string `json:"contentMap,omitempty"`
	Summary           string            `json:"summary,omitempty"` // place and day, for readers that know no events
	StartTime         string            `json:"startTime"`         // RFC 3339
	EndTime           string            `json:"endTime,omitempty"`
	DisplayEndTime    *bool             `json:"displayEndTime,omitempty"`
	Timezone          string            `json:"timezone,omitempty"`
	Status            string            `json:"status"`                // CONFIRMED, TENTATIVE or CANCELLED
	EventStatus       string            `json:"eventStatus,omitempty"` // of schema.org (FEP-8a8e)
	PreviousStart     string            `json:"previousStartTime,omitempty"`
	DoorTime          string            `json:"doorTime,omitempty"`
	Category          string            `json:"category,omitempty"` // one of Mobilizon's
	InLanguage        string            `json:"inLanguage,omitempty"`
	JoinMode          string            `json:"joinMode"` // "external": nobody signs up by ActivityPub
	ParticipationURL  string            `json:"externalParticipationUrl,omitempty"`
	IsOnline          bool              `json:"isOnline"`
	Capacity          int               `json:"maximumAttendeeCapacity,omitempty"`
	Remaining         *int              `json:"remainingAttendeeCapacity,omitempty"`
	AccessibleForFree *bool             `json:"isAccessibleForFree,omitempty"`
	Published         string            `json:"published,omitempty"`
	Updated           string            `json:"updated,omitempty"`
	Location          *Place            `json:"location,omitempty"`
	Attachment        []Attachment      `json:"attachment"` // pictures first
	Tag               []Tag             `json:"tag"`
}

// Place is a place, or an address online. Gancio tells places apart by their id,
// else by their name alone, so that the town stands in it.
type Place struct {
	Context   []any    `json:"@context,omitempty"`
	ID        string   `json:"id,omitempty"`
	Type      string   `json:"type"` // "Place" or "VirtualLocation"
	Name      string   `json:"name"`
	URL       string   `json:"url,omitempty"`
	Latitude  *Decimal `json:"latitude,omitempty"`
	Longitude *Decimal `json:"longitude,omitempty"`
	Address   any      `json:"address"` // a PostalAddress; of an address online that as a text
}

// PostalAddress is an address in its parts (schema.org).
type PostalAddress struct {
	Type     string `json:"type"` // "PostalAddress"
	Street   string `json:"streetAddress,omitempty"`
	Code     string `json:"postalCode,omitempty"`
	Locality string `json:"addressLocality,omitempty"`
	Region   string `json:"addressRegion,omitempty"`
	Country  string `json:"addressCountry,omitempty"`
}

// Attachment is a picture (a Document with its url) or a Link (with its href).
// Every one has a name and a media type.
type Attachment struct {
	Type      string `json:"type"`
	MediaType string `json:"mediaType"`
	URL       string `json:"url,omitempty"`
	Href      string `json:"href,omitempty"`
	Name      string `json:"name"`
}

// Tag is a keyword: "#theatre".
type Tag struct {
	Type string `json:"type"` // "Hashtag"
	Name string `json:"name"`
	Href string `json:"href,omitempty"`
}

// Decimal is a number that is written with a point: Mobilizon passes over
// coordinates without one.
type Decimal float64

// MarshalJSON writes 49 as 49.0.
func (d Decimal) MarshalJSON() ([]byte, error) {
	s := strconv.FormatFloat(float64(d), 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return []byte(s), nil
}

// Context returns the JSON-LD context in which events, places and their members
// mean what they are meant to.
func Context() []any {
	terms := map[string]any{
		"sc": "http://schema.org#", "ical": "http://www.w3.org/2002/12/cal/ical#", "mz": "https://joinmobilizon.org/ns#", "Hashtag": "as:Hashtag",
		"status": "ical:status", "address": map[string]string{"@id": "sc:address", "@type": "sc:PostalAddress"},
		"previousStartTime": "sc:previousStartDate", "nameMap": map[string]string{"@id": "as:name", "@container": "@language"},
		"contentMap": map[string]string{"@id": "as:content", "@container": "@language"},
	}
	for _, name := range []string{"category", "inLanguage", "PostalAddress", "streetAddress", "postalCode", "addressLocality", "addressRegion", "addressCountry",
		"eventStatus", "doorTime", "maximumAttendeeCapacity", "remainingAttendeeCapacity", "isAccessibleForFree", "VirtualLocation"} {
		terms[name] = "sc:" + name
	}
	for _, name := range []string{"timezone", "joinMode", "externalParticipationUrl", "isOnline", "displayEndTime"} {
		terms[name] = "mz:" + name
	}
	return []any{"https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1", terms}
}
