package doctor

import (
	"moselle/hub/doctor/sight"
	"moselle/schema"
)

// Report is what is found of a source. It is what --json prints; README.md
// explains the fields, whose names stay. Texts are in the language that was
// asked for.
type Report struct {
	Location   string         `json:"location"` // without what may be a key
	Lang       string         `json:"lang"`
	Good       bool           `json:"good"`            // everything would be read, and there is something
	Kind       string         `json:"kind,omitempty"`  // "" when no kind takes it
	Reads      string         `json:"reads,omitempty"` // what the kind reads, in words
	Sure       int            `json:"sure,omitempty"`  // from 1 to 100
	Others     []Guess        `json:"others,omitempty"`
	Settings   map[string]any `json:"settings,omitempty"` // of the kind, defaults included; likely keys left out
	Outcome    string         `json:"outcome"`            // "complete", "partial", "failed", "unknown"
	Error      string         `json:"error,omitempty"`    // what ended the reading
	Counts     Counts         `json:"counts"`
	First      []Item         `json:"first,omitempty"`
	Faults     []Fault        `json:"faults,omitempty"` // the weightiest first
	Unmapped   []Term         `json:"unmapped,omitempty"`
	Quality    Quality        `json:"quality"`
	Duplicates Duplicates     `json:"duplicates"`
	Title      string         `json:"title,omitempty"`    // of a web page
	Feeds      []Feed         `json:"feeds,omitempty"`    // that a web page leads to
	Files      []File         `json:"files,omitempty"`    // of a folder
	Document   *sight.Sight   `json:"document,omitempty"` // what it looks like, when nothing of it is read
	Nearest    []Near         `json:"nearest,omitempty"`  // the kinds that come nearest, when no kind takes it
	Advice     []string       `json:"advice,omitempty"`   // what to do, when no kind takes it
	Kinds      []Known        `json:"kinds,omitempty"`    // what the hub reads, when no kind takes it

	words words
}

// Guess is another kind that would take the source.
type Guess struct {
	Kind string `json:"kind"`
	Sure int    `json:"sure"`
}

// Known is a kind with what it reads.
type Known struct {
	Kind  string `json:"kind"`
	Reads string `json:"reads"`
}

// Near is a kind that comes near to a document which it does not take.
type Near struct {
	Kind  string `json:"kind"`
	Reads string `json:"reads"`
	Lacks string `json:"lacks"` // what it misses in it, or where it stops
}

// Counts say how much there is.
type Counts struct {
	Read      int            `json:"read"`      // items listed, refused and withdrawn ones included
	Kept      int            `json:"kept"`      // items that would be read
	Refused   int            `json:"refused"`   // items
	Warned    int            `json:"warned"`    // items kept with warnings
	Withdrawn int            `json:"withdrawn"` // items that the source says are gone
	Records   int            `json:"records"`
	Classes   map[string]int `json:"classes,omitempty"` // records by class
}

// Item is one as it would appear.
type Item struct {
	Class string `json:"class"`
	Title string `json:"title"`
	When  string `json:"when,omitempty"` // in words
	Place string `json:"place,omitempty"`
	By    string `json:"by,omitempty"` // who made it or organises it
	Key   string `json:"key"`
	Where string `json:"where"`
}

// Fault is a group of like faults.
type Fault struct {
	Severity schema.Severity `json:"severity"` // "violation" when items are refused for it
	Path     string          `json:"path,omitempty"`
	Message  string          `json:"message"` // what is wrong and, as a rule, what to write
	Why      string          `json:"why,omitempty"`
	Mend     string          `json:"mend,omitempty"`
	Count    int             `json:"count"`
	Samples  []Sample        `json:"samples"` // the first places, ten at most, each once
}

// Sample is a place in the source.
type Sample struct {
	Where string `json:"where,omitempty"`
	Key   string `json:"key,omitempty"`
	Value string `json:"value,omitempty"`
}

// Term is a word of the source that means no concept of the hub.
type Term struct {
	Scheme string `json:"scheme"`
	Term   string `json:"term"`
	Count  int    `json:"count"`
}

// Quality says how good the records are.
type Quality struct {
	Grades []Grade `json:"grades,omitempty"`
	Doubts []Doubt `json:"doubts,omitempty"`
	Fixes  []Fix   `json:"fixes,omitempty"` // what lifts most records first
}

// Grade is how many records have one.
type Grade struct {
	Grade string `json:"grade"` // "E2", "metadata:B", "content:4"
	Text  string `json:"text"`
	Count int    `json:"count"`
}

// Doubt is a likely mistake of place or time.
type Doubt struct {
	Code  string `json:"code"`
	What  string `json:"what"`
	How   string `json:"how"`
	Count int    `json:"count"`
}

// Fix is what would lift records to their next grade.
type Fix struct {
	Code    string `json:"code"`
	What    string `json:"what"`
	Why     string `json:"why"`
	How     string `json:"how"`
	Records int    `json:"records"` // that it stands before the next grade of
	Lifts   int    `json:"lifts"`   // that it would lift by itself
	Example string `json:"example"` // where the first is
}

// Duplicates are events with the name, the start and the place of an earlier one.
type Duplicates struct {
	Count int        `json:"count"`
	Pairs [][]string `json:"pairs,omitempty"` // the places of the first few in the source
}

// Feed is a document that a page leads to.
type Feed struct {
	Address string `json:"address"`
	Title   string `json:"title,omitempty"`
	Tried   bool   `json:"tried"` // false for one that was only found
	Kind    string `json:"kind,omitempty"`
	Kept    int    `json:"kept"`
	Refused int    `json:"refused"`
	More    bool   `json:"more"` // there are more items than were tried
	Error   string `json:"error,omitempty"`
}

// File is one of a folder.
type File struct {
	Name    string `json:"name"` // below the folder
	Kind    string `json:"kind,omitempty"`
	Kept    int    `json:"kept"`
	Refused int    `json:"refused"`
	Error   string `json:"error,omitempty"`
}
