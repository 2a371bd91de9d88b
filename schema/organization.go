package schema

import "moselle/schema/vocab"

var organization = &Class{
	Name: "Organization", IRI: vocab.Schema + "Organization",
	Doc: "An institution, a company, an ensemble.",
	Subclasses: []string{"PerformingGroup", "MusicGroup", "TheaterGroup", "DanceGroup", "LibrarySystem", "ArchiveOrganization",
		"GovernmentOrganization", "NGO", "EducationalOrganization", "Corporation", "SportsOrganization", "NewsMediaOrganization"},
	Properties: common(
		name(Must),
		alternateName(),
		Property{Name: "identifier", IRI: vocab.Schema + "identifier", Range: Part, Of: []string{"PropertyValue"}, Many: true, Doc: "Identifiers such as ISIL."},
		description(Could),
		webPage(),
		image(),
		Property{Name: "address", IRI: vocab.Schema + "address", Range: Part, Of: []string{"PostalAddress"}, Doc: "Its postal address."},
		Property{Name: "location", IRI: vocab.Schema + "location", Range: Link, Of: []string{"Place"}, Search: Related, Doc: "Where it is at home."},
		Property{Name: "logo", IRI: vocab.Schema + "logo", Range: Part, Of: []string{"Media"}, Doc: "Its logo."},
		contactPoints("How to reach it."),
		Property{Name: "parentOrganization", IRI: vocab.Schema + "parentOrganization", Range: Link, Of: []string{"Organization"}, Search: Related, Doc: "What it is part of."},
		Property{Name: "areaServed", IRI: vocab.Schema + "areaServed", Range: String, Many: true, Doc: "Where it works."},
		additionalType(),
		keywords(),
	),
}

func contactPoints(doc string) Property {
	return Property{Name: "contactPoint", IRI: vocab.Schema + "contactPoint", Range: Part, Of: []string{"ContactPoint"}, Many: true, Doc: doc}
}

var contactPoint = &Class{
	Name: "ContactPoint", IRI: vocab.Schema + "ContactPoint", Part: true,
	Doc: "A way to reach somebody in office.",
	Properties: []Property{
		{Name: "email", IRI: vocab.Schema + "email", Range: String, Doc: "An address of the institution."},
		{Name: "telephone", IRI: vocab.Schema + "telephone", Range: String, Doc: "A number of the institution."},
		{Name: "url", IRI: vocab.Schema + "url", Range: URL, Doc: "A contact page."},
	},
}
