package openagenda

import (
	"strings"

	"moselle/schema"
)

// known are the members of an event that are OpenAgenda's own; any other is a
// field that the agenda made for itself.
var known = set("uid", "slug", "canonicalUrl", "title", "description", "longDescription", "html", "keywords", "conditions", "dateRange", "range",
	"timings", "firstTiming", "nextTiming", "lastTiming", "firstDate", "firstTimeStart", "firstTimeEnd", "lastDate", "lastTimeStart", "lastTimeEnd",
	"timezone", "status", "state", "draft", "private", "removed", "featured", "attendanceMode", "onlineAccessLink", "accessibility", "hasAccessibility",
	"age", "registration", "registrationUrl", "image", "thumbnail", "originalImage", "imageCredits", "location", "locationUid", "locationName",
	"address", "postalCode", "city", "district", "department", "region", "latitude", "longitude", "country", "countryCode", "insee",
	"originAgenda", "origin", "sourceAgendas", "sourcePaths", "aggregated", "agendaUid", "contributor", "member", "creatorUid", "ownerUid", "fileKey",
	"createdAt", "updatedAt", "links", "references", "extIds", "tags", "tagGroups", "category", "custom", "hasPrivateCustomFields", "addMethod",
	"canEdit", "motive", "passed", "diffWithNow", "dates", "firstDateBegin", "firstDateEnd", "lastDateBegin", "lastDateEnd", "_agg")

// inside are the members that hold others, by the beginning that these have in
// exports with one column for each.
var inside = map[string]string{"location": "location", "originagenda": "originAgenda", "age": "age", "firstdate": "firstTiming", "lastdate": "lastTiming",
	"firsttiming": "firstTiming", "nexttiming": "nextTiming", "lasttiming": "lastTiming", "contributor": "contributor"}

// translated are the members that hold a text in several languages.
var translated = set("title", "description", "longDescription", "html", "keywords", "conditions", "dateRange", "access", "tags", "country")

// spelling gives the name that a member has in the API by its lower case.
var spelling = func() map[string]string {
	out := map[string]string{"adminlevel1": "adminLevel1", "extid": "extId"}
	for name := range known {
		out[strings.ToLower(name)] = name
	}
	return out
}()

func set(names ...string) map[string]bool {
	out := make(map[string]bool, len(names))
	for _, n := range names {
		out[n] = true
	}
	return out
}

// unfold gives an event of a flat export, in which "title_fr", "title.fr" and
// "location_name" stand beside each other, the shape it has in the API. Any
// other event stays as it is.
func unfold(o object) object {
	if !isFlat(o) {
		return o
	}
	out := object{}
	for _, name := range o.names() {
		at, rest := out, name
		if head, tail, ok := cut(name); ok {
			if to := inside[strings.ToLower(head)]; to != "" {
				at, rest = out.under(to), tail
			}
		}
		if head, tail, ok := cutLast(rest); ok && translated[spelled(head)] && isLanguage(tail) {
			at, rest = at.under(spelled(head)), tail
		} else {
			rest = spelled(rest)
		}
		if !at.has(rest) {
			at[rest] = o[name]
		}
	}
	return out
}

// isFlat reports whether members of members stand beside each other.
func isFlat(o object) bool {
	if o.has("location") && o.has("title") {
		return false
	}
	for name := range o {
		if head, tail, ok := cut(name); ok && (inside[strings.ToLower(head)] != "" || translated[spelled(head)] && isLanguage(tail)) {
			return true
		}
	}
	return false
}

// under returns a member that is an object, making it when it is not there. A
// scalar in its place gives way.
func (o object) under(name string) object {
	if in, ok := o[name].(map[string]any); ok {
		return in
	}
	in := map[string]any{}
	o[name] = in
	return in
}

func spelled(name string) string {
	if s := spelling[strings.ToLower(name)]; s != "" {
		return s
	}
	return name
}

func cut(name string) (head, tail string, ok bool) {
	i := strings.IndexAny(name, "_.")
	if i < 1 {
		return name, "", false
	}
	return name[:i], name[i+1:], true
}

func cutLast(name string) (head, tail string, ok bool) {
	i := strings.LastIndexAny(name, "_.")
	if i < 1 {
		return name, "", false
	}
	return name[:i], name[i+1:], true
}

// isLanguage reports whether the end of a name is a language.
func isLanguage(s string) bool {
	return len(s) >= 2 && len(s) <= 5 && schema.CleanLang(s) != schema.Und
}
