// Package config holds every setting of the hub in one struct: what it is
// called in hub.yaml and in the environment, its default and its explanation.
// It reads and checks them and knows nothing of what they do; hub/app hands
// each part what is its own. The defaults alone make a hub that runs.
package config

import (
	"net"
	"time"
	_ "time/tzdata" // a bare container has no zones of its own

	"moselle/schema"
	"moselle/schema/calendar"
)

// Config is the settings of one hub. A field is a setting: yaml is its key in
// the file, env its variable, doc its line in the reference.
type Config struct {
	Data      string          `yaml:"data" env:"HUB_DATA" doc:"Folder of the store and the search index; made when it is missing."`
	Listen    string          `yaml:"listen" env:"HUB_LISTEN" doc:"Address and port to serve at, such as 0.0.0.0:8080."`
	Base      string          `yaml:"base" env:"HUB_BASE" doc:"Public address of the hub, as others write it; by default made from listen."`
	Languages []string        `yaml:"languages" env:"HUB_LANGUAGES" doc:"Languages of the pages, in the order in which they are offered."`
	Language  string          `yaml:"language" env:"HUB_LANGUAGE" doc:"Language of the pages for a reader who asks for none of them; by default the first."`
	Fallback  schema.Fallback `yaml:"fallback" doc:"Languages that stand in for one that a text is not there in, the nearest first, as {lb: [fr, de, en]}; * is for all that are not named. A language that is named takes the place of its default."`
	Memory    Size            `yaml:"memory" env:"HUB_MEMORY" doc:"Memory that the hub tries to keep to: near it, it spends more time on tidying up."`
	Zone      string          `yaml:"zone" env:"HUB_ZONE" doc:"Time zone of the region: of schedules, of \"today\", and of sources that name none."`

	Log      Log      `yaml:"log"`
	Fetch    Fetch    `yaml:"fetch"`
	Harvest  Harvest  `yaml:"harvest"`
	Calendar Calendar `yaml:"calendar"`
	Cache    Cache    `yaml:"cache"`
	Search   Search   `yaml:"search"`

	Institutions []Institution `yaml:"institutions" doc:"Who publishes."`
	Sources      []Source      `yaml:"sources" doc:"What they publish, and where it is read."`

	file  string         // the file it was read from, "" for none
	lines map[string]int // line of each key in it
}

// Log says what is written about the hub's own work.
type Log struct {
	Level  string `yaml:"level" env:"HUB_LOG_LEVEL" doc:"Least important message written: debug, info, warn or error."`
	Format string `yaml:"format" env:"HUB_LOG_FORMAT" doc:"Form of messages: text for people, json for machines."`
}

// Fetch bounds what the hub takes from outside.
type Fetch struct {
	MaxBytes    Size          `yaml:"max_bytes" env:"HUB_FETCH_MAX_BYTES" doc:"Largest document, as it is sent or lies on disk."`
	MaxUnpacked Size          `yaml:"max_unpacked" env:"HUB_FETCH_MAX_UNPACKED" doc:"Largest document after decompression."`
	MaxRatio    int           `yaml:"max_ratio" env:"HUB_FETCH_MAX_RATIO" doc:"How many times its compressed size a document may grow."`
	Timeout     time.Duration `yaml:"timeout" env:"HUB_FETCH_TIMEOUT" doc:"Longest time for one document, with its retries."`
	Idle        time.Duration `yaml:"idle" env:"HUB_FETCH_IDLE" doc:"Longest time for which a server may send nothing."`
	Redirects   int           `yaml:"redirects" env:"HUB_FETCH_REDIRECTS" doc:"How many redirects are followed for one document."`
	Retries     int           `yaml:"retries" env:"HUB_FETCH_RETRIES" doc:"How often a document is asked for again when a server is busy or breaks off."`
	Pace        time.Duration `yaml:"pace" env:"HUB_FETCH_PACE" doc:"Shortest time between two requests to the same host."`
	Robots      bool          `yaml:"robots" env:"HUB_FETCH_ROBOTS" doc:"Whether a site's robots.txt is kept to, where the reading of a source leads to addresses other than its own: true or false."`
	Allow       []string      `yaml:"allow" env:"HUB_FETCH_ALLOW" doc:"Hosts (name, or name:port) that may be private addresses or use another port than 80, 443, 8080 and 8443."`
	Contact     string        `yaml:"contact" env:"HUB_FETCH_CONTACT" doc:"Address or page of the operator, sent with each request so that a site can reach somebody."`
}

// Harvest says how sources are read.
type Harvest struct {
	Workers int `yaml:"workers" env:"HUB_HARVEST_WORKERS" doc:"How many sources are read at the same time."`
	Batch   int `yaml:"batch" env:"HUB_HARVEST_BATCH" doc:"How many items are written in one transaction."`
}

// Calendar is the window in which rules and opening hours are turned into dates.
type Calendar struct {
	Back  int `yaml:"back" env:"HUB_CALENDAR_BACK" doc:"Months before the present one for which the dates of rules and opening hours are kept."`
	Ahead int `yaml:"ahead" env:"HUB_CALENDAR_AHEAD" doc:"Months after the present one for which the dates of rules and opening hours are kept; with each new month, sources with such dates are read anew."`
}

// Cache says how many answers are kept.
type Cache struct {
	Size Size `yaml:"size" env:"HUB_CACHE_SIZE" doc:"Memory for answers that are kept."`
}

// Search bounds what one query gives.
type Search struct {
	Page    int `yaml:"page" env:"HUB_SEARCH_PAGE" doc:"Hits on a page when the query does not say."`
	MaxPage int `yaml:"max_page" env:"HUB_SEARCH_MAX_PAGE" doc:"Most hits a query may ask for on one page; 500 at most."`
}

// Default returns the settings of a hub without file and environment.
func Default() Config {
	return Config{
		Data:      "data",
		Listen:    "127.0.0.1:8080",
		Languages: []string{"fr", "de", "lb", "en"},
		Fallback:  schema.DefaultFallback(),
		Memory:    500 * MB,
		Zone:      "Europe/Luxembourg",
		Log:       Log{Level: "info", Format: "text"},
		Fetch: Fetch{
			MaxBytes: 50 * MB, MaxUnpacked: 1000 * MB, MaxRatio: 200,
			Timeout: 5 * time.Minute, Idle: 30 * time.Second,
			Redirects: 5, Retries: 3, Pace: 200 * time.Millisecond, Robots: true,
		},
		Harvest:  Harvest{Workers: 2, Batch: 500},
		Calendar: Calendar{Back: calendar.Back, Ahead: calendar.Ahead},
		Cache:    Cache{Size: 64 * MB},
		Search:   Search{Page: 20, MaxPage: 500},
	}
}

// Window returns the stretch of time around now in which rules and opening hours
// are turned into dates.
func (c Calendar) Window(now time.Time) calendar.Range {
	return calendar.Months(now, c.Back, c.Ahead)
}

// Location returns the time zone of the region.
func (c Config) Location() *time.Location {
	zone, err := time.LoadLocation(c.Zone)
	if err != nil {
		return time.UTC // Load has refused such a name already
	}
	return zone
}

// baseOf makes the public address of a hub that is reached where it listens.
func baseOf(listen string) string {
	host, port, err := net.SplitHostPort(listen)
	if err != nil {
		return ""
	}
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	if port == "80" {
		if ip := net.ParseIP(host); ip != nil && ip.To4() == nil {
			return "http://[" + host + "]"
		}
		return "http://" + host
	}
	return "http://" + net.JoinHostPort(host, port)
}
