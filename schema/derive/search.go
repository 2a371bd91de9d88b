package derive

import "moselle/schema"

// roles names the search roles, in the order of the mapping's fields.
var roles = [...]struct {
	role schema.SearchRole
	name string
}{
	{schema.Title, "title"},
	{schema.Keyword, "keyword"},
	{schema.Body, "body"},
	{schema.Facet, "facet"},
	{schema.Time, "time"},
	{schema.Related, "related"},
}

// SearchMapping returns, as JSON, what search does with each class: by class
// and role the names of the properties, in the order of the table. Part classes
// without a role are left out.
func SearchMapping() []byte {
	mapping := map[string]map[string][]string{}
	for _, list := range [][]*schema.Class{schema.Classes, schema.Parts} {
		for _, c := range list {
			fields := map[string][]string{}
			for _, r := range roles {
				for _, p := range c.Properties {
					if p.Search == r.role {
						fields[r.name] = append(fields[r.name], p.Name)
					}
				}
			}
			if len(fields) > 0 {
				mapping[c.Name] = fields
			}
		}
	}
	return indent(mapping)
}
