package plurio

// Building is a place of the guide.
type Building struct {
	ID            string        `xml:"id,attr,omitempty"`
	Filter        string        `xml:"filter,attr,omitempty"`
	Name          string        `xml:"name"`
	Short         []Text        `xml:"shortDescriptions>shortDescription,omitempty"`
	Long          []Text        `xml:"longDescriptions>longDescription,omitempty"`
	Accessibility string        `xml:"handicappedInfo,omitempty"`
	Visitors      string        `xml:"visitorInfo,omitempty"`
	Texts         []MoreText    `xml:"texts>text,omitempty"`
	Address       *Address      `xml:"adress"`
	Timings       *Timings      `xml:"timings"`
	Prices        *Prices       `xml:"prices"`
	Contact       *Contact      `xml:"contactBuilding"`
	Relations     BuildingLinks `xml:"relationsBuilding"`
	User          UserSpecific  `xml:"userspecific"`
}

// BuildingLinks is what a building leads to.
type BuildingLinks struct {
	Persons       []Ref        `xml:"personsToBuildings>personToBuilding,omitempty"`
	Organisations []Ref        `xml:"organisationsToBuildings>organisationToBuilding,omitempty"`
	Buildings     []Ref        `xml:"buildingsToBuilding>buildingToBuilding,omitempty"`
	Pictures      []Picture    `xml:"pictures>picture,omitempty"`
	Collections   []Collection `xml:"collections>collection,omitempty"`
	Movies        []Movie      `xml:"movies>movie,omitempty"`
	Categories    []string     `xml:"guideCategories>guideCategoryId,omitempty"`
}

// Organisation is an organisation of the guide.
type Organisation struct {
	ID        string            `xml:"id,attr,omitempty"`
	Filter    string            `xml:"filter,attr,omitempty"`
	Name      string            `xml:"name"`
	Short     []Text            `xml:"shortDescriptions>shortDescription,omitempty"`
	Long      []Text            `xml:"longDescriptions>longDescription,omitempty"`
	Texts     []MoreText        `xml:"texts>text,omitempty"`
	Address   *Address          `xml:"adress"`
	Timings   *Timings          `xml:"timings"`
	Contact   Contact           `xml:"contactOrganisation"`
	Relations OrganisationLinks `xml:"relationsOrganisation"`
	User      UserSpecific      `xml:"userspecific"`
}

// OrganisationLinks is what an organisation leads to.
type OrganisationLinks struct {
	Persons       []Ref        `xml:"personsToOrganisations>personToOrganisation,omitempty"`
	Organisations []Ref        `xml:"organisationsToOrganisation>organisationToOrganisation,omitempty"`
	Buildings     []Ref        `xml:"organisationsToBuildings>organisationToBuilding,omitempty"`
	Pictures      []Picture    `xml:"pictures>picture,omitempty"`
	Movies        []Movie      `xml:"movies>movie,omitempty"`
	Collections   []Collection `xml:"collections>collection,omitempty"`
	Categories    []string     `xml:"guideCategories>guideCategoryId,omitempty"`
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
	Short      []Text       `xml:"shortDescriptions>shortDescription,omitempty"`
	Long       []Text       `xml:"longDescriptions>longDescription,omitempty"`
	Texts      []MoreText   `xml:"texts>text,omitempty"`
	Address    *Address     `xml:"adress"`
	Contact    *Contact     `xml:"contactPerson"`
	Relations  PersonLinks  `xml:"relationsPerson"`
	User       UserSpecific `xml:"userspecific"`
}

// PersonLinks is what a person leads to.
type PersonLinks struct {
	Pictures    []Picture    `xml:"pictures>picture,omitempty"`
	Collections []Collection `xml:"collections>collection,omitempty"`
	Movies      []Movie      `xml:"movies>movie,omitempty"`
	Categories  []string     `xml:"guidePersonCategories>guidePersonCategoryId,omitempty"`
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
