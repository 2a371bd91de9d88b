package quality

import (
	"strconv"
	"time"

	"moselle/schema"
)

// event is an event with what its grade looks at.
type event struct {
	node       *schema.Node
	place      *schema.Node // where it is; nil for none or one that is not there
	linked     func(schema.IRI) *schema.Node
	spot       spot
	dates      []*schema.Node // its occurrences
	start, end schema.Moment
	timeFlags  []string
	history    *History
}

func newEvent(n *schema.Node, linked func(schema.IRI) *schema.Node, o Options) *event {
	e := &event{node: n, linked: linked, start: moment(n, "startDate"), end: moment(n, "endDate"), history: o.History, spot: spot{precision: "none"}}
	for _, v := range n.Values("location") {
		if p := linked(v.Ref); p != nil && v.Ref != "" {
			e.place, e.spot = p, spotOf(p)
			break
		}
	}
	for _, v := range n.Values("occurrence") {
		if v.Part != nil {
			e.dates = append(e.dates, v.Part)
		}
	}
	e.checkTimes(o.MaxYears)
	return e
}

// online reports whether it takes place online and nowhere else.
func (e *event) online() bool { return e.place == nil && e.node.Node("virtualLocation") != nil }

// flagged returns the first of the codes that is among the flags.
func flagged(flags []string, codes ...string) string {
	for _, c := range codes {
		for _, f := range flags {
			if f == c {
				return c
			}
		}
	}
	return ""
}

// unless gives code when ok is false.
func unless(ok bool, code string) string {
	if ok {
		return ""
	}
	return code
}

// criterion is something that a grade asks for: check gives the code of what is
// missing, "" when it is met.
type criterion struct {
	grade int
	check func(*event) string
}

// criteria are those of the grades E1 to E4.
var criteria = []criterion{
	{1, func(e *event) string { return unless(e.node.String("name") != "", "name.missing") }},
	{1, func(e *event) string { return unless(!e.start.IsZero(), "start.missing") }},
	{1, func(e *event) string {
		return unless(e.online() || e.place != nil && e.place.String("name") != "", "place.missing")
	}},
	{2, (*event).position},
	{2, (*event).ending},
	{2, func(e *event) string { return flagged(e.timeFlags, "time.offset") }},
	{2, func(e *event) string { return unless(len(e.node.Values("organizer")) > 0, "organizer.missing") }},
	{2, (*event).description},
	{2, func(e *event) string { return unless(e.node.String("url") != "", "url.missing") }},
	{3, func(e *event) string { return e.image().size }},
	{3, func(e *event) string { return e.image().licence }},
	{3, func(e *event) string { return unless(e.classified(), "category.vocabulary") }},
	{3, func(e *event) string {
		return unless(e.node.Values("isAccessibleForFree") != nil || e.priced(), "price.missing")
	}},
	{3, func(e *event) string { return unless(e.node.String("eventStatus") != "", "status.missing") }},
	{3, (*event).accessible},
	{3, func(e *event) string {
		return unless(e.history == nil || e.history.Last.After(e.history.First), "id.unproven")
	}},
	{4, func(e *event) string { return unless(e.languages() >= 2, "languages.second") }},
	{4, func(e *event) string { return unless(e.online() || identified(e.place), "place.authority") }},
	{4, (*event).performers},
	{4, func(e *event) string {
		return unless(len(e.node.Refs("workFeatured"))+len(e.node.Refs("workPerformed")) > 0, "works.missing")
	}},
	{4, func(e *event) string { return unless(!e.late(), "updates.late") }},
}

// gradeEvent gives the grade and what stands between the event and the next
// ones.
func (a *Assessment) gradeEvent(e *event) {
	var unmet [5]int
	for _, c := range criteria {
		if code := c.check(e); code != "" {
			unmet[c.grade]++
			a.Fixes = append(a.Fixes, Fix{Code: code, For: eventGrade(c.grade)})
		}
	}
	grade := 0
	for grade < 4 && unmet[grade+1] == 0 {
		grade++
	}
	a.Event = eventGrade(grade)
	lifted := grade + 1
	for lifted < 4 && unmet[lifted+1] == 0 {
		lifted++
	}
	for i := range a.Fixes {
		f := &a.Fixes[i]
		if f.Next = f.For == eventGrade(grade+1); f.Next && unmet[grade+1] == 1 {
			f.Lifts = eventGrade(lifted)
		}
	}
	if e.history == nil {
		a.Unknown = append(a.Unknown, "id.unproven")
	}
	if e.history == nil || e.history.Published.IsZero() {
		a.Unknown = append(a.Unknown, "updates.late")
	}
}

func eventGrade(g int) string { return "E" + strconv.Itoa(g) }

func (e *event) position() string {
	switch {
	case e.online():
		return ""
	case e.spot.precision == "none":
		return "geo.missing"
	case len(e.spot.flags) > 0:
		return e.spot.flags[0]
	}
	return unless(e.spot.precise(), "geo.precision")
}

// ending asks how long it lasts. An end said to be open, a permanent thing and a
// whole day say so.
func (e *event) ending() string {
	if code := flagged(e.timeFlags, "time.reversed"); code != "" {
		return code
	}
	if e.start.Day || !e.end.IsZero() || e.node.String("duration") != "" || e.node.Bool("endIsOpen") || e.node.Bool("permanent") {
		return ""
	}
	return "end.missing"
}

func (e *event) description() string {
	texts := e.node.Values("description")
	if len(texts) == 0 {
		return "description.missing"
	}
	return unless(inLanguages(texts) > 0, "description.language")
}

// inLanguages counts the languages that texts are in.
func inLanguages(texts []schema.Value) int {
	var seen [8]string
	n := 0
next:
	for _, v := range texts {
		if v.Lang == "" || v.Lang == schema.Und || n == len(seen) {
			continue
		}
		for _, l := range seen[:n] {
			if l == v.Lang {
				continue next
			}
		}
		seen[n] = v.Lang
		n++
	}
	return n
}

// languages counts those that its description can be read in: names are often
// the same in every language.
func (e *event) languages() int { return inLanguages(e.node.Values("description")) }

// pictureFaults are what the best of its pictures lacks.
type pictureFaults struct{ size, licence string }

// image looks for a picture that is large enough and says what may be done with
// it.
func (e *event) image() pictureFaults {
	best, score := pictureFaults{size: "image.missing"}, -1
	for _, v := range e.node.Values("image") {
		if v.Part == nil {
			continue
		}
		w, _ := v.Part.Number("width")
		h, _ := v.Part.Number("height")
		f, s := pictureFaults{"image.size", "image.licence"}, 0
		if w*h >= mediumPicture {
			f.size, s = "", s+2
		}
		if v.Part.String("license") != "" {
			f.licence, s = "", s+1
		}
		if s > score {
			best, score = f, s
		}
	}
	return best
}

// classified reports whether its kind is one that others know: a type of
// schema.org's, or a term tied to an authority.
func (e *event) classified() bool {
	if e.node.Type() != "Event" {
		return true
	}
	for _, v := range e.node.Values("additionalType") {
		if v.Ref != "" || v.Part != nil && v.Part.String("sameAs") != "" {
			return true
		}
	}
	return false
}

func (e *event) priced() bool {
	for _, v := range e.node.Values("offers") {
		if v.Part != nil && (v.Part.String("price") != "" || v.Part.String("lowPrice") != "") {
			return true
		}
	}
	return false
}

// accessible asks whether anything is said of accessibility, by the event or
// its place; what is absent counts as said.
func (e *event) accessible() string {
	for _, n := range [...]*schema.Node{e.node, e.place} {
		if n != nil && (n.Values("accessibilityFeature") != nil || n.Values("amenityFeature") != nil) {
			return ""
		}
	}
	return unless(e.online(), "accessibility.missing")
}

// identified reports whether a record is tied to an authority.
func identified(n *schema.Node) bool { return n != nil && n.Values("sameAs") != nil }

// performers asks that all who perform are tied to an authority; there may be
// none.
func (e *event) performers() string {
	for _, prop := range [...]string{"performer", "actor", "director"} {
		for _, v := range e.node.Values(prop) {
			if v.Ref == "" {
				continue
			}
			if _, _, own := v.Ref.Local(); own && !identified(e.linked(v.Ref)) {
				return "performer.authority"
			}
		}
	}
	return ""
}

// late reports whether the hub showed a change later than a day after it was
// made.
func (e *event) late() bool {
	h := e.history
	return h != nil && !h.Published.IsZero() && h.Modified.Sub(h.Published) > 24*time.Hour
}
