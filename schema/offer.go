package schema

import "moselle/schema/vocab"

var virtualLocation = &Class{
	Name: "VirtualLocation", IRI: vocab.Schema + "VirtualLocation", Part: true,
	Doc: "An online place.",
	Properties: []Property{
		{Name: "name", IRI: vocab.Schema + "name", Range: Text, Doc: "What it is called."},
		{Name: "url", IRI: vocab.Schema + "url", Range: URL, Doc: "Its address."},
	},
}

var offer = &Class{
	Name: "Offer", IRI: vocab.Schema + "Offer", Part: true, Subclasses: []string{"AggregateOffer"},
	Doc: "A price and where to get it.",
	Properties: []Property{
		{Name: "name", IRI: vocab.Schema + "name", Range: Text, Doc: "For whom or for what."},
		{Name: "price", IRI: vocab.Schema + "price", Range: Decimal, Doc: "The price."},
		{Name: "lowPrice", IRI: vocab.Schema + "lowPrice", Range: Decimal, Doc: "The lowest price."},
		{Name: "highPrice", IRI: vocab.Schema + "highPrice", Range: Decimal, Doc: "The highest price."},
		{Name: "priceCurrency", IRI: vocab.Schema + "priceCurrency", Range: String, Pattern: "[A-Z]{3}", Doc: "Its currency (ISO 4217)."},
		{Name: "url", IRI: vocab.Schema + "url", Range: URL, Doc: "Where it is sold."},
		{Name: "availability", IRI: vocab.Schema + "availability", Range: Code, Enum: "ItemAvailability", Values: availabilities, Doc: "Whether it can be had."},
		{Name: "category", IRI: vocab.Schema + "category", Range: Part, Of: []string{"DefinedTerm"}, Doc: "What kind of price it is: full, reduced, for groups."},
		{Name: "validFrom", IRI: vocab.Schema + "validFrom", Range: Date, Doc: "From when it holds."},
	},
}
