package feed

import (
	"regexp"
	"strings"
)

// statuses are the states that extensions name: iCalendar's, Google's and
// schema.org's.
var statuses = map[string]string{
	"confirmed": "EventScheduled", "scheduled": "EventScheduled", "active": "EventScheduled",
	"tentative": "EventTentative", "cancelled": "EventCancelled", "canceled": "EventCancelled",
	"postponed": "EventPostponed", "rescheduled": "EventRescheduled", "movedonline": "EventMovedOnline",
}

// statusOf returns the state that a value names by its last word; "" for one that
// is not known.
func statusOf(value string) string {
	value = strings.ToLower(value)
	value = value[strings.LastIndexAny(value, "#/.:")+1:]
	return statuses[strings.TrimPrefix(value, "event")]
}

// seatsOf returns what schema.org calls it whether places are left; "" for any
// other word.
func seatsOf(value string) string {
	value = value[strings.LastIndexAny(value, "#/:")+1:]
	for _, code := range []string{"InStock", "LimitedAvailability", "PreOrder", "SoldOut"} {
		if strings.EqualFold(value, code) {
			return code
		}
	}
	return ""
}

var (
	// marked finds what titles begin with when a date is off: in brackets, before
	// a colon or a dash, or as the signs of the hub's own feeds.
	marked = regexp.MustCompile(`^(?:(✕|⏸)\s*|[\[(]\s*(\p{L}+)!?\s*[\])][\s:–-]*|(\p{L}+)!?\s*(?::|\s[–—-])\s+)(.+)$`)
	behind = regexp.MustCompile(`^(.+?)\s*(?:[\[(]\s*(\p{L}+)!?\s*[\])])$`)
)

// marks are the words that titles use for it.
var marks = map[string]string{
	"✕": "EventCancelled", "⏸": "EventPostponed",
	"cancelled": "EventCancelled", "canceled": "EventCancelled", "abgesagt": "EventCancelled", "entfällt": "EventCancelled",
	"annulé": "EventCancelled", "annulée": "EventCancelled", "annule": "EventCancelled", "annulee": "EventCancelled", "ofgesot": "EventCancelled",
	"afgelast": "EventCancelled", "geannuleerd": "EventCancelled", "annullato": "EventCancelled", "cancelado": "EventCancelled",
	"postponed": "EventPostponed", "verschoben": "EventPostponed", "reporté": "EventPostponed", "reportée": "EventPostponed",
	"reporte": "EventPostponed", "verréckelt": "EventPostponed", "uitgesteld": "EventPostponed", "rinviato": "EventPostponed", "aplazado": "EventPostponed",
}

// unmarked takes what says that a date is off away from a title.
func unmarked(title string) (rest, status string) {
	if m := marked.FindStringSubmatch(title); m != nil {
		if s := marks[strings.ToLower(m[1]+m[2]+m[3])]; s != "" {
			return m[4], s
		}
	}
	if m := behind.FindStringSubmatch(title); m != nil {
		if s := marks[strings.ToLower(m[2])]; s != "" {
			return m[1], s
		}
	}
	return title, ""
}
