package kulturdaten

import (
	"net/url"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"moselle/connectors"
	"moselle/schema/tree"
)

// pageSize is how many things are asked for at once where the address does not
// say it: the most that the API gives.
const pageSize = "500"

// split takes an address of the API apart: its own address, with a slash at its
// end, and the thing whose list or single one the rest names, "" for none. api
// is "" for what is no address of the API.
func split(at string) (api string, of thing) {
	u, err := url.Parse(at)
	if err != nil || !connectors.IsWeb(at) {
		return "", ""
	}
	u.RawQuery, u.Fragment = "", ""
	parts := strings.Split(strings.Trim(u.Path, "/"), "/")
	for i, part := range parts {
		for _, t := range things {
			if part == t.list() && t != user {
				u.Path = strings.TrimSuffix("/"+strings.Join(parts[:i], "/"), "/") + "/"
				return u.String(), t
			}
		}
	}
	if parts[len(parts)-1] == "api" {
		u.Path = "/" + strings.Join(parts, "/") + "/"
		return u.String(), ""
	}
	return "", ""
}

// hintOf returns what a document lists by its name: "locations.2024.json".
func hintOf(at string) thing {
	if _, of := split(at); of != "" {
		return of
	}
	name := strings.ToLower(connectors.Name(at))
	for _, t := range things {
		if strings.Contains(name, string(t)) && t != tag { // "organizationTags"
			if strings.Contains(name, string(t)+"tags") {
				return tag
			}
			return t
		}
	}
	if strings.Contains(name, string(tag)) {
		return tag
	}
	return ""
}

// sized asks for as many things as there may be at once, unless the address says
// how many; tags and single things come without pages.
func sized(at string) string {
	api, of := split(at)
	u, err := url.Parse(at)
	if err != nil || api == "" || of == tag || path.Base(u.Path) != of.list() || u.Query().Has("pageSize") {
		return at
	}
	return with(u, "pageSize", pageSize)
}

func with(u *url.URL, name, value string) string {
	q := u.Query()
	q.Set(name, value)
	u.RawQuery = q.Encode()
	return u.String()
}

// head is what an answer says beside the things in it.
type head struct {
	page, size, total int
}

func headOf(data tree.Node) head {
	number := func(name string) int {
		n, _ := strconv.Atoi(data.Member(name).Text())
		return max(n, 0)
	}
	return head{number("page"), number("pageSize"), number("totalCount")}
}

// next returns the address of the page behind the one at an address, in which n
// things stand; "" behind the last.
func (h head) next(at string, n int) string {
	u, err := url.Parse(at)
	if err != nil || !connectors.IsWeb(at) || n == 0 || h.page == 0 || h.size == 0 || h.page*h.size >= h.total {
		return ""
	}
	return with(u, "page", strconv.Itoa(h.page+1))
}

// beside returns where a document lies that the settings name: an address, or a
// path from the source's own on.
func beside(source, name string) string {
	switch {
	case connectors.IsWeb(name):
		return name
	case connectors.IsWeb(source):
		base, err := url.Parse(source)
		if err != nil {
			return name
		}
		to, err := base.Parse(name)
		if err != nil {
			return name
		}
		return to.String()
	case filepath.IsAbs(name):
		return name
	}
	return filepath.Join(filepath.Dir(source), name)
}
