package check

import (
	"bufio"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"encoding/csv"
	"io"
	"net/http"
	"strings"
	"text/tabwriter"
)

var bufferProbes = map[string]probe{
	"encoding/csv.NewWriter": {
		call: func(w http.ResponseWriter, _ *http.Request) { csv.NewWriter(w).WriteAll([][]string{{"a"}}) },
		idle: func(w http.ResponseWriter, _ *http.Request) { csv.NewWriter(w) },
	},
	"encoding/csv.Writer.Write": {
		call:  func(w http.ResponseWriter, _ *http.Request) { csv.NewWriter(w).Write([]string{"a"}) },
		fails: func(w http.ResponseWriter, _ *http.Request) error { return badCSV(w).Write([]string{"a"}) },
	},
	"encoding/csv.Writer.WriteAll": {
		call:  func(w http.ResponseWriter, _ *http.Request) { csv.NewWriter(w).WriteAll([][]string{{"a"}}) },
		fails: func(w http.ResponseWriter, _ *http.Request) error { return badCSV(w).WriteAll([][]string{{"a"}}) },
	},
	"encoding/csv.Writer.Flush": {
		call: func(w http.ResponseWriter, _ *http.Request) {
			c := csv.NewWriter(w)
			c.Write([]string{"a"})
			c.Flush()
		},
		idle: func(w http.ResponseWriter, _ *http.Request) { csv.NewWriter(w).Flush() },
	},
	"encoding/csv.Writer.Error": {call: func(w http.ResponseWriter, _ *http.Request) { csv.NewWriter(w).Error() }},

	"text/tabwriter.NewWriter": {
		call: func(w http.ResponseWriter, _ *http.Request) {
			tw := tabwriter.NewWriter(w, 0, 0, 0, ' ', 0)
			tw.Write([]byte("a"))
			tw.Flush()
		},
		idle: func(w http.ResponseWriter, _ *http.Request) { tabwriter.NewWriter(w, 0, 0, 0, ' ', 0) },
	},
	"text/tabwriter.Writer.Init": {
		call: func(w http.ResponseWriter, _ *http.Request) {
			tw := new(tabwriter.Writer)
			tw.Init(w, 0, 0, 0, ' ', 0).Write([]byte("a"))
			tw.Flush()
		},
		idle: func(w http.ResponseWriter, _ *http.Request) { new(tabwriter.Writer).Init(w, 0, 0, 0, ' ', 0) },
	},
	"text/tabwriter.Writer.Write": {
		call: func(w http.ResponseWriter, _ *http.Request) {
			tabwriter.NewWriter(w, 0, 0, 0, ' ', 0).Write([]byte("a\tb"))
		},
	},
	"text/tabwriter.Writer.Flush": {
		call: func(w http.ResponseWriter, _ *http.Request) {
			tabwriter.NewWriter(w, 0, 0, 0, ' ', 0).Flush()
		},
	},

	"bufio.NewWriter": {
		call: func(w http.ResponseWriter, _ *http.Request) { flushed(bufio.NewWriter(w)) },
		idle: func(w http.ResponseWriter, _ *http.Request) { bufio.NewWriter(w) },
	},
	"bufio.NewWriterSize": {
		call: func(w http.ResponseWriter, _ *http.Request) { flushed(bufio.NewWriterSize(w, 16)) },
		idle: func(w http.ResponseWriter, _ *http.Request) { bufio.NewWriterSize(w, 16) },
	},
	"bufio.NewReadWriter": {
		call: func(w http.ResponseWriter, r *http.Request) {
			flushed(bufio.NewReadWriter(bufio.NewReader(r.Body), bufio.NewWriter(w)).Writer)
		},
		idle: func(w http.ResponseWriter, r *http.Request) {
			bufio.NewReadWriter(bufio.NewReader(r.Body), bufio.NewWriter(w))
		},
	},
	"bufio.Writer.Reset": {
		call: func(w http.ResponseWriter, _ *http.Request) {
			b := bufio.NewWriter(io.Discard)
			b.Reset(w)
			flushed(b)
		},
		idle: func(w http.ResponseWriter, _ *http.Request) { bufio.NewWriter(io.Discard).Reset(w) },
	},
	"bufio.Writer.Write":       {call: func(w http.ResponseWriter, _ *http.Request) { bufio.NewWriter(w).Write([]byte("a")) }},
	"bufio.Writer.WriteByte":   {call: func(w http.ResponseWriter, _ *http.Request) { bufio.NewWriter(w).WriteByte('a') }},
	"bufio.Writer.WriteRune":   {call: func(w http.ResponseWriter, _ *http.Request) { bufio.NewWriter(w).WriteRune('a') }},
	"bufio.Writer.WriteString": {call: func(w http.ResponseWriter, _ *http.Request) { bufio.NewWriter(w).WriteString("a") }},
	"bufio.Writer.ReadFrom": {
		call: func(w http.ResponseWriter, _ *http.Request) {
			bufio.NewWriter(struct{ io.Writer }{w}).ReadFrom(strings.NewReader("a"))
		},
		fails: func(w http.ResponseWriter, _ *http.Request) error {
			return second(bufio.NewWriter(w).ReadFrom(broken{}))
		},
	},
	"bufio.Writer.Flush": {
		call: func(w http.ResponseWriter, _ *http.Request) { flushed(bufio.NewWriter(w)) },
		idle: func(w http.ResponseWriter, _ *http.Request) { bufio.NewWriter(w).Flush() },
	},
	"bufio.Writer.Available":       {call: func(w http.ResponseWriter, _ *http.Request) { bufio.NewWriter(w).Available() }},
	"bufio.Writer.AvailableBuffer": {call: func(w http.ResponseWriter, _ *http.Request) { bufio.NewWriter(w).AvailableBuffer() }},
	"bufio.Writer.Buffered":        {call: func(w http.ResponseWriter, _ *http.Request) { bufio.NewWriter(w).Buffered() }},
	"bufio.Writer.Size":            {call: func(w http.ResponseWriter, _ *http.Request) { bufio.NewWriter(w).Size() }},

	"compress/gzip.NewWriter": {
		call: func(w http.ResponseWriter, _ *http.Request) { gzip.NewWriter(w).Close() },
		idle: func(w http.ResponseWriter, _ *http.Request) { gzip.NewWriter(w) },
	},
	"compress/gzip.NewWriterLevel": {
		call: func(w http.ResponseWriter, _ *http.Request) { first(gzip.NewWriterLevel(w, 1)).Close() },
		idle: func(w http.ResponseWriter, _ *http.Request) { gzip.NewWriterLevel(w, 1) },
	},
	"compress/gzip.Writer.Reset": {
		call: func(w http.ResponseWriter, _ *http.Request) {
			z := gzip.NewWriter(io.Discard)
			z.Reset(w)
			z.Close()
		},
		idle: func(w http.ResponseWriter, _ *http.Request) { gzip.NewWriter(io.Discard).Reset(w) },
	},
	"compress/gzip.Writer.Write": {call: func(w http.ResponseWriter, _ *http.Request) { gzip.NewWriter(w).Write(nil) }},
	"compress/gzip.Writer.Flush": {call: func(w http.ResponseWriter, _ *http.Request) { gzip.NewWriter(w).Flush() }},
	"compress/gzip.Writer.Close": {call: func(w http.ResponseWriter, _ *http.Request) { gzip.NewWriter(w).Close() }},

	"compress/zlib.NewWriter": {
		call: func(w http.ResponseWriter, _ *http.Request) { zlib.NewWriter(w).Close() },
		idle: func(w http.ResponseWriter, _ *http.Request) { zlib.NewWriter(w) },
	},
	"compress/zlib.NewWriterLevel": {
		call: func(w http.ResponseWriter, _ *http.Request) { first(zlib.NewWriterLevel(w, 1)).Close() },
		idle: func(w http.ResponseWriter, _ *http.Request) { zlib.NewWriterLevel(w, 1) },
	},
	"compress/zlib.NewWriterLevelDict": {
		call: func(w http.ResponseWriter, _ *http.Request) { first(zlib.NewWriterLevelDict(w, 1, nil)).Close() },
		idle: func(w http.ResponseWriter, _ *http.Request) { zlib.NewWriterLevelDict(w, 1, nil) },
	},
	"compress/zlib.Writer.Reset": {
		call: func(w http.ResponseWriter, _ *http.Request) {
			z := zlib.NewWriter(io.Discard)
			z.Reset(w)
			z.Close()
		},
		idle: func(w http.ResponseWriter, _ *http.Request) { zlib.NewWriter(io.Discard).Reset(w) },
	},
	"compress/zlib.Writer.Write": {call: func(w http.ResponseWriter, _ *http.Request) { zlib.NewWriter(w).Write(nil) }},
	"compress/zlib.Writer.Flush": {call: func(w http.ResponseWriter, _ *http.Request) { zlib.NewWriter(w).Flush() }},
	"compress/zlib.Writer.Close": {call: func(w http.ResponseWriter, _ *http.Request) { zlib.NewWriter(w).Close() }},

	"compress/flate.NewWriter": {
		call: func(w http.ResponseWriter, _ *http.Request) { first(flate.NewWriter(w, 1)).Close() },
		idle: func(w http.ResponseWriter, _ *http.Request) { flate.NewWriter(w, 1) },
	},
	"compress/flate.NewWriterDict": {
		call: func(w http.ResponseWriter, _ *http.Request) { first(flate.NewWriterDict(w, 1, nil)).Close() },
		idle: func(w http.ResponseWriter, _ *http.Request) { flate.NewWriterDict(w, 1, nil) },
	},
	"compress/flate.Writer.Reset": {
		call: func(w http.ResponseWriter, _ *http.Request) {
			z := first(flate.NewWriter(io.Discard, 1))
			z.Reset(w)
			z.Close()
		},
		idle: func(w http.ResponseWriter, _ *http.Request) { first(flate.NewWriter(io.Discard, 1)).Reset(w) },
	},
	"compress/flate.Writer.Write": {
		call: func(w http.ResponseWriter, _ *http.Request) { first(flate.NewWriter(w, 1)).Write([]byte("a")) },
	},
	"compress/flate.Writer.Flush": {call: func(w http.ResponseWriter, _ *http.Request) { first(flate.NewWriter(w, 1)).Flush() }},
	"compress/flate.Writer.Close": {call: func(w http.ResponseWriter, _ *http.Request) { first(flate.NewWriter(w, 1)).Close() }},
}

func badCSV(w io.Writer) *csv.Writer {
	c := csv.NewWriter(w)
	c.Comma = '\n'
	return c
}

func flushed(b *bufio.Writer) {
	b.WriteByte('a')
	b.Flush()
}

// first leaves the value of two results.
func first[T any](v T, _ error) T { return v }
