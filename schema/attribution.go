package schema

import (
	"html"
	"slices"
	"strings"
)

// Credit is what the line beside a medium is made of: title, author, source and
// licence, or the line that its source asks for.
type Credit struct {
	Line    string // what the source wants printed; "" to make it of the next three
	Title   string
	Lang    string // of Line, else of Title
	Maker   string // names, joined
	Holder  string // who keeps or publishes it
	Page    string // where it is at home, an http(s) address or ""
	Licence string // canonical IRI, "" when none is named
}

// Attribution is a line ready to print beside a medium.
type Attribution struct {
	Text string
	HTML string // the same with links to the page and the licence; every text escaped
	Lang string // of its own words: fr, de, lb, en or nl
}

var (
	noLicence     = wording{"licence not stated", "licence non indiquée", "Lizenz nicht angegeben", "Lizenz net uginn", "licentie niet vermeld"}
	askPermission = wording{"Use only with permission.", "Utilisation soumise à autorisation.", "Nutzung nur mit Genehmigung.", "Notzung nëmme mat Erlaabnes.", "Gebruik alleen met toestemming."}
	quotes        = wording{"“”", "«\u00a0\u00a0»", "„“", "„“", "‘’"}
)

// Attribution words the credit in the first of langs that the hub has words in,
// English when there is none. Of a medium that may not be used without asking
// it says so; of one in the public domain, that.
func (c Credit) Attribution(langs ...string) Attribution {
	lang := "en"
	for _, l := range langs {
		if _, ok := publicDomain.in(l); ok {
			lang, _, _ = strings.Cut(l, "-")
			break
		}
	}
	text, marked := c.work(lang)
	licence, link := c.licence(lang)
	if text == "" {
		first, rest := splitFirst(licence)
		text = strings.ToUpper(first) + rest
		marked = strings.Replace(link, html.EscapeString(licence), html.EscapeString(text), 1)
	} else {
		if !strings.Contains(strings.ToLower(text), strings.ToLower(licence)) { // many a line names it itself
			text += ", " + licence
		}
		marked += ", " + link
	}
	if c.Licence == "" || Reuse(c.Licence) == ReusePermission {
		ask, _ := askPermission.in(lang)
		text, marked = text+". "+ask, marked+". "+html.EscapeString(ask)
	}
	return Attribution{Text: text, HTML: marked, Lang: lang}
}

// work is the line without the licence; its beginning leads to the page.
func (c Credit) work(lang string) (text, marked string) {
	var parts []string
	add := func(s string) {
		if s = strings.TrimRight(s, ". "); s != "" && !slices.Contains(parts, s) {
			parts = append(parts, s)
		}
	}
	lead := ""
	if c.Line != "" {
		add(strings.Join(strings.Fields(c.Line), " "))
	} else {
		if c.Title != "" {
			around, _ := quotes.in(lang)
			pair := []rune(around)
			half := len(pair) / 2
			add(string(pair[:half]) + c.Title + string(pair[half:]))
		}
		add(c.Maker)
		add(c.Holder)
	}
	if (c.Line != "" || c.Title != "") && c.Lang != "" && c.Lang != lang && c.Lang != Und {
		lead = ` lang="` + html.EscapeString(c.Lang) + `"`
	}
	for i, p := range parts {
		p = html.EscapeString(p)
		switch {
		case i == 0 && c.Page != "":
			p = `<a href="` + html.EscapeString(c.Page) + `"` + lead + `>` + p + `</a>`
		case i == 0 && lead != "":
			p = `<span` + lead + `>` + p + `</span>`
		}
		if i > 0 {
			marked += ", "
		}
		marked += p
	}
	return strings.Join(parts, ", "), marked
}

// licence names the licence and leads to it.
func (c Credit) licence(lang string) (text, marked string) {
	if c.Licence == "" {
		text, _ = noLicence.in(lang)
		return text, html.EscapeString(text)
	}
	text = LicenceName(c.Licence, lang)
	marked = html.EscapeString(text)
	if strings.HasPrefix(c.Licence, "https://") || strings.HasPrefix(c.Licence, "http://") {
		marked = `<a href="` + html.EscapeString(c.Licence) + `" rel="license">` + marked + `</a>`
	}
	return text, marked
}

func splitFirst(s string) (first, rest string) {
	for i := range s {
		if i > 0 {
			return s[:i], s[i:]
		}
	}
	return s, ""
}

// CreditOf gathers the credit of a medium that is part of record, or is it:
// the source's own line, else its copyright notice; else what it is called
// (its own name, or the name of the work it shows), who made it, who keeps or
// publishes it. name gives what a linked record is called, "" when it is not
// there.
func CreditOf(medium, record *Node, name func(IRI) string, langs ...string) Credit {
	c := Credit{Licence: medium.String("license")}
	if c.Line, c.Lang = medium.Text("creditText", langs...); c.Line == "" {
		c.Line, c.Lang = medium.Text("copyrightNotice", langs...)
	}
	if c.Line == "" {
		if c.Title, c.Lang = medium.Text("name", langs...); c.Title == "" && record.Class.Name == "Work" {
			c.Title, c.Lang = record.Title(langs...)
		}
	}
	c.Maker = namesOf(name, medium.Refs("creator"))
	if c.Maker == "" && record.Class.Name == "Work" {
		c.Maker = namesOf(name, record.Refs("creator"))
	}
	for _, prop := range []string{"holdingArchive", "provider", "sdPublisher"} {
		if c.Holder = namesOf(name, record.Refs(prop)); c.Holder != "" {
			break
		}
	}
	return c
}

// CreditLinks are the properties that CreditOf takes names from.
var CreditLinks = []string{"creator", "holdingArchive", "provider", "sdPublisher"}

func namesOf(name func(IRI) string, iris []IRI) string {
	var out []string
	for _, iri := range iris {
		if s := name(iri); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return strings.Join(out, ", ")
}
