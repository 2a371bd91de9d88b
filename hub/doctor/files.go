package doctor

import (
	"context"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"moselle/connectors/lang"
	"moselle/hub/harvest"
)

// maxFiles bounds how many files of a folder are read; others are counted.
const maxFiles = 100

// files reads the files of a folder one by one, each as a source of its own.
func (d *Doctor) files(ctx context.Context, folder string, o Options, r *Report) error {
	r.Outcome, r.Good = harvest.Complete, true
	more := 0
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			return err
		case strings.HasPrefix(entry.Name(), ".") && path != folder:
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case !entry.Type().IsRegular():
			return nil
		case len(r.Files) >= maxFiles:
			more++
			return nil
		}
		name, err := filepath.Rel(folder, path)
		if err != nil {
			return err
		}
		f := d.file(ctx, path, o)
		f.Name, f.Error = filepath.ToSlash(name), lang.In(r.Lang, f.Error)
		r.Files = append(r.Files, f)
		r.Counts.Read += f.Kept + f.Refused
		r.Counts.Kept += f.Kept
		r.Counts.Refused += f.Refused
		r.Good = r.Good && f.Error == "" && f.Refused == 0
		return nil
	})
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		r.fail(err)
	case more > 0:
		r.Outcome, r.Error = harvest.Partial, r.words.T("files.more", "n", more, "max", maxFiles)
	case len(r.Files) == 0:
		r.Outcome, r.Error = harvest.Failed, r.words.T("files.none")
	}
	r.Good = r.Good && r.Error == ""
	return nil
}

// file reads one file as the kind that is surest of it.
func (d *Doctor) file(ctx context.Context, path string, o Options) File {
	var f File
	found, err := d.look(ctx, path, path)
	switch {
	case err != nil:
		f.Error = err.Error()
	case len(found.guesses) == 0:
		f.Error = wordsIn(o.Lang).unknown(found.sight)
	default:
		f.Kind = found.guesses[0].kind.Name
		t, err := d.try(ctx, found.guesses[0].kind, path, o.Settings, 0)
		f.Kept, f.Refused, f.Error = t.Run.Read-t.Run.Refused-t.Withdrawn, t.Run.Refused, t.Run.Error
		if err != nil {
			f.Error = wordsIn(o.Lang).T("files.settings")
		}
		if f.Kept > 0 || t.Withdrawn > 0 {
			break
		}
		if f.Error == "" && len(t.Run.Faults) > 0 {
			f.Error = t.Run.Faults[0].Message
		}
		if found.doubtful() && (t.Run.Outcome == harvest.Failed || err != nil || slices.Contains(foreign, found.sight.Form)) {
			f = File{Error: wordsIn(o.Lang).unknown(found.sight)}
		}
	}
	return f
}
