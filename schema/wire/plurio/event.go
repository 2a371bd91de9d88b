package plurio

// Event is an entry of the agenda.
type Event struct {
	ID               string       `xml:"id,attr,omitempty"` // Plurio.net's own number
	XMLID            string       `xml:"xmlid,attr,omitempty"`
	Filter           string       `xml:"filter,attr,omitempty"`
	Name             string       `xml:"name"`
	SubtitleOne      string       `xml:"subtitleOne,omitempty"`
	SubtitleTwo      string       `xml:"subtitleTwo,omitempty"`
	LocalDescription string       `xml:"localDescription,omitempty"` // where in the place: "Room B"
	Short            []Text       `xml:"shortDescriptions>shortDescription"`
	Long             []Text       `xml:"longDescriptions>longDescription"`
	Texts            []MoreText   `xml:"texts>text"`
	Date             *Date        `xml:"date"`
	Timings          *Timings     `xml:"timings"`
	Prices           *Prices      `xml:"prices"`
	Booking          *Booking     `xml:"booking"`
	Tickets          []Ticket     `xml:"tickets>ticket"`
	Contact          *Contact     `xml:"contactEvent"`
	Relations        Agenda       `xml:"relationsAgenda"`
	User             UserSpecific `xml:"userspecific,omitempty"`
}

// Date are the days of an event: from the first to the last, but for those that
// are excluded. A day is written 2027-02-28.
type Date struct {
	From     string   `xml:"dateFrom"`
	To       string   `xml:"dateTo,omitempty"`
	Days     []string `xml:"dateExclusions>dateDay"`
	Weekdays []string `xml:"dateExclusions>dateWeekday"` // see Weekday
}

// Timings are the times of day: the usual ones, and those of some days.
type Timings struct {
	Usual      []Timing    `xml:"timing"`
	Exceptions []Exception `xml:"timingExceptions>timingException"`
}

// Exception are the times of one day, or of one weekday, in place of the usual.
type Exception struct {
	Day     string   `xml:"dateDay,omitempty"`
	Weekday string   `xml:"dateWeekday,omitempty"`
	Timings []Timing `xml:"timing"`
}

// Timing is a time of day, 20:00 in an import and 20:00:00 in an export. An end
// before its start is on the next day.
type Timing struct {
	Description string `xml:"timingDescription,omitempty"`
	From        string `xml:"timingFrom"`
	To          string `xml:"timingTo,omitempty"`
}

// Prices are in euros.
type Prices struct {
	Free   string  `xml:"freeOfCharge,attr"` // true, false
	Prices []Price `xml:"price"`
}

// Price is a price and for whom it is.
type Price struct {
	Description string `xml:"priceDescription,omitempty"`
	Value       string `xml:"priceValue"`
}

// Booking says where places are booked.
type Booking struct {
	TicketID  string `xml:"ticketId,omitempty"`
	TicketURL string `xml:"ticketUrl,omitempty"`
	Phone     *Phone `xml:"phoneNumber"`
	Info      string `xml:"bookingInfo,omitempty"` // "sold out"
}

// Ticket is Booking for one date.
type Ticket struct {
	At        string `xml:"datetime,omitempty"` // 2027-02-28T20:00:00+01:00
	TicketID  string `xml:"ticketId,omitempty"`
	TicketURL string `xml:"ticketUrl,omitempty"`
	Phone     *Phone `xml:"phoneNumber"`
	Info      string `xml:"ticketInfo,omitempty"`
}

// Agenda is what an event leads to. Of each kind an import and an export have
// their own elements.
type Agenda struct {
	Events           []Ref        `xml:"internalEvents>intEvent"`
	Place            *Venue       `xml:"placeOfEvent"`
	Persons          []Ref        `xml:"personsToEvent>personToEvent"`
	PersonsOut       []Ref        `xml:"personsToEvent>person"`
	Organisations    []Ref        `xml:"organisationsToEvent>organisationToEvent"`
	OrganisationsOut []Ref        `xml:"organisationsToEvent>organisation"`
	Pictures         []Picture    `xml:"pictures>picture"`
	Collections      []Collection `xml:"collections>collection"`
	Movies           []Movie      `xml:"movies>movie"`
	Categories       []string     `xml:"agendaCategories>agendaCategoryId"`
	CategoriesOut    []string     `xml:"agendaCategories>category"`
}

// Venue is where an event is: in an import a Ref, in an export with its address.
type Venue struct {
	Number      string   `xml:"id,attr,omitempty"`
	IsOrganizer string   `xml:"isOrganizer,attr,omitempty"` // true, false
	Name        string   `xml:"name,omitempty"`
	EntityName  string   `xml:"entityName,omitempty"`
	Locality    string   `xml:"localisationId,omitempty"`
	Street      *string  `xml:"street"`
	Postcode    *string  `xml:"postcode"` // an export has it even when it is empty
	City        *City    `xml:"city"`
	Contact     *Contact `xml:"contact"`
	ID          string   `xml:"id,omitempty"`
	ExtID       string   `xml:"extId,omitempty"`
}

// City is a town with Plurio.net's number for it.
type City struct {
	Locality string `xml:"localisation_id,attr"`
	Name     string `xml:",chardata"`
}
