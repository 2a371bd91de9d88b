package quality

// box is a rectangle in degrees.
type box struct{ south, west, north, east float64 }

func (b box) holds(lat, lon float64) bool {
	const margin = 0.05 // about 5 km: borders are not rectangles, and buildings stand on them
	return lat >= b.south-margin && lat <= b.north+margin && lon >= b.west-margin && lon <= b.east+margin
}

// countryBoxes are coarse bounding boxes of countries by ISO 3166-1 alpha-2
// code, with those of parts far away. A country that is not listed is not
// checked. They find a position in another part of the world, not one across
// the street of a border town.
var countryBoxes = map[string][]box{
	"LU": {{49.44, 5.73, 50.19, 6.54}},
	"FR": {{41.3, -5.2, 51.1, 9.6}, {14.3, -63.2, 18.2, -60.8}, {2.1, -54.7, 5.9, -51.5}, {-21.5, 55.2, -20.8, 55.9}, {-13.1, 45, -12.5, 45.4}},
	"DE": {{47.27, 5.86, 55.1, 15.05}},
	"BE": {{49.49, 2.54, 51.51, 6.41}},
	"NL": {{50.75, 3.3, 53.6, 7.24}, {12, -70.1, 12.7, -68.1}, {17.4, -63.3, 18.1, -62.9}},
	"CH": {{45.81, 5.95, 47.81, 10.5}},
	"LI": {{47.04, 9.47, 47.28, 9.64}},
	"AT": {{46.37, 9.53, 49.03, 17.17}},
	"IT": {{35.4, 6.6, 47.1, 18.6}},
	"MC": {{43.72, 7.4, 43.76, 7.45}},
	"ES": {{35.8, -9.4, 43.9, 4.4}, {27.6, -18.3, 29.5, -13.3}},
	"PT": {{36.9, -9.6, 42.2, -6.1}, {32.3, -31.4, 39.8, -16.2}},
	"GB": {{49.8, -8.7, 60.9, 1.8}},
	"IE": {{51.4, -10.7, 55.5, -5.9}},
	"DK": {{54.5, 8, 57.8, 15.3}},
	"SE": {{55.3, 10.9, 69.1, 24.2}},
	"NO": {{57.9, 4.4, 71.3, 31.3}, {74, 10, 81, 34}},
	"FI": {{59.7, 19, 70.1, 31.6}},
	"IS": {{63.2, -24.6, 66.6, -13.4}},
	"PL": {{49, 14.1, 54.9, 24.2}},
	"CZ": {{48.5, 12, 51.1, 18.9}},
	"SK": {{47.7, 16.8, 49.7, 22.6}},
	"HU": {{45.7, 16.1, 48.6, 22.9}},
	"SI": {{45.4, 13.3, 46.9, 16.7}},
	"HR": {{42.3, 13.4, 46.6, 19.5}},
	"RO": {{43.6, 20.2, 48.3, 29.8}},
	"BG": {{41.2, 22.3, 44.3, 28.7}},
	"GR": {{34.7, 19.3, 41.8, 29.7}},
	"EE": {{57.5, 21.7, 59.8, 28.3}},
	"LV": {{55.6, 20.9, 58.1, 28.3}},
	"LT": {{53.8, 20.9, 56.5, 26.9}},
	"MT": {{35.7, 14.1, 36.1, 14.6}},
	"CY": {{34.5, 32.2, 35.8, 34.7}},
}

// within reports whether a position lies in a country; known is false when its
// box is not listed.
func within(country string, lat, lon float64) (in, known bool) {
	boxes, known := countryBoxes[country]
	for _, b := range boxes {
		if b.holds(lat, lon) {
			return true, known
		}
	}
	return false, known
}

// zoneOf gives the zone of a country that has one on its mainland, "" for
// others.
func zoneOf(country string) string { return countryZones[country] }

var countryZones = map[string]string{
	"LU": "Europe/Luxembourg", "FR": "Europe/Paris", "DE": "Europe/Berlin", "BE": "Europe/Brussels", "NL": "Europe/Amsterdam",
	"CH": "Europe/Zurich", "LI": "Europe/Vaduz", "AT": "Europe/Vienna", "IT": "Europe/Rome", "MC": "Europe/Monaco",
	"GB": "Europe/London", "IE": "Europe/Dublin", "DK": "Europe/Copenhagen", "SE": "Europe/Stockholm", "NO": "Europe/Oslo",
	"FI": "Europe/Helsinki", "IS": "Atlantic/Reykjavik", "PL": "Europe/Warsaw", "CZ": "Europe/Prague", "SK": "Europe/Bratislava",
	"HU": "Europe/Budapest", "SI": "Europe/Ljubljana", "HR": "Europe/Zagreb", "RO": "Europe/Bucharest", "BG": "Europe/Sofia",
	"GR": "Europe/Athens", "EE": "Europe/Tallinn", "LV": "Europe/Riga", "LT": "Europe/Vilnius", "MT": "Europe/Malta", "CY": "Asia/Nicosia",
}
