package searchtest

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
	"time"

	"moselle/hub/search"
	"moselle/schema"
)

// Now is the moment that generated events lie around.
var Now = time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)

// The values that generated events choose from, the first the most often.
var (
	Categories = []string{"MusicEvent", "ExhibitionEvent", "TheaterEvent", "ScreeningEvent", "ChildrensEvent", "LiteraryEvent", "DanceEvent", "Festival", "EducationEvent", "VisualArtsEvent", "SocialEvent", "SportsEvent"}
	Countries  = []string{"LU", "DE", "FR", "BE"}
	Languages  = []string{"fr", "de", "lb", "en", "nl"}
)

var (
	licences       = []string{"unknown", "open", "restricted", "permission"}
	availabilities = []string{"InStock", "unknown", "SoldOut", "LimitedAvailability", "PreOrder"}
	zones          = []string{"Europe/Luxembourg", "Europe/Berlin", "Europe/Paris", "Europe/Brussels"}
)

const localities, places = 60, 900

// nouns are words that events are really called by, in the order of Languages.
var nouns = [...]string{
	"concert exposition théâtre musée spectacle atelier visite conférence festival œuvre cinéma danse lecture orchestre église château marché peinture photographie jardin été nuit enfants jazz histoire",
	"Konzert Ausstellung Theater Museum Aufführung Werkstatt Führung Vortrag Festival Kunstwerk Kino Tanz Lesung Orchester Kirche Schloss Markt Malerei Fotografie Garten Straße Nacht Kinder Jazz Geschichte",
	"Concert Ausstellung Theater Musée Spektakel Atelier Visite Virtrag Festival Konschtwierk Kino Danz Liesung Orchester Kierch Schlass Maart Molerei Fotografie Gaart Summer Nuecht Kanner Jazz Geschicht",
	"concert exhibition theatre museum show workshop tour lecture festival artwork cinema dance reading orchestra church castle market painting photography garden summer night children jazz history",
	"concert tentoonstelling theater museum voorstelling atelier rondleiding lezing festival kunstwerk film dans voordracht orkest kerk kasteel markt schilderij fotografie tuin zomer nacht kinderen jazz geschiedenis",
}

var syllables = strings.Fields("ba be bi bo bu da de di do du fa fe fi fo ga ge go ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no ra re ri ro ru sa se si so ta te ti to tu va ve vi vo wa we za")

// Events yields n events of the Greater Region that are the same for the same
// seed: 1 to 20 dates each within a year, one in twenty a long exhibition; names
// and texts in one or two of five languages from some 30,000 words; points,
// places, localities and countries;
// one in five belongs to a series.
func Events(n int, seed uint64) iter.Seq[search.Document] {
	return func(yield func(search.Document) bool) {
		r := rand.New(rand.NewPCG(seed, 42))
		for i := range n {
			if !yield(event(r, i)) {
				return
			}
		}
	}
}

// skewed returns a number below n, small ones more often.
func skewed(r *rand.Rand, n int) int { return int(float64(n) * r.Float64() * r.Float64()) }

func event(r *rand.Rand, i int) search.Document {
	lang := skewed(r, len(Languages))
	locality := skewed(r, localities)
	d := search.Document{
		ID: schema.IRI(fmt.Sprintf("%sevent/e%07d%08x", prefix, i, r.Uint32())), Title: map[string]string{},
		Values: map[string][]string{
			"class": {"Event"}, "category": {Categories[skewed(r, len(Categories))]},
			"source": {fmt.Sprintf("source-%d", skewed(r, 30))}, "institution": {fmt.Sprintf("%sorganization/o%03d", prefix, skewed(r, 200))},
			"country": {Countries[locality%len(Countries)]}, "region": {fmt.Sprintf("region-%d", locality%11)}, "locality": {fmt.Sprintf("locality-%d", locality)},
			"licence": {licences[r.IntN(4)]}, "status": {"EventScheduled"}, "availability": {"unknown"},
		},
		HasPoint: r.IntN(50) > 0, Zone: zones[locality%len(zones)],
		Lat: 48 + 3*r.Float64(), Lon: 4 + 4*r.Float64(), Modified: Now.Add(-time.Duration(r.IntN(1e6)) * time.Minute),
	}
	if r.IntN(4) == 0 {
		d.Put("free", "true")
	}
	if r.IntN(5) == 0 {
		d.Put("series", fmt.Sprintf("%seventseries/s%05d", prefix, skewed(r, 4000)))
	}
	place := schema.IRI(fmt.Sprintf("%splace/p%04d", prefix, locality*places/localities+r.IntN(places/localities)))
	d.Put("place", string(place))
	d.Related = []schema.IRI{place, schema.IRI(d.Values["institution"][0]), schema.IRI(fmt.Sprintf("%sperson/a%05d", prefix, skewed(r, 20_000)))}
	if r.IntN(30) == 0 {
		d.Values["status"] = []string{[]string{"EventCancelled", "EventPostponed", "EventRescheduled"}[r.IntN(3)]}
	}
	write(r, &d, lang)
	if r.IntN(3) == 0 {
		write(r, &d, (lang+1)%len(Languages))
	}
	dates(r, &d)
	return d
}

func write(r *rand.Rand, d *search.Document, lang int) {
	tag := Languages[lang]
	d.Put("language", tag)
	d.Title[tag] = sentence(r, lang, 3+r.IntN(4))
	d.Texts = append(d.Texts,
		search.FieldText{Lang: tag, Weight: search.InTitle, Text: d.Title[tag]},
		search.FieldText{Lang: tag, Weight: search.InKeyword, Text: sentence(r, lang, 2)},
		search.FieldText{Lang: tag, Weight: search.InBody, Text: sentence(r, lang, 15+r.IntN(20))})
}

func sentence(r *rand.Rand, lang, n int) string {
	known := strings.Fields(nouns[lang])
	words := make([]string, n)
	for i := range words {
		if r.IntN(4) == 0 {
			words[i] = known[skewed(r, len(known))]
			continue
		}
		word := skewed(r, 30_000) // as three syllables
		s := len(syllables)
		words[i] = syllables[word%s] + syllables[word/s%s] + syllables[word/s/s%s] + syllables[(word+lang)%7]
	}
	return strings.Join(words, " ")
}

func dates(r *rand.Rand, d *search.Document) {
	add := func(start time.Time, length time.Duration) {
		d.Occurrences = append(d.Occurrences, search.Occurrence{
			ID:    d.ID + schema.IRI("#occ-"+start.Format("20060102T1504")),
			Start: start.Unix(), End: start.Add(length).Unix(), Status: d.Values["status"][0], Availability: availabilities[skewed(r, len(availabilities))],
		})
	}
	first := Now.Truncate(24*time.Hour).AddDate(0, 0, r.IntN(400)-100).Add(time.Duration(16+r.IntN(20)) * 30 * time.Minute)
	if r.IntN(20) == 0 {
		add(first, time.Duration(40+r.IntN(200))*24*time.Hour)
		return
	}
	every := []int{1, 7, 14}[r.IntN(3)]
	for i := range 1 + r.IntN(20) {
		add(first.AddDate(0, 0, i*every), time.Duration(1+r.IntN(4))*time.Hour)
	}
}
