// Package crosswalk holds what the crosswalks of flat metadata formats have in
// common when they read: people, places, dates and identifiers that are nothing
// but a line of text. Each format is a package below it; none of them parses XML.
package crosswalk

import (
	"strings"

	"moselle/schema"
)

// Reader is what a crosswalk needs beside the statements to read them.
type Reader struct {
	Lang    string // of texts that do not say theirs; "" for unknown
	License string // of media whose licence nobody says; "" for none
	// Embed starts the record of (class, key) that the property path leads to, lets
	// describe fill it unless it is there already, and returns its IRI.
	Embed func(class, key, path string, describe func(*schema.Builder)) schema.IRI
}

// LangOf returns the language of a text that says lang.
func (r Reader) LangOf(lang string) string {
	if lang != "" {
		return Language(lang)
	}
	return r.Lang
}

// bibliographic are the codes of libraries (ISO 639-2/B) that differ from those of
// everyone else.
var bibliographic = map[string]string{
	"alb": "sq", "arm": "hy", "baq": "eu", "bur": "my", "chi": "zh", "cze": "cs", "dut": "nl", "fre": "fr", "geo": "ka", "ger": "de",
	"gre": "el", "ice": "is", "mac": "mk", "mao": "mi", "may": "ms", "per": "fa", "rum": "ro", "slo": "sk", "tib": "bo", "wel": "cy",
}

// Language returns the tag (BCP 47) of a language that libraries write as "ger",
// "fre" or "en_GB"; "und" for words.
func Language(code string) string {
	if tag, ok := bibliographic[strings.ToLower(strings.TrimSpace(code))]; ok {
		return tag
	}
	return schema.CleanLang(code)
}

// Name adds a title: the first of each language is the name, the others are
// alternate names.
func (r Reader) Name(b *schema.Builder, named map[string]bool, lang, text string) {
	lang = schema.CleanLang(r.LangOf(lang))
	if text = OneLine(text); text == "" {
		return
	}
	if named[lang] || len(named) > 0 && lang == schema.Und {
		b.Text("alternateName", lang, text)
		return
	}
	named[lang] = true
	b.Text("name", lang, text)
}

// Place returns the record of a place known by its name alone; "" for none.
func (r Reader) Place(lang, name, path string) schema.IRI {
	if name = OneLine(name); name == "" {
		return ""
	}
	return r.Embed("Place", schema.PlaceKey(name, ""), path, func(p *schema.Builder) { p.Text("name", r.LangOf(lang), name) })
}

// OneLine returns a text with each run of blanks as one.
func OneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// IsAddress reports whether a text is an address of the web and nothing else.
func IsAddress(s string) bool {
	return (strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")) && !strings.ContainsAny(s, " \t\n<>\"")
}
