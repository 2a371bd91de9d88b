// Package activitypub holds the documents by which servers of the Fediverse find
// and tell one another things: accounts (actors), what they did (activities),
// lists of it (collections, such as an outbox), WebFinger and NodeInfo. What an
// activity is about, an event for instance, is schema/crosswalk/as2's; asking,
// delivering and signing are its callers'.
package activitypub

import (
	"net/url"
	"slices"
	"strings"
)

// MediaType is the media type of all documents but WebFinger's and NodeInfo's.
const MediaType = "application/activity+json"

// Accept is what a reader asks for: without it most servers answer with a page
// for people (ActivityPub, section 3.2).
const Accept = MediaType + `, application/ld+json; profile="https://www.w3.org/ns/activitystreams", application/jrd+json, application/json;q=0.9, */*;q=0.1`

// Context is the JSON-LD context that every document names.
const Context = "https://www.w3.org/ns/activitystreams"

// Public is the address that means everybody (ActivityPub, section 5.6).
const Public = Context + "#Public"

// IsPublic reports whether an address means everybody, in any of the ways that
// are written.
func IsPublic(address string) bool {
	return address == Public || address == "as:Public" || address == "Public" || address == "http://www.w3.org/ns/activitystreams#Public"
}

// IsActor reports whether a type is one of the accounts' (ActivityStreams
// vocabulary, section 3.2).
func IsActor(typ string) bool {
	return slices.Contains([]string{"Application", "Group", "Organization", "Person", "Service"}, typ)
}

// IsCollection reports whether a type is one of the lists'.
func IsCollection(typ string) bool {
	return slices.Contains([]string{"Collection", "CollectionPage", "OrderedCollection", "OrderedCollectionPage"}, typ)
}

// IsActivity reports whether a type is one of the activities'
// (ActivityStreams vocabulary, section 3.1), or Mobilizon's Member.
func IsActivity(typ string) bool {
	return slices.Contains([]string{"Accept", "Add", "Announce", "Arrive", "Block", "Create", "Delete", "Dislike", "Flag", "Follow", "Ignore",
		"Invite", "Join", "Leave", "Like", "Listen", "Member", "Move", "Offer", "Question", "Read", "Reject", "Remove", "TentativeAccept",
		"TentativeReject", "Travel", "Undo", "Update", "View"}, typ)
}

// SameHost reports whether two addresses are of one server: the same host and
// port, which is all that one may speak for.
func SameHost(a, b string) bool { return Host(a) != "" && Host(a) == Host(b) }

// Host returns the host and port of an address in lower case; "" of what is no
// http(s) address.
func Host(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return strings.ToLower(u.Host)
}
