package check

import (
	"bufio"
	"bytes"
	"encoding/base32"
	"encoding/base64"
	"encoding/binary"
	"encoding/gob"
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"encoding/xml"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httputil"
	"os"
	"reflect"
	"strings"
)

var ioProbes = map[string]probe{
	"io.Writer.Write":             {call: func(w http.ResponseWriter, _ *http.Request) { io.Writer(w).Write(nil) }},
	"io.StringWriter.WriteString": {call: func(w http.ResponseWriter, _ *http.Request) { w.(io.StringWriter).WriteString("") }},
	// No response of net/http has it; others do.
	"io.ByteWriter.WriteByte": {call: func(w http.ResponseWriter, _ *http.Request) { io.ByteWriter(byteWriter{w}).WriteByte('a') }},
	"io.ReaderFrom.ReadFrom": {
		call: func(w http.ResponseWriter, _ *http.Request) { w.(io.ReaderFrom).ReadFrom(strings.NewReader("a")) },
		fails: func(w http.ResponseWriter, _ *http.Request) error {
			return second(w.(io.ReaderFrom).ReadFrom(broken{}))
		},
	},
	"io.WriterTo.WriteTo": {
		call: func(w http.ResponseWriter, _ *http.Request) { io.WriterTo(strings.NewReader("a")).WriteTo(w) },
		fails: func(w http.ResponseWriter, _ *http.Request) error {
			return second(bufio.NewReader(broken{}).WriteTo(w))
		},
	},
	"io.WriteString": {call: func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "") }},
	"io.Copy": {
		call:  func(w http.ResponseWriter, _ *http.Request) { io.Copy(w, strings.NewReader("a")) },
		fails: func(w http.ResponseWriter, _ *http.Request) error { return second(io.Copy(w, broken{})) },
	},
	"io.CopyN": {
		call: func(w http.ResponseWriter, _ *http.Request) { io.CopyN(w, strings.NewReader("a"), 1) },
		fails: func(w http.ResponseWriter, _ *http.Request) error {
			return second(io.CopyN(w, strings.NewReader(""), 1))
		},
	},
	"io.CopyBuffer": {
		call:  func(w http.ResponseWriter, _ *http.Request) { io.CopyBuffer(w, strings.NewReader("a"), nil) },
		fails: func(w http.ResponseWriter, _ *http.Request) error { return second(io.CopyBuffer(w, broken{}, nil)) },
	},
	"io.MultiWriter": {
		call: func(w http.ResponseWriter, _ *http.Request) { io.MultiWriter(io.Discard, w).Write(nil) },
		idle: func(w http.ResponseWriter, _ *http.Request) { io.MultiWriter(io.Discard, w) },
	},
	"io.TeeReader": {
		call: func(w http.ResponseWriter, _ *http.Request) { io.ReadAll(io.TeeReader(strings.NewReader("a"), w)) },
		idle: func(w http.ResponseWriter, _ *http.Request) { io.TeeReader(strings.NewReader("a"), w) },
	},
	"fmt.Fprint":   {call: func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w) }},
	"fmt.Fprintf":  {call: func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintf(w, "") }},
	"fmt.Fprintln": {call: func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w) }},

	"bytes.Buffer.WriteTo":   {call: func(w http.ResponseWriter, _ *http.Request) { bytes.NewBufferString("a").WriteTo(w) }},
	"bytes.Reader.WriteTo":   {call: func(w http.ResponseWriter, _ *http.Request) { bytes.NewReader([]byte("a")).WriteTo(w) }},
	"strings.Reader.WriteTo": {call: func(w http.ResponseWriter, _ *http.Request) { strings.NewReader("a").WriteTo(w) }},
	"strings.Replacer.WriteString": {
		call: func(w http.ResponseWriter, _ *http.Request) { strings.NewReplacer("a", "b").WriteString(w, "a") },
	},
	"net.Buffers.WriteTo": {call: func(w http.ResponseWriter, _ *http.Request) { (&net.Buffers{[]byte("a")}).WriteTo(w) }},
	"bufio.Reader.WriteTo": {
		call: func(w http.ResponseWriter, _ *http.Request) { bufio.NewReader(strings.NewReader("a")).WriteTo(w) },
		fails: func(w http.ResponseWriter, _ *http.Request) error {
			return second(bufio.NewReader(broken{}).WriteTo(w))
		},
	},
	"os.File.WriteTo": {
		call: func(w http.ResponseWriter, _ *http.Request) {
			f, _ := os.Open("go.mod")
			defer f.Close()
			f.WriteTo(w)
		},
		fails: func(w http.ResponseWriter, _ *http.Request) error {
			f, _ := os.Open("go.mod")
			f.Close()
			return second(f.WriteTo(w))
		},
	},
	"net/http/httputil.NewChunkedWriter": {
		call: func(w http.ResponseWriter, _ *http.Request) { httputil.NewChunkedWriter(w).Write([]byte("a")) },
		idle: func(w http.ResponseWriter, _ *http.Request) { httputil.NewChunkedWriter(w) },
	},
}

var encodingProbes = map[string]probe{
	"encoding/json.NewEncoder": {
		call: func(w http.ResponseWriter, _ *http.Request) { json.NewEncoder(w).Encode(nil) },
		idle: func(w http.ResponseWriter, _ *http.Request) { json.NewEncoder(w) },
	},
	"encoding/json.Encoder.Encode": {
		call: func(w http.ResponseWriter, _ *http.Request) { json.NewEncoder(w).Encode("") },
		fails: func(w http.ResponseWriter, _ *http.Request) error {
			return json.NewEncoder(w).Encode([]any{1, func() {}})
		},
	},
	"encoding/json.Encoder.SetEscapeHTML": {
		call: func(w http.ResponseWriter, _ *http.Request) { json.NewEncoder(w).SetEscapeHTML(false) },
	},
	"encoding/json.Encoder.SetIndent": {
		call: func(w http.ResponseWriter, _ *http.Request) { json.NewEncoder(w).SetIndent("", " ") },
	},
	"encoding/gob.NewEncoder": {
		call: func(w http.ResponseWriter, _ *http.Request) { gob.NewEncoder(w).Encode("") },
		idle: func(w http.ResponseWriter, _ *http.Request) { gob.NewEncoder(w) },
	},
	"encoding/gob.Encoder.Encode": {
		call:  func(w http.ResponseWriter, _ *http.Request) { gob.NewEncoder(w).Encode("") },
		fails: func(w http.ResponseWriter, _ *http.Request) error { return gob.NewEncoder(w).Encode(func() {}) },
	},
	"encoding/gob.Encoder.EncodeValue": {
		call: func(w http.ResponseWriter, _ *http.Request) { gob.NewEncoder(w).EncodeValue(reflect.ValueOf("")) },
		fails: func(w http.ResponseWriter, _ *http.Request) error {
			return gob.NewEncoder(w).EncodeValue(reflect.ValueOf(func() {}))
		},
	},
	"encoding/xml.NewEncoder": {
		call: func(w http.ResponseWriter, _ *http.Request) { xml.NewEncoder(w).Encode("") },
		idle: func(w http.ResponseWriter, _ *http.Request) { xml.NewEncoder(w) },
	},
	"encoding/xml.Encoder.Encode": {
		call:  func(w http.ResponseWriter, _ *http.Request) { xml.NewEncoder(w).Encode("") },
		fails: func(w http.ResponseWriter, _ *http.Request) error { return xml.NewEncoder(w).Encode(halfXML) },
	},
	"encoding/xml.Encoder.EncodeElement": {
		call: func(w http.ResponseWriter, _ *http.Request) { xml.NewEncoder(w).EncodeElement("", element) },
		fails: func(w http.ResponseWriter, _ *http.Request) error {
			return xml.NewEncoder(w).EncodeElement(halfXML, element)
		},
	},
	"encoding/xml.Encoder.EncodeToken": {
		call: func(w http.ResponseWriter, _ *http.Request) { xml.NewEncoder(w).EncodeToken(element) },
		fails: func(w http.ResponseWriter, _ *http.Request) error {
			return xml.NewEncoder(w).EncodeToken(element.End())
		},
	},
	"encoding/xml.Encoder.Flush": {
		call: func(w http.ResponseWriter, _ *http.Request) {
			e := xml.NewEncoder(w)
			e.EncodeToken(element)
			e.Flush()
		},
		idle: func(w http.ResponseWriter, _ *http.Request) { xml.NewEncoder(w).Flush() },
	},
	"encoding/xml.Encoder.Close": {
		call: func(w http.ResponseWriter, _ *http.Request) {
			e := xml.NewEncoder(w)
			e.EncodeToken(element)
			e.Close() // fails, with an element left open
		},
		idle: func(w http.ResponseWriter, _ *http.Request) { xml.NewEncoder(w).Close() },
	},
	"encoding/xml.Encoder.Indent": {call: func(w http.ResponseWriter, _ *http.Request) { xml.NewEncoder(w).Indent("", " ") }},
	"encoding/xml.Escape":         {call: func(w http.ResponseWriter, _ *http.Request) { xml.Escape(w, nil) }},
	"encoding/xml.EscapeText":     {call: func(w http.ResponseWriter, _ *http.Request) { xml.EscapeText(w, nil) }},
	"encoding/binary.Write": {
		call:  func(w http.ResponseWriter, _ *http.Request) { binary.Write(w, binary.LittleEndian, int8(1)) },
		fails: func(w http.ResponseWriter, _ *http.Request) error { return binary.Write(w, binary.LittleEndian, "a") },
	},
	"encoding/pem.Encode": {
		call: func(w http.ResponseWriter, _ *http.Request) { pem.Encode(w, &pem.Block{}) },
		fails: func(w http.ResponseWriter, _ *http.Request) error {
			return pem.Encode(w, &pem.Block{Headers: map[string]string{":": ""}})
		},
	},
	"encoding/hex.NewEncoder": {
		call: func(w http.ResponseWriter, _ *http.Request) { hex.NewEncoder(w).Write([]byte("a")) },
		idle: func(w http.ResponseWriter, _ *http.Request) { hex.NewEncoder(w) },
	},
	"encoding/hex.Dumper": {
		call: func(w http.ResponseWriter, _ *http.Request) { hex.Dumper(w).Write([]byte("a")) },
		idle: func(w http.ResponseWriter, _ *http.Request) { hex.Dumper(w).Close() },
	},
	"encoding/base64.NewEncoder": {
		call: func(w http.ResponseWriter, _ *http.Request) {
			base64.NewEncoder(base64.StdEncoding, w).Write([]byte("abc"))
		},
		idle: func(w http.ResponseWriter, _ *http.Request) {
			base64.NewEncoder(base64.StdEncoding, w).Write([]byte("a"))
		},
	},
	"encoding/base32.NewEncoder": {
		call: func(w http.ResponseWriter, _ *http.Request) {
			base32.NewEncoder(base32.StdEncoding, w).Write([]byte("abcde"))
		},
		idle: func(w http.ResponseWriter, _ *http.Request) {
			base32.NewEncoder(base32.StdEncoding, w).Write([]byte("a"))
		},
	},
}

var (
	element = xml.StartElement{Name: xml.Name{Local: "a"}}
	halfXML = struct {
		A string
		B func()
	}{"good", func() {}}
)

type byteWriter struct{ w io.Writer }

func (b byteWriter) WriteByte(c byte) error { return second(b.w.Write([]byte{c})) }

// second leaves the error of two results.
func second[T any](_ T, err error) error { return err }
