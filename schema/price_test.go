package schema_test

import (
	"testing"

	"moselle/schema"
)

func TestParsePrice(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]schema.Price{
		"12":                  {Low: "12", High: "12"},
		"12.50":               {Low: "12.50", High: "12.50"},
		"12,50 €":             {Low: "12.50", High: "12.50", Currency: "EUR"},
		"12\u00a0Euro":        {Low: "12", High: "12", Currency: "EUR"},
		"€ 8":                 {Low: "8", High: "8", Currency: "EUR"},
		"CHF 20.-":            {Low: "20", High: "20", Currency: "CHF"},
		"eur 12":              {Low: "12", High: "12", Currency: "EUR"},
		"$5":                  {Low: "5", High: "5"},
		"5-10":                {Low: "5", High: "10"},
		"5 – 10 €":            {Low: "5", High: "10", Currency: "EUR"},
		"£5 - £10":            {Low: "5", High: "10", Currency: "GBP"},
		"20€, 16€, 12€, 6€,":  {Low: "6", High: "20", Currency: "EUR"},
		"12,50 €, 8,50 €":     {Low: "8.50", High: "12.50", Currency: "EUR"},
		"9 / 12 EUR":          {Low: "9", High: "12", Currency: "EUR"},
		"Entrée libre":        {Low: "0", High: "0"},
		"Fräien Entrée":       {Low: "0", High: "0"},
		"0":                   {Low: "0", High: "0"},
		"":                    {},
		"Abendkasse 12 €":     {},
		"5 € pro Kind":        {},
		"12–15 Jahre":         {},
		"19.30 Uhr":           {},
		"+352 12 34 56":       {},
		"2026-12-31":          {},
		"12 €, Kinder frei":   {},
		"-":                   {},
		"12345678901234567 €": {},
	} {
		got, ok := schema.ParsePrice(in)
		if got != want || ok != (want.Low != "") {
			t.Errorf("ParsePrice(%q) = %+v, %t, want %+v", in, got, ok, want)
		}
	}
}

func TestPriceFree(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]bool{"gratis": true, "0,00 €": true, "0-5 €": false, "3": false} {
		if p, _ := schema.ParsePrice(in); p.Free() != want {
			t.Errorf("ParsePrice(%q).Free() = %t, want %t", in, p.Free(), want)
		}
	}
}

// TestPutCost holds what words beside an offer become.
func TestPutCost(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"12,50 €":                    "price=12.5 EUR",
		"5–10 €":                     "low=5.0 high=10.0 EUR",
		"CHF 20.-":                   "price=20.0 CHF",
		"Gratuit, sur inscription":   "free price=0.0 EUR",
		"Gratuit, sur inscription !": "free price=0.0 EUR",
		"12":                         "",
		"Abendkasse 12 €":            "",
	} {
		b := schema.Build("s", "Event", "1")
		schema.PutCost(b, b.Part("offers", "Offer"), in)
		d, _ := b.Draft()
		n := schema.NewNode(d.Graph, d.IRI, b.Class())
		got := ""
		if n.String("isAccessibleForFree") == "true" {
			got = "free "
		}
		for _, o := range n.Nodes("offers") {
			if v := o.String("price"); v != "" {
				got += "price=" + v + " "
			}
			if v := o.String("lowPrice"); v != "" {
				got += "low=" + v + " high=" + o.String("highPrice") + " "
			}
			got += o.String("priceCurrency")
		}
		if got != want {
			t.Errorf("PutCost(%q) = %q, want %q", in, got, want)
		}
	}
}
