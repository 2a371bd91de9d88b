package datatourisme

import (
	"bufio"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"moselle/connectors"
	"moselle/connectors/table/sheet"
)

// columns are those without which a table is none of DATAtourisme's, which are
// published by region and by kind ("datatourisme-fma.csv").
var columns = []string{"Nom_du_POI", "Categories_de_POI", "URI_ID_du_POI"}

// isTable reports whether a document begins with the header of such a table.
func isTable(head []byte) bool {
	line, _, _ := strings.Cut(string(head), "\n")
	return connectors.FormOf(head) == connectors.Text && !slices.ContainsFunc(columns, func(c string) bool { return !strings.Contains(line, c) })
}

// table reads a table, of which each row becomes the object that the flux has.
func (r *run) table(br *bufio.Reader, charset string) error {
	return sheet.Each(br, charset, connectors.MaxItem, func(line int, names, cells []string, err error) error {
		where := fmt.Sprintf("line %d", line)
		if err != nil {
			return r.Refuse(connectors.Refuse("", where, "", "", "%v", err))
		}
		return r.object(objectOf(names, cells), where)
	})
}

// objectOf returns a row as the flux has the object. Its periods are the dates of
// an event; of a place they are seasons without hours, and left out.
func objectOf(names, cells []string) []byte {
	row := make(map[string]string, len(names))
	for i, name := range names {
		row[strings.TrimSpace(name)] = strings.TrimSpace(cells[i])
	}
	type object = map[string]any
	french := func(s string) any { return object{"fr": []string{s}} }
	types := parts(row["Categories_de_POI"])
	for i, t := range types {
		if _, name, ok := strings.Cut(t, "://schema.org/"); ok {
			types[i] = "schema:" + name
		}
	}
	o := object{
		"@id": row["URI_ID_du_POI"], "@type": types, "rdfs:label": french(row["Nom_du_POI"]),
		"lastUpdate": row["Date_de_mise_a_jour"],
	}
	if s := row["Description"]; s != "" {
		o["rdfs:comment"] = french(s)
	}
	if s := row["Createur_de_la_donnee"]; s != "" {
		o["hasBeenCreatedBy"] = object{"schema:legalName": s}
	}
	var dates, places, contacts []object
	for _, p := range parts(row["Periodes_regroupees"]) {
		from, to, _ := strings.Cut(p, "<->")
		dates = append(dates, object{"startDate": strings.TrimSpace(from), "endDate": strings.TrimSpace(to)})
	}
	towns, streets := parts(row["Code_postal_et_commune"]), parts(row["Adresse_postale"])
	for i, town := range towns {
		code, name, _ := strings.Cut(town, "#")
		address := object{"schema:postalCode": code, "schema:addressLocality": name}
		if len(streets) == len(towns) {
			address["schema:streetAddress"] = streets[i]
		} else if len(towns) == 1 {
			address["schema:streetAddress"] = streets
		}
		places = append(places, object{"schema:address": []object{address}})
	}
	if lat, lon := row["Latitude"], row["Longitude"]; lat != "" && lon != "" {
		if len(places) == 0 {
			places = []object{{}}
		}
		places[0]["schema:geo"] = object{"schema:latitude": lat, "schema:longitude": lon}
	}
	for _, c := range parts(row["Contacts_du_POI"]) {
		contacts = append(contacts, contactOf(c))
	}
	o["isLocatedAt"], o["hasContact"] = places, contacts
	if isEvent(types) {
		o["takesPlaceAt"] = dates
	}
	text, _ := json.Marshal(o) // texts are always JSON
	return text
}

// isEvent reports whether the classes are those of an event.
func isEvent(types []string) bool {
	named := func(end string) bool {
		return slices.ContainsFunc(types, func(t string) bool { return strings.HasSuffix(t, end) })
	}
	return named("Event") || !named("PlaceOfInterest")
}

// parts returns what stands between bars.
func parts(cell string) (out []string) {
	for p := range strings.SplitSeq(cell, "|") {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// contactOf reads "Maison des arts#+33 5 00 00 00 00#info@example.org#https://…",
// of which any may be missing.
func contactOf(cell string) map[string]any {
	var name, page string
	var phones, mails []string
	for p := range strings.SplitSeq(cell, "#") {
		switch p = strings.TrimSpace(p); {
		case p == "":
		case connectors.IsWeb(p):
			page = p
		case strings.Contains(p, "@"):
			mails = append(mails, p)
		case strings.Trim(p, "+0123456789 .()-/") == "":
			phones = append(phones, p)
		case page != "": // what the page's own # has cut off
			page += "#" + p
		case name == "":
			name = p
		}
	}
	return map[string]any{"schema:legalName": name, "schema:telephone": phones, "schema:email": mails, "foaf:homepage": page}
}
