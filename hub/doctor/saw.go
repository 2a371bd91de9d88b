package doctor

import (
	"strings"

	"moselle/hub/doctor/sight"
)

// unknown says that no kind takes a document, and what it looks like.
func (w words) unknown(s sight.Sight) string {
	return w.T("unknown") + " " + w.saw(s)
}

// saw says what a document looks like.
func (w words) saw(s sight.Sight) string {
	out := []string{w.form(s)}
	if s.List != "" {
		out = append(out, w.T("see.json.list", "list", s.List, "columns", strings.Join(s.Columns, ", ")))
	}
	if s.Hollow != "" {
		out = append(out, w.T("see.json.hollow", "list", s.Hollow))
	}
	if s.Says != "" {
		out = append(out, w.T("see.says", "says", s.Says))
	}
	switch {
	case s.Line > 0 && s.CutOff:
		out = append(out, w.T("see.cut", "line", s.Line, "column", s.Column))
	case s.Line > 0:
		out = append(out, w.T("see.broken", "line", s.Line, "column", s.Column))
	}
	if s.Misnamed != "" {
		out = append(out, w.T("see.misnamed", "ext", s.Misnamed))
	}
	return strings.Join(out, " ")
}

// form says of what form a document is.
func (w words) form(s sight.Sight) string {
	switch s.Form {
	case sight.XML:
		switch {
		case s.Root == "":
			return w.T("see.xml.none")
		case s.Name != "":
			return w.T("see.xml.named", "root", s.Root, "name", s.Name)
		case s.Namespace != "":
			return w.T("see.xml.of", "root", s.Root, "namespace", s.Namespace)
		}
	case sight.JSON:
		switch {
		case len(s.Keys) > 0:
			return w.T("see.json.keys", "keys", strings.Join(s.Keys, ", "))
		case s.Rows && s.List == "":
			return w.T("see.json.rows", "columns", strings.Join(s.Columns, ", "))
		default:
			return w.T("see.json.none")
		}
	case sight.Archive:
		switch {
		case s.Files > 0:
			files := strings.Join(s.Holds, ", ")
			if s.Files > len(s.Holds) {
				files += " …"
			}
			return w.T("see.archive", "n", s.Files, "name", s.Name, "files", files)
		case s.Name == "zip":
			return w.T("see.archive.empty", "name", s.Name)
		default:
			return w.T("see.archive.closed", "name", s.Name)
		}
	case sight.Data:
		if s.Name != "" {
			return w.T("see.data.of", "name", s.Name)
		}
	}
	return w.T("see."+string(s.Form), "root", s.Root, "name", s.Name, "n", len(s.Columns), "columns", strings.Join(s.Columns, ", "), "begins", s.Begins)
}

// advice says what to do with a document that no kind takes.
func (w words) advice(s sight.Sight) []string {
	var keys []string
	switch s.Form {
	case sight.Empty:
		return []string{w.T("advice.empty")}
	case sight.Document, sight.Picture, sight.Recording, sight.Program, sight.Data:
		return []string{w.T("advice.people")}
	case sight.Office, sight.OpenDocument:
		return []string{w.T("advice.office")}
	case sight.Archive:
		if s.Name == "zip" && s.Files == 0 {
			return []string{w.T("advice.empty")}
		}
		return []string{w.T("advice.archive")}
	case sight.Table:
		if len(s.Columns) == 1 {
			keys = append(keys, "advice.column")
		}
		keys = append(keys, "advice.table")
	case sight.JSON, sight.XML:
		switch {
		case s.Says != "":
			keys = append(keys, "advice.says")
		case s.Line > 0:
			keys = append(keys, "advice.broken")
		case s.Hollow != "":
			keys = append(keys, "advice.empty")
		default:
			keys = append(keys, "advice."+string(s.Form))
		}
	default:
		keys = append(keys, "advice."+string(s.Form))
	}
	var out []string
	for _, key := range append(keys, "advice.kind") {
		if text := w.T(key); text != "" {
			out = append(out, text)
		}
	}
	return out
}
