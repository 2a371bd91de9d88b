package uitdatabank

import "encoding/xml"

// cdbItem is an event or an actor of cdbxml 3.2 and 3.3, or a row of a list of
// events. Namespaces are not looked at: documents without any are in use.
type cdbItem struct {
	XMLName       xml.Name
	ID            string        `xml:"cdbid,attr"`
	ExternalID    string        `xml:"externalid,attr"`
	Private       string        `xml:"private,attr"`
	State         string        `xml:"wfstatus,attr"`
	AvailableFrom string        `xml:"availablefrom,attr"`
	AgeFrom       string        `xml:"agefrom"`
	AgeTo         string        `xml:"ageto"`
	Calendar      cdbCalendar   `xml:"calendar"`
	Week          *cdbWeek      `xml:"weekscheme"` // of an actor
	Categories    []cdbCategory `xml:"categories>category"`
	Contact       cdbContact    `xml:"contactinfo"`
	EventDetails  []cdbDetail   `xml:"eventdetails>eventdetail"`
	ActorDetails  []cdbDetail   `xml:"actordetails>actordetail"`
	Keywords      cdbKeywords   `xml:"keywords"`
	Languages     []string      `xml:"languages>language"`
	Location      *cdbNamed     `xml:"location"`
	Organiser     *cdbNamed     `xml:"organiser"`

	RowID string `xml:"cidn,attr"`  // of a row
	Title string `xml:"title,attr"` // of a row
}

type cdbCalendar struct {
	Dates     []cdbDate   `xml:"timestamps>timestamp"`
	Periods   []cdbPeriod `xml:"periods>period"`
	Permanent *cdbPeriod  `xml:"permanentopeningtimes>permanent"`
}

type cdbDate struct {
	Day   string `xml:"date"`
	Start string `xml:"timestart"`
	End   string `xml:"timeend"`
}

type cdbPeriod struct {
	From       string     `xml:"datefrom"`
	To         string     `xml:"dateto"`
	Week       *cdbWeek   `xml:"weekscheme"`
	Exceptions []struct{} `xml:"exceptions"`
}

type cdbWeek struct {
	Days []cdbDay `xml:",any"`
}

type cdbDay struct {
	XMLName xml.Name
	Type    string `xml:"opentype,attr"` // open, closed, byappointment
	Times   []struct {
		From string `xml:"from,attr"`
		To   string `xml:"to,attr"`
	} `xml:"openingtime"`
}

type cdbCategory struct {
	ID    string `xml:"catid,attr"`
	Type  string `xml:"type,attr"`
	Label string `xml:",chardata"`
}

type cdbContact struct {
	Address cdbPhysical `xml:"address>physical"`
	Mail    []string    `xml:"mail"`
	Phone   []struct {
		Type   string `xml:"type,attr"`
		Number string `xml:",chardata"`
	} `xml:"phone"`
	URL []struct {
		Main        string `xml:"main,attr"`
		Reservation string `xml:"reservation,attr"`
		Address     string `xml:",chardata"`
	} `xml:"url"`
}

type cdbPhysical struct {
	City    string `xml:"city"`
	Country string `xml:"country"`
	Zip     string `xml:"zipcode"`
	Street  string `xml:"street"`
	Number  string `xml:"housenr"`
	X       string `xml:"gis>xcoordinate"`
	Y       string `xml:"gis>ycoordinate"`
}

type cdbDetail struct {
	Lang       string `xml:"lang,attr"`
	Title      string `xml:"title"`
	Long       string `xml:"longdescription"`
	Short      string `xml:"shortdescription"`
	Performers []struct {
		Role  string `xml:"role"`
		Label string `xml:"label"`
	} `xml:"performers>performer"`
	Files []cdbFile `xml:"media>file"`
	Price struct {
		Title       string `xml:"title"`
		Value       string `xml:"pricevalue"`
		Description string `xml:"pricedescription"`
	} `xml:"price"`
}

type cdbFile struct {
	Copyright string `xml:"copyright"`
	Link      string `xml:"hlink"`
	Kind      string `xml:"mediatype"`
	FileType  string `xml:"filetype"`
	Title     string `xml:"title"`
}

// cdbKeywords are a text of words or, since 3.3, an element for each.
type cdbKeywords struct {
	Text string `xml:",chardata"`
	List []struct {
		Visible string `xml:"visible,attr"`
		Text    string `xml:",chardata"`
	} `xml:"keyword"`
}

type cdbNamed struct {
	Address cdbPhysical `xml:"address>physical"`
	Label   struct {
		ID   string `xml:"cdbid,attr"`
		Name string `xml:",chardata"`
	} `xml:"label"`
}
