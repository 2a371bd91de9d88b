package openagenda

import (
	"net/url"
	"strconv"
)

// lists are the members under which answers list events: OpenAgenda's own, and
// those of the portals of open data that pass its events on (Opendatasoft), in
// their versions, and as GeoJSON.
var lists = set("events", "results", "records", "features")

// wrappers are the members in which such portals put what they have of an event.
var wrappers = []string{"record", "fields", "properties"}

// unwrap returns the event in what a portal puts around it.
func unwrap(o object) object {
	for _, name := range wrappers {
		if in := o.object(name); in != nil && !o.has("uid") {
			o = in
		}
	}
	return o
}

// farthest is how far portals give out pages; their exports have all.
const farthest = 10_000

// portal returns the address of the page behind one of a portal, from which n
// records were read; "" behind the last.
func (h *head) portal(u *url.URL, n int) string {
	q, name := u.Query(), "offset"
	if h.first { // the first version
		name = "start"
	}
	at, _ := strconv.Atoi(q.Get(name))
	if at += n; at >= h.total || at >= farthest {
		return ""
	}
	q.Set(name, strconv.Itoa(at))
	u.RawQuery = q.Encode()
	return u.String()
}
