package schema

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"moselle/schema/rdf"
	"moselle/schema/vocab"
)

// parseValue reads what a source says for a property into the term to keep; the
// error tells whoever keeps the source what to write instead.
func parseValue(p *Property, s string, zone *time.Location) (rdf.Term, error) {
	datatype := p.Range.Datatype()
	switch p.Range {
	case Text:
		return rdf.NewText(CleanText(s), "und"), nil
	case URL, Link:
		licence := p.Name == "license" || p.Name == "sdLicense"
		if licence {
			if iri, ok := CanonicalLicence(s); ok {
				return rdf.NewIRI(iri), nil
			}
		}
		s = CleanURL(s)
		switch valid := rdf.ValidIRI(s); {
		case !valid && licence:
			return rdf.Term{}, fmt.Errorf("not a licence that is known here: write its short name, such as CC BY 4.0, or its address with https://")
		case !valid:
			return rdf.Term{}, fmt.Errorf("not a complete address: write it with https://")
		}
		switch scheme, _, _ := strings.Cut(strings.ToLower(s), ":"); scheme {
		case "javascript", "vbscript", "data": // a browser would run or show what stands in it
			return rdf.Term{}, fmt.Errorf("not the address of a page or a file: write it with https://")
		}
		return rdf.NewIRI(s), nil
	case Code:
		iri, err := parseCode(p, s)
		if err != nil {
			return rdf.Term{}, err
		}
		return rdf.NewIRI(iri), nil
	case Date:
		m, err := ParseMoment(s, zone)
		if err != nil {
			return rdf.Term{}, err
		}
		if m.Day {
			datatype = vocab.XSD + "date"
		}
		return rdf.NewTyped(m.String(), datatype), nil
	case Year:
		v, local, err := ParseYear(s)
		if err != nil {
			return rdf.Term{}, err
		}
		return rdf.NewTyped(v, vocab.XSD+local), nil
	case Decimal:
		v, err := parseDecimal(s)
		if err != nil {
			return rdf.Term{}, err
		}
		if err := checkDegrees(p.Name, v); err != nil {
			return rdf.Term{}, err
		}
		return rdf.NewTyped(v, datatype), nil
	case Integer:
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil {
			return rdf.Term{}, fmt.Errorf("not a whole number")
		}
		return rdf.NewTyped(strconv.FormatInt(n, 10), datatype), nil
	case Boolean:
		switch strings.ToLower(s) {
		case "true", "1", "yes", "ja", "oui", "jo":
			return rdf.NewTyped("true", datatype), nil
		case "false", "0", "no", "nein", "non", "nee":
			return rdf.NewTyped("false", datatype), nil
		}
		return rdf.Term{}, fmt.Errorf("neither true nor false")
	}
	if p.Name == "addressCountry" {
		code := CountryCode(s)
		if code == "" {
			return rdf.Term{}, fmt.Errorf("not a country that is known here: write its code of two letters, such as LU")
		}
		s = code
	}
	return rdf.NewTyped(CleanText(s), datatype), nil
}

// parseDecimal reads a number with a point or a single comma and gives the
// canonical form of xsd:decimal.
func parseDecimal(s string) (string, error) {
	if strings.Count(s, ",") == 1 && !strings.Contains(s, ".") {
		s = strings.Replace(s, ",", ".", 1)
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || f != f || f > 1e15 || f < -1e15 {
		return "", fmt.Errorf("not a number")
	}
	v := strconv.FormatFloat(f, 'f', -1, 64)
	if !strings.Contains(v, ".") {
		v += ".0"
	}
	return v, nil
}

func checkDegrees(prop, v string) error {
	f, _ := strconv.ParseFloat(v, 64)
	switch {
	case prop == "latitude" && (f < -90 || f > 90):
		return fmt.Errorf("a latitude lies between -90 and 90 degrees")
	case prop == "longitude" && (f < -180 || f > 180):
		return fmt.Errorf("a longitude lies between -180 and 180 degrees")
	case prop == "heading" && (f < 0 || f >= 360):
		return fmt.Errorf("a heading lies between 0 and 360 degrees")
	}
	return nil
}
