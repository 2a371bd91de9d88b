package destination

import (
	"net/url"
	"strconv"
	"strings"

	"moselle/connectors"
)

// licenceKey is the parameter that holds the licence key.
const licenceKey = "licensekey"

// pageSize is how many items a page has when the address does not say it: the
// search itself gives ten.
const pageSize = 100

// isSearch reports whether an address is one that takes limit and offset.
func isSearch(location string) bool {
	if !connectors.IsWeb(location) {
		return false
	}
	for _, name := range []string{"experience", "limit", "offset"} {
		if queried(location, name) != "" {
			return true
		}
	}
	return strings.Contains(location, "/rest.ashx/")
}

// first returns the address of the first page and where in the list it begins.
func first(location string) (string, int) {
	if !isSearch(location) {
		return location, 0
	}
	offset, err := strconv.Atoi(queried(location, "offset"))
	if err != nil || offset < 0 {
		offset = 0
	}
	if queried(location, "limit") == "" {
		location = with(location, "limit", strconv.Itoa(pageSize))
	}
	return location, offset
}

// withKey adds the licence key to an address of the web.
func (c *connector) withKey(location string) string {
	if c.Key == "" || !connectors.IsWeb(location) {
		return location
	}
	return with(location, licenceKey, c.Key)
}

// withoutKey takes the licence key out of an address of the web.
func withoutKey(location string) string {
	if queried(location, licenceKey) == "" {
		return location
	}
	return with(location, licenceKey, "")
}

// with gives an address of the web another value of a parameter, none for "".
func with(location, name, value string) string {
	u, err := url.Parse(location)
	if err != nil {
		return location
	}
	q := u.Query()
	for key := range q {
		if strings.EqualFold(key, name) {
			q.Del(key)
		}
	}
	if value != "" {
		q.Set(name, value)
	}
	u.RawQuery = q.Encode()
	return u.String()
}

// queried returns a parameter of an address of the web; capitals in its name do
// not count.
func queried(location, name string) string {
	u, err := url.Parse(location)
	if err != nil || !connectors.IsWeb(location) {
		return ""
	}
	for key, values := range u.Query() {
		if strings.EqualFold(key, name) && len(values) > 0 && values[0] != "" {
			return values[0]
		}
	}
	return ""
}
