package graphql

import (
	"fmt"
	"slices"

	gql "github.com/graphql-go/graphql"
	goast "github.com/graphql-go/graphql/language/ast"
	"github.com/vektah/gqlparser/v2/ast"
)

// build turns the parsed schema into the executor's types, so that the SDL is
// the only place where a type is described. resolver gives the function for a
// field, nil for the default.
func build(s *ast.Schema, resolver func(object string, f *ast.FieldDefinition) gql.FieldResolveFn) (gql.Schema, error) {
	b := &builder{schema: s, resolver: resolver, types: map[string]gql.Type{
		"String": gql.String, "Int": gql.Int, "Float": gql.Float, "Boolean": gql.Boolean, "ID": gql.ID,
	}}
	var all []gql.Type
	names := make([]string, 0, len(s.Types))
	for name, def := range s.Types {
		if def.Kind == ast.Object && !def.BuiltIn {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		all = append(all, b.named(name))
	}
	return gql.NewSchema(gql.SchemaConfig{Query: b.named("Query").(*gql.Object), Types: all})
}

type builder struct {
	schema   *ast.Schema
	resolver func(string, *ast.FieldDefinition) gql.FieldResolveFn
	types    map[string]gql.Type
}

func (b *builder) named(name string) gql.Type {
	if t := b.types[name]; t != nil {
		return t
	}
	def := b.schema.Types[name]
	var t gql.Type
	switch def.Kind {
	case ast.Scalar:
		same := func(v any) any { return v }
		t = gql.NewScalar(gql.ScalarConfig{Name: name, Description: def.Description, Serialize: same, ParseValue: same,
			ParseLiteral: func(v goast.Value) any { return v.GetValue() }})
	case ast.Enum:
		values := gql.EnumValueConfigMap{}
		for _, v := range def.EnumValues {
			values[v.Name] = &gql.EnumValueConfig{Value: v.Name, Description: v.Description}
		}
		t = gql.NewEnum(gql.EnumConfig{Name: name, Description: def.Description, Values: values})
	case ast.InputObject:
		t = gql.NewInputObject(gql.InputObjectConfig{Name: name, Description: def.Description,
			Fields: gql.InputObjectConfigFieldMapThunk(func() gql.InputObjectConfigFieldMap {
				fields := gql.InputObjectConfigFieldMap{}
				for _, f := range def.Fields {
					fields[f.Name] = &gql.InputObjectFieldConfig{Type: b.typed(f.Type), Description: f.Description, DefaultValue: value(f.DefaultValue)}
				}
				return fields
			})})
	case ast.Interface:
		t = gql.NewInterface(gql.InterfaceConfig{Name: name, Description: def.Description, ResolveType: b.resolveType,
			Fields: gql.FieldsThunk(func() gql.Fields { return b.fields(def) })})
	case ast.Union:
		t = gql.NewUnion(gql.UnionConfig{Name: name, Description: def.Description, ResolveType: b.resolveType,
			Types: gql.UnionTypesThunk(func() []*gql.Object {
				var of []*gql.Object
				for _, n := range def.Types {
					of = append(of, b.named(n).(*gql.Object))
				}
				return of
			})})
	case ast.Object:
		t = gql.NewObject(gql.ObjectConfig{Name: name, Description: def.Description,
			Fields: gql.FieldsThunk(func() gql.Fields { return b.fields(def) }),
			Interfaces: gql.InterfacesThunk(func() []*gql.Interface {
				var of []*gql.Interface
				for _, n := range def.Interfaces {
					of = append(of, b.named(n).(*gql.Interface))
				}
				return of
			})})
	default:
		panic(fmt.Sprintf("graphql: no type of kind %s", def.Kind))
	}
	b.types[name] = t
	return t
}

func (b *builder) fields(def *ast.Definition) gql.Fields {
	fields := gql.Fields{}
	for _, f := range def.Fields {
		if f.Name[0] == '_' {
			continue
		}
		args := gql.FieldConfigArgument{}
		for _, a := range f.Arguments {
			args[a.Name] = &gql.ArgumentConfig{Type: b.typed(a.Type), Description: a.Description, DefaultValue: value(a.DefaultValue)}
		}
		field := &gql.Field{Type: b.typed(f.Type), Args: args, Description: f.Description}
		if def.Kind == ast.Object {
			field.Resolve = b.resolver(def.Name, f)
		}
		fields[f.Name] = field
	}
	return fields
}

func (b *builder) typed(t *ast.Type) gql.Type {
	var out gql.Type
	if t.Elem != nil {
		out = gql.NewList(b.typed(t.Elem))
	} else {
		out = b.named(t.NamedType)
	}
	if t.NonNull {
		return gql.NewNonNull(out)
	}
	return out
}

// resolveType finds the object of a value of an interface or a union.
func (b *builder) resolveType(p gql.ResolveTypeParams) *gql.Object {
	name := "Tombstone"
	if t, ok := p.Value.(thing); ok {
		name = t.node.Class.Name
	}
	o, _ := b.types[name].(*gql.Object)
	return o
}

func value(v *ast.Value) any {
	if v == nil {
		return nil
	}
	out, err := v.Value(nil)
	if err != nil {
		return nil
	}
	if n, ok := out.(int64); ok {
		return int(n)
	}
	return out
}
