package ics

import (
	"errors"
	"io"
	"mime/quotedprintable"
	"strings"
)

var (
	errNoColon = errors.New("not a property: there is no colon behind a name (a long text goes on in lines that begin with a blank)")
	errQuote   = errors.New("a quotation mark is not closed")
)

// parse reads one logical line. Octets that are not UTF-8 are taken in the
// property's CHARSET, else in charset.
func parse(b []byte, charset string) (Property, error) {
	line := utf8Text(b, charset)
	p, err := parseText(line)
	if err != nil || len(p.Params) == 0 {
		return p, err
	}
	own := p.Param("CHARSET")
	if own != "" && line != string(b) {
		if p, err = parseText(utf8Text(b, own)); err != nil {
			return p, err
		}
	}
	if p.is("ENCODING", "QUOTED-PRINTABLE") {
		p.Value = unquote(p.Value, own)
		p.drop("ENCODING", "QUOTED-PRINTABLE")
	}
	p.drop("CHARSET")
	return p, nil
}

func (p *Property) drop(names ...string) {
	kept := p.Params[:0]
	for _, q := range p.Params {
		keep := true
		for _, n := range names {
			keep = keep && q.Name != n
		}
		if keep {
			kept = append(kept, q)
		}
	}
	if len(kept) == 0 {
		kept = nil
	}
	p.Params = kept
}

// unquote undoes quoted-printable; line ends become the escape of RFC 5545.
func unquote(s, charset string) string {
	raw, err := io.ReadAll(quotedprintable.NewReader(strings.NewReader(s)))
	if err != nil {
		return s
	}
	breaks := strings.NewReplacer("\r\n", `\n`, "\n", `\n`, "\r", `\n`)
	return utf8Text([]byte(breaks.Replace(string(raw))), charset)
}

func parseText(s string) (Property, error) {
	i := strings.IndexAny(s, ":;")
	if i <= 0 {
		return Property{}, errNoColon
	}
	name, ok := token(s[:i])
	if !ok {
		return Property{}, errNoColon
	}
	p := Property{Name: name}
	for s[i] == ';' {
		q, end, err := parseParam(s, i+1)
		if err != nil {
			return Property{}, err
		}
		if q.Name != "" {
			p.Params = append(p.Params, q)
		}
		i = end
	}
	p.Value = s[i+1:]
	return p, nil
}

// parseParam reads the parameter at i and returns the index of the ";" or ":"
// behind it.
func parseParam(s string, i int) (Param, int, error) {
	n := strings.IndexAny(s[i:], "=;:")
	if n < 0 {
		return Param{}, 0, errNoColon
	}
	name, ok := token(s[i : i+n])
	if !ok && n > 0 {
		return Param{}, 0, errors.New("a parameter has a name that cannot be read")
	}
	q := Param{Name: name}
	if i += n; s[i] != '=' {
		return q, i, nil
	}
	for {
		v, end, err := paramValue(s, i+1)
		if err != nil {
			return Param{}, 0, err
		}
		q.Values = append(q.Values, v)
		if i = end; s[i] != ',' {
			return q, i, nil
		}
	}
}

// paramValue reads a value, quoted or not, and returns the index of the "," ";"
// or ":" behind it.
func paramValue(s string, i int) (string, int, error) {
	from, quoted := i, i < len(s) && s[i] == '"'
	if quoted {
		n := strings.IndexByte(s[i+1:], '"')
		if n < 0 {
			return "", 0, errQuote
		}
		from, i = i+1, i+n+2
		if i < len(s) && (s[i] == ',' || s[i] == ';' || s[i] == ':') {
			return caret.Replace(s[from : i-1]), i, nil
		}
		from-- // something stands behind the closing mark: read it all as it is
	} else if i < len(s) && s[i] == '(' {
		// TZID=(UTC+01:00) Berlin: the colon between brackets ends nothing.
		if n := strings.IndexByte(s[i:], ')'); n > 0 {
			i += n
		}
	}
	n := strings.IndexAny(s[i:], ",;:")
	if n < 0 {
		return "", 0, errNoColon
	}
	return caret.Replace(s[from : i+n]), i + n, nil
}

// caret undoes the escapes of RFC 6868; uncaret makes them.
var (
	caret   = strings.NewReplacer("^n", "\n", "^^", "^", "^'", `"`)
	uncaret = strings.NewReplacer("\r\n", "^n", "\n", "^n", "\r", "^n", "^", "^^", `"`, "^'")
)

// token returns a name in upper case; false when it is none.
func token(s string) (string, bool) {
	s = strings.TrimSpace(s)
	upper := true
	for i := range len(s) {
		switch c := s[i]; {
		case 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-', c == '_', c == '.':
		case 'a' <= c && c <= 'z':
			upper = false
		default:
			return "", false
		}
	}
	if !upper {
		s = strings.ToUpper(s)
	}
	return s, s != ""
}
