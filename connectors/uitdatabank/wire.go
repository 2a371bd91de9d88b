package uitdatabank

import "encoding/json"

// document is an event, a place or an organiser as UiTdatabank's JSON-LD has it;
// cdbxml is turned into the same.
type document struct {
	ID           string   `json:"@id"`
	Type         words    `json:"@type"`
	Context      scalar   `json:"@context"`
	MainLanguage string   `json:"mainLanguage"`
	Name         texts    `json:"name"`
	Description  texts    `json:"description"`
	SameAs       words    `json:"sameAs"`
	URL          texts    `json:"url"`
	Terms        []term   `json:"terms"`
	Labels       words    `json:"labels"`
	Images       []medium `json:"images"`

	WorkflowStatus string `json:"workflowStatus"`
	AvailableFrom  string `json:"availableFrom"`
	DuplicateOf    string `json:"duplicateOf"`

	CalendarType string      `json:"calendarType"`
	StartDate    string      `json:"startDate"`
	EndDate      string      `json:"endDate"`
	Status       status      `json:"status"`
	Booking      booking     `json:"bookingAvailability"`
	SubEvent     []subEvent  `json:"subEvent"`
	OpeningHours []hours     `json:"openingHours"`
	AdjustedDays []exception `json:"openingHoursAdjustedDays"`
	ClosedDays   []exception `json:"openingHoursClosedDays"`

	AttendanceMode  string      `json:"attendanceMode"`
	OnlineURL       string      `json:"onlineUrl"`
	Location        *document   `json:"location"`
	Organizer       *document   `json:"organizer"`
	Performer       []document  `json:"performer"`
	Production      *production `json:"production"`
	TypicalAgeRange string      `json:"typicalAgeRange"`
	Audience        struct {
		Type string `json:"audienceType"`
	} `json:"audience"`
	PriceInfo    []price  `json:"priceInfo"`
	MediaObject  []medium `json:"mediaObject"`
	Image        string   `json:"image"`
	Videos       []medium `json:"videos"`
	ContactPoint contact  `json:"contactPoint"`
	BookingInfo  sale     `json:"bookingInfo"`

	Address addresses `json:"address"`
	Geo     struct {
		Latitude  scalar `json:"latitude"`
		Longitude scalar `json:"longitude"`
	} `json:"geo"`

	// Original is the document itself where this is what a search index keeps.
	Original string `json:"originalEncodedJsonLd"`

	spoken []string // of cdbxml: the languages it is held in
}

type status struct {
	Type   string `json:"type"`
	Reason texts  `json:"reason"`
}

type booking struct {
	Type      string `json:"type"`
	Capacity  scalar `json:"capacity"`
	Remaining scalar `json:"remainingCapacity"`
}

type subEvent struct {
	StartDate string  `json:"startDate"`
	EndDate   string  `json:"endDate"`
	Status    status  `json:"status"`
	Booking   booking `json:"bookingAvailability"`
}

type hours struct {
	Days   words  `json:"dayOfWeek"`
	Opens  string `json:"opens"`
	Closes string `json:"closes"`

	from, to string // of cdbxml: first and last day they hold on
}

type exception struct {
	StartDate    string  `json:"startDate"`
	EndDate      string  `json:"endDate"`
	Description  texts   `json:"description"`
	OpeningHours []hours `json:"openingHours"`
}

type term struct {
	ID     string `json:"id"`
	Label  texts  `json:"label"`
	Domain string `json:"domain"`
}

type price struct {
	Category string `json:"category"`
	Name     texts  `json:"name"`
	Price    scalar `json:"price"`
	Currency string `json:"priceCurrency"`
}

type medium struct {
	Type            words  `json:"@type"`
	ContentURL      string `json:"contentUrl"`
	ThumbnailURL    string `json:"thumbnailUrl"`
	URL             string `json:"url"`
	EmbedURL        string `json:"embedUrl"`
	Description     texts  `json:"description"`
	CopyrightHolder string `json:"copyrightHolder"`
	InLanguage      string `json:"inLanguage"`
	Language        string `json:"language"`
}

type contact struct {
	URL   words `json:"url"`
	Email words `json:"email"`
	Phone words `json:"phone"`
}

// sale is where places are booked.
type sale struct {
	URL    string `json:"url"`
	Label  texts  `json:"urlLabel"`
	Email  string `json:"email"`
	Phone  string `json:"phone"`
	Starts string `json:"availabilityStarts"`
}

type production struct {
	ID   string `json:"id"`
	Name texts  `json:"name"`
}

type address struct {
	Country  string `json:"addressCountry"`
	Locality string `json:"addressLocality"`
	Postal   scalar `json:"postalCode"`
	Street   string `json:"streetAddress"`
}

// words is a text or a list of texts.
type words []string

// UnmarshalJSON passes over what is neither.
func (w *words) UnmarshalJSON(data []byte) error {
	var one string
	switch data[0] {
	case '"':
		if err := json.Unmarshal(data, &one); err != nil {
			return err
		}
		*w = words{one}
	case '[':
		var list []scalar
		if err := json.Unmarshal(data, &list); err != nil {
			return err
		}
		for _, s := range list {
			if s != "" {
				*w = append(*w, string(s))
			}
		}
	}
	return nil
}

// texts is a text by language; one without a language stands under "".
type texts map[string]string

// UnmarshalJSON reads a text, or an object of texts.
func (x *texts) UnmarshalJSON(data []byte) error {
	switch data[0] {
	case '"':
		var one string
		if err := json.Unmarshal(data, &one); err != nil {
			return err
		}
		*x = texts{"": one}
	case '{':
		var by map[string]scalar
		if err := json.Unmarshal(data, &by); err != nil {
			return err
		}
		*x = texts{}
		for lang, s := range by {
			(*x)[lang] = string(s)
		}
	}
	return nil
}

// scalar is a text, a number or a truth value, as text; "" is anything else.
type scalar string

// UnmarshalJSON keeps a number as it is written.
func (s *scalar) UnmarshalJSON(data []byte) error {
	switch data[0] {
	case '"':
		return json.Unmarshal(data, (*string)(s))
	case '{', '[', 'n':
	default:
		*s = scalar(data)
	}
	return nil
}

// addresses are a postal address by language; one without stands under "".
type addresses map[string]address

// UnmarshalJSON reads an address, or an object of addresses.
func (a *addresses) UnmarshalJSON(data []byte) error {
	if data[0] != '{' {
		return nil
	}
	by := map[string]json.RawMessage{}
	if err := json.Unmarshal(data, &by); err != nil {
		return err
	}
	*a = addresses{}
	for lang, raw := range by {
		if raw[0] != '{' {
			var one address
			err := json.Unmarshal(data, &one)
			*a = addresses{"": one}
			return err
		}
		var one address
		if err := json.Unmarshal(raw, &one); err != nil {
			return err
		}
		(*a)[lang] = one
	}
	return nil
}
