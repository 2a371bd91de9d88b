package config

import (
	"cmp"
	"fmt"
	"net"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"moselle/schema"
	"moselle/schema/calendar"
)

// checker looks at what was read, completes what can be derived, and gathers
// every fault.
type checker struct {
	config *Config
	from   map[string]string // variable by key, for values that came from one
	faults []Fault           // begins with those of reading
}

// fault notes what is wrong with a setting. The first fault of a setting is
// enough: one that could not be read is not missing as well.
func (k *checker) fault(key, format string, args ...any) {
	name, line := key, lineOf(k.config.lines, key)
	if v, ok := k.from[key]; ok {
		name, line = v, 0
	}
	if !slices.ContainsFunc(k.faults, func(f Fault) bool { return f.Key == name }) {
		k.faults = append(k.faults, Fault{Key: name, Line: line, Message: fmt.Sprintf(format, args...)})
	}
}

func (k *checker) check() {
	c := k.config
	if c.Data == "" {
		k.fault("data", "name a folder")
	}
	k.address()
	k.pageLanguages()
	k.fallback(c.Fallback)
	k.zone("zone", c.Zone)
	k.oneOf("log.level", &c.Log.Level, "debug", "info", "warn", "error")
	k.oneOf("log.format", &c.Log.Format, "text", "json")
	k.fetch(&c.Fetch)
	k.between("harvest.workers", c.Harvest.Workers, 1, 64)
	k.between("harvest.batch", c.Harvest.Batch, 1, 10_000)
	k.between("calendar.back", c.Calendar.Back, 0, calendar.MaxMonths)
	k.between("calendar.ahead", c.Calendar.Ahead, 0, calendar.MaxMonths)
	k.sized("memory", c.Memory, 64*MB)
	k.sized("cache.size", c.Cache.Size, 0)
	k.between("search.max_page", c.Search.MaxPage, 1, 500)
	k.between("search.page", c.Search.Page, 1, max(1, min(c.Search.MaxPage, 500)))
	k.institutions()
	k.sources()
}

// address checks where the hub listens and how others reach it.
func (k *checker) address() {
	c := k.config
	_, port, err := net.SplitHostPort(c.Listen)
	if n, e := strconv.Atoi(port); err != nil || e != nil || n < 0 || n > 65535 {
		k.fault("listen", "%q is no address to listen at; write host:port, such as 127.0.0.1:8080", c.Listen)
		return
	}
	if c.Base == "" {
		c.Base = baseOf(c.Listen)
		return
	}
	c.Base = strings.TrimRight(c.Base, "/")
	u, err := url.Parse(c.Base)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		k.fault("base", "%q is no public address; write it whole, such as https://data.example.org", c.Base)
	} else if u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		k.fault("base", "holds more than scheme, host and path; leave out user, \"?\" and \"#\"")
	}
}

func (k *checker) pageLanguages() {
	c := k.config
	if len(c.Languages) == 0 {
		k.fault("languages", "name at least one language")
		return
	}
	for i, tag := range c.Languages {
		if slices.Index(c.Languages, tag) < i {
			k.fault("languages", "%q stands there twice", tag)
		}
		k.language("languages", tag)
	}
	if c.Language == "" {
		c.Language = c.Languages[0]
	}
	if !slices.Contains(c.Languages, c.Language) {
		k.fault("language", "%q is none of the languages of the pages (%s)", c.Language, strings.Join(c.Languages, ", "))
	}
}

func (k *checker) fetch(f *Fetch) {
	k.sized("fetch.max_bytes", f.MaxBytes, 1)
	k.sized("fetch.max_unpacked", f.MaxUnpacked, 1)
	k.between("fetch.max_ratio", f.MaxRatio, 1, 2000)
	k.span("fetch.timeout", f.Timeout, time.Second, 24*time.Hour)
	k.span("fetch.idle", f.Idle, time.Second, time.Hour)
	k.between("fetch.redirects", f.Redirects, 0, 20)
	k.between("fetch.retries", f.Retries, 0, 10)
	k.span("fetch.pace", f.Pace, 0, time.Minute)
	for i, host := range f.Allow {
		if strings.ContainsAny(host, "/@?# \t") || host == "" {
			key := fmt.Sprintf("fetch.allow[%d]", i)
			if _, ok := k.from["fetch.allow"]; ok {
				key = "fetch.allow"
			}
			k.fault(key, "%q is no host; write its name alone, or name:port", host)
		}
	}
	if strings.ContainsAny(f.Contact, "\r\n()") {
		k.fault("fetch.contact", "write an e-mail or web address without brackets")
	}
}

// language refuses what is no language tag in its usual spelling.
func (k *checker) language(key, tag string) {
	switch clean := schema.CleanLang(tag); {
	case clean == schema.Und:
		k.fault(key, "%q is no language; write its tag, such as fr, de, lb or en", tag)
	case clean != tag:
		k.fault(key, "write the language %q as %q", tag, clean)
	}
}

func (k *checker) zone(key, name string) {
	if _, err := time.LoadLocation(name); err != nil || name == "" || name == "Local" {
		k.fault(key, "%q is no time zone; write its name, such as Europe/Luxembourg", name)
	}
}

func (k *checker) oneOf(key string, value *string, allowed ...string) {
	*value = strings.ToLower(*value)
	if !slices.Contains(allowed, *value) {
		k.fault(key, "%q is none of %s", *value, strings.Join(allowed, ", "))
	}
}

func (k *checker) between(key string, n, low, high int) {
	if n != clamp(n, low, high) {
		k.fault(key, "%d is out of range; write a number from %d to %d", n, low, high)
	}
}

func (k *checker) span(key string, d, low, high time.Duration) {
	if d != clamp(d, low, high) {
		k.fault(key, "%s is out of range; write a time from %s to %s", span(d), span(low), span(high))
	}
}

func (k *checker) sized(key string, s, low Size) {
	if s < low {
		k.fault(key, "must be more than nothing; write a size such as 50MB")
	}
}

func clamp[T cmp.Ordered](v, low, high T) T { return min(max(v, low), high) }
