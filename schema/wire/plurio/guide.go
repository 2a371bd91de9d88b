package plurio

// Building is a place of the guide.
type Building struct {
	ID            string        `xml:"id,attr,omitempty"`
	Filter        string        `xml:"filter,attr,omitempty"`
	Name          string        `xml:"name"`
	Short         []Text        `xml:"shortDescriptions>shortDescription"`
	Long          []Text        `xml:"longDescriptions>longDescription"`
	Accessibility string        `xml:"handicappedInfo,omitempty"`
	Visitors      string        `xml:"visitorInfo,omitempty"`
	Texts         []MoreText    `xml:"texts>text"`
	Address       *Address      `xml:"adress"`
	Timings       *Timings      `xml:"timings"`
	Prices        *Prices       `xml:"prices"`
	Contact       *Contact      `xml:"contactBuilding"`
	Relations     BuildingLinks `xml:"relationsBuilding,omitempty"`
	User          UserSpecific  `xml:"userspecific,omitempty"`
}

// BuildingLinks is what a building leads to.
type BuildingLinks struct {
	Persons       []Ref        `xml:"personsToBuildings>personToBuilding"`
	Organisations []Ref        `xml:"organisationsToBuildings>organisationToBuilding"`
	Buildings     []Ref        `xml:"buildingsToBuilding>buildingToBuilding"`
	Pictures      []Picture    `xml:"pictures>picture"`
	Collections   []Collection `xml:"collections>collection"`
	Movies        []Movie      `xml:"movies>movie"`
	Categories    []string     `xml:"guideCategories>guideCategoryId"`
}

// Organisation is an organisation of the guide.
type Organisation struct {
	ID        string            `xml:"id,attr,omitempty"`
	Filter    string            `xml:"filter,attr,omitempty"`
	Name      string            `xml:"name"`
	Short     []Text            `xml:"shortDescriptions>shortDescription"`
	Long      []Text            `xml:"longDescriptions>longDescription"`
	Texts     []MoreText        `xml:"texts>text"`
	Address   *Address          `xml:"adress"`
	Timings   *Timings          `xml:"timings"`
	Contact   Contact           `xml:"contactOrganisation"`
	Relations OrganisationLinks `xml:"relationsOrganisation,omitempty"`
	User      UserSpecific      `xml:"userspecific,omitempty"`
}

// OrganisationLinks is what an organisation leads to.
type OrganisationLinks struct {
	Persons       []Ref        `xml:"personsToOrganisations>personToOrganisation"`
	Organisations []Ref        `xml:"organisationsToOrganisation>organisationToOrganisation"`
	Buildings     []Ref        `xml:"organisationsToBuildings>organisationToBuilding"`
	Pictures      []Picture    `xml:"pictures>picture"`
	Movies        []Movie      `xml:"movies>movie"`
	Collections   []Collection `xml:"collections>collection"`
	Categories    []string     `xml:"guideCategories>guideCategoryId"`
}

// Person is a person or an ensemble of the guide.
type Person struct {
	ID         string       `xml:"id,attr,omitempty"`
	Filter     string       `xml:"filter,attr,omitempty"`
	LastName   string       `xml:"lastname"`
	FirstName  string       `xml:"firstname,omitempty"`
	Salutation string       `xml:"salutationId,omitempty"`
	Title      string       `xml:"title,omitempty"` // "Prof. Dr."
	Born       string       `xml:"dayOfBirth,omitempty"`
	Short      []Text       `xml:"shortDescriptions>shortDescription"`
	Long       []Text       `xml:"longDescriptions>longDescription"`
	Texts      []MoreText   `xml:"texts>text"`
	Address    *Address     `xml:"adress"`
	Contact    *Contact     `xml:"contactPerson"`
	Relations  PersonLinks  `xml:"relationsPerson,omitempty"`
	User       UserSpecific `xml:"userspecific,omitempty"`
}

// PersonLinks is what a person leads to.
type PersonLinks struct {
	Pictures    []Picture    `xml:"pictures>picture"`
	Collections []Collection `xml:"collections>collection"`
	Movies      []Movie      `xml:"movies>movie"`
	Categories  []string     `xml:"guidePersonCategories>guidePersonCategoryId"`
}

// Address is a postal address; the town is a number, see Locality.
type Address struct {
	Street   string `xml:"street"`
	Number   string `xml:"houseNumber,omitempty"`
	Floor    string `xml:"floor,omitempty"`
	Placing  string `xml:"placing,omitempty"` // "behind the church"
	POBox    string `xml:"poBox,omitempty"`
	Locality string `xml:"localisationId"`
}
