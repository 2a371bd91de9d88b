package as2

import (
	"html"
	"path"
	"strings"
	"unicode"

	"moselle/schema"
	"moselle/schema/wire/activitypub"
)

// attach adds the pictures, the first as the banner, and behind them the event's
// own page.
func (w *Writer) attach(e *Event, n *schema.Node, title string) {
	for _, m := range n.Nodes("image") {
		address := m.String("contentUrl")
		if !isWeb(address) || len(e.Attachment) == maxImages {
			continue
		}
		name, _ := m.Text("caption", w.Langs...)
		if name = oneLine(name); name == "" {
			name = oneLine(title)
		}
		if len(e.Attachment) == 0 {
			name = banner
		}
		e.Attachment = append(e.Attachment, Attachment{Type: "Document", MediaType: imageType(m.String("encodingFormat"), address), URL: address, Name: name})
	}
	page := n.String("url")
	if !isWeb(page) {
		page = e.URL
	}
	e.Attachment = append(e.Attachment, Attachment{Type: "Link", MediaType: "text/html", Href: page, Name: "Website"})
}

// imageType returns the media type of a picture, by its name when it is not known.
func imageType(known, address string) string {
	if strings.HasPrefix(known, "image/") {
		return known
	}
	address, _, _ = strings.Cut(address, "?")
	switch ext := strings.ToLower(strings.TrimPrefix(path.Ext(address), ".")); ext {
	case "png", "gif", "webp", "avif":
		return "image/" + ext
	case "svg":
		return "image/svg+xml"
	}
	return "image/jpeg"
}

// toHTML writes plain text as paragraphs.
func toHTML(text string) string {
	var b strings.Builder
	for p := range strings.SplitSeq(text, "\n\n") {
		if p = strings.TrimSpace(p); p != "" {
			b.WriteString("<p>" + strings.ReplaceAll(html.EscapeString(p), "\n", "<br>") + "</p>")
		}
	}
	return b.String()
}

// hashtag writes a keyword as one word; "#" of one without a letter.
func hashtag(keyword string) string {
	words := strings.FieldsFunc(keyword, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' })
	for i, word := range words[min(len(words), 1):] {
		r := []rune(word)
		words[i+1] = string(unicode.ToUpper(r[0])) + string(r[1:])
	}
	return "#" + strings.Join(words, "")
}

// Actor is an account's document with what it looks like.
type Actor struct {
	activitypub.Actor
	Icon *Attachment `json:"icon,omitempty"`
}

// Account writes an organization as an account, of which the caller adds the
// addresses and the key.
func (w *Writer) Account(n *schema.Node) Actor {
	name, _ := n.Title(w.Langs...)
	text, _ := n.Text("description", w.Langs...)
	a := Actor{Actor: activitypub.Actor{Context: Context(), ID: w.Address(n.ID), Type: "Application", Name: oneLine(name),
		Summary: toHTML(text), URL: w.Page(n.ID), Discoverable: true}}
	if logo := n.Node("logo"); logo != nil && isWeb(logo.String("contentUrl")) {
		address := logo.String("contentUrl")
		a.Icon = &Attachment{Type: "Image", MediaType: imageType(logo.String("encodingFormat"), address), URL: address, Name: a.Name}
	}
	return a
}
