package negotiate

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"

	"moselle/hub/fault"
)

// Params reads the parameters of an address. One that cannot be read is
// fault.Invalid: to leave it out, as net/url would, is to answer another
// question.
func Params(u *url.URL) (url.Values, error) {
	v, err := url.ParseQuery(u.RawQuery)
	if err != nil {
		return nil, fault.New(fault.Invalid, "the address cannot be read behind its question mark; write %% as %%25, & as %%26 and ; as %%3B")
	}
	return v, nil
}

// Unknown returns a fault.Param about the first parameter, by name, that is not
// among the known ones, nil when all are. It says which one was likely meant.
func Unknown(values url.Values, known []string) error {
	for _, name := range slices.Sorted(maps.Keys(values)) {
		if slices.Contains(known, name) {
			continue
		}
		if near := fault.Nearest(name, known); near != "" {
			return fault.Param(name, "there is no such parameter; did you mean %q?", near)
		}
		hint := "none is taken here"
		if len(known) > 0 {
			hint = fmt.Sprintf("known are %s", strings.Join(known, ", "))
		}
		return fault.Param(name, "there is no such parameter; %s", hint)
	}
	return nil
}
