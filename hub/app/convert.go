package app

import (
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"moselle/hub/catalog"
	"moselle/hub/config"
	"moselle/schema/derive"
	"moselle/schema/rdf"
	"moselle/schema/rdf/formats"
	"moselle/schema/rdf/jsonld"
)

const convertUsage = `hub convert IN OUT reads RDF in one format and writes it in another.

IN and OUT are files, or - for standard input and output. The formats are
  %s
and are taken from --from and --to, else from the file names (.ttl, .jsonld, .nt,
.nq, .trig, .rdf; with .gz behind, compressed), else, of IN, from how it begins.

ntriples and nquads are written as they are read, whatever the size. The other
formats put together what belongs together, so all of it is held: 1 to 1.5 GB
for a million statements, at most %d million.

`

// conversion is what the flags of convert ask for.
type conversion struct {
	in, out           string
	from, to          rdf.Format
	base              string
	lenient, oneGraph bool
}

func (c command) convert(ctx context.Context, args []string) error {
	var v conversion
	from := c.flags.String("from", "", "format of IN")
	to := c.flags.String("to", "", "format of OUT")
	c.flags.StringVar(&v.base, "base", "", "address that relative addresses in IN are relative to")
	c.flags.BoolVar(&v.lenient, "lenient", false, "report statements that cannot be read and go on with the next; the command then ends with exit code 1")
	c.flags.BoolVar(&v.oneGraph, "one-graph", false, "write the statements of all named graphs as one graph")
	contexts := map[string]*jsonld.Context{}
	c.flags.Func("context", "`ADDRESS=FILE`: what a JSON-LD context at that address says; may be given several times", func(s string) error {
		address, file, ok := strings.Cut(s, "=")
		if !ok {
			return errors.New("write it as ADDRESS=FILE")
		}
		text, err := os.ReadFile(file)
		contexts[address] = jsonld.NewContext(text)
		return err
	})
	c.flags.Usage = func() {
		fmt.Fprintf(c.stderr, convertUsage, strings.Join(formats.Names(), ", "), maxHeld/1_000_000)
		c.flags.PrintDefaults()
	}
	rest, err := c.parse(args)
	if errors.Is(err, flag.ErrHelp) {
		return nil
	}
	if err != nil {
		return err
	}
	if len(rest) != 2 {
		return errors.New("convert takes two files, IN and OUT; - stands for standard input and output")
	}
	v.in, v.out = rest[0], rest[1]
	cfg, err := config.Load("", c.environ)
	if err != nil {
		return err
	}
	contexts[catalog.URLs{Base: cfg.Base}.Context()] = derive.HubContext()
	if v.to, err = namedFormat(*to, v.out, "--to"); err != nil {
		return err
	}
	in, size, err := openInput(v.in)
	if err != nil {
		return err
	}
	defer in.Close()
	counted := &countedReader{ctx: ctx, in: in}
	var body io.Reader = counted
	if *from != "" {
		if v.from, err = namedFormat(*from, "", "--from"); err != nil {
			return err
		}
		_, body, err = formats.Open(counted, v.from.MediaType, v.in)
	} else {
		v.from, body, err = formats.Open(counted, "", v.in)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", v.in, err)
	}
	if v.from.Name == "jsonld" {
		v.from = jsonld.Reader{Contexts: contexts}.Format()
	}
	r := report{name: v.in, w: c.stderr, lenient: v.lenient, line: newProgress(c.stderr, v.in), read: &counted.n, size: size}
	err = writeOutput(v.out, c.stdout, func(w io.Writer) error { return v.run(body, w, &r) })
	r.end()
	if err == nil && r.faults > 0 {
		err = ErrFaults
	}
	return err
}

// namedFormat returns the format of a name, else that of a file by its extension.
func namedFormat(name, file, flag string) (rdf.Format, error) {
	if name != "" {
		if f, ok := formats.ByName(name); ok {
			return f, nil
		}
		return rdf.Format{}, fmt.Errorf("%s: there is no format %q; there are %s", flag, name, strings.Join(formats.Names(), ", "))
	}
	if f, ok := formats.ByExt(filepath.Ext(strings.TrimSuffix(file, ".gz"))); ok {
		return f, nil
	}
	return rdf.Format{}, fmt.Errorf("%s: the name does not tell the format; say which with %s: %s", file, flag, strings.Join(formats.Names(), ", "))
}

// openInput returns a file with its size, 0 where that is not known.
func openInput(name string) (io.ReadCloser, int64, error) {
	if name == "-" {
		return io.NopCloser(os.Stdin), 0, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, 0, err
	}
	info, err := f.Stat()
	if err != nil {
		return nil, 0, errors.Join(err, f.Close())
	}
	return f, info.Size(), nil
}

// writeOutput has write fill a file, which appears under its name only when it
// is whole.
func writeOutput(name string, stdout io.Writer, write func(io.Writer) error) error {
	if name == "-" {
		return buffered(stdout, write)
	}
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	err = buffered(f, func(w io.Writer) error {
		if !strings.HasSuffix(name, ".gz") {
			return write(w)
		}
		z := gzip.NewWriter(w)
		return errors.Join(write(z), z.Close())
	})
	err = errors.Join(err, f.Chmod(0o644), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}

func buffered(w io.Writer, write func(io.Writer) error) error {
	out := bufio.NewWriterSize(w, 256<<10)
	return errors.Join(write(out), out.Flush())
}

// countedReader counts what is read and stops when the command is stopped.
type countedReader struct {
	ctx context.Context
	in  io.Reader
	n   int64
}

func (r *countedReader) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := r.in.Read(p)
	r.n += int64(n)
	return n, err
}
