package check

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"mime/multipart"
	"net/http"
	"net/textproto"
	"testing/fstest"
)

var archiveProbes = map[string]probe{
	"archive/zip.NewWriter": {
		call: func(w http.ResponseWriter, _ *http.Request) { zip.NewWriter(w).Close() },
		idle: func(w http.ResponseWriter, _ *http.Request) { zip.NewWriter(w) },
	},
	"archive/zip.Writer.Create": {
		call: func(w http.ResponseWriter, _ *http.Request) { first(zip.NewWriter(w).Create("a")).Write([]byte("a")) },
		fails: func(w http.ResponseWriter, _ *http.Request) error {
			return second(badZip(w).Create("a"))
		},
	},
	"archive/zip.Writer.CreateHeader": {
		call: func(w http.ResponseWriter, _ *http.Request) { zip.NewWriter(w).CreateHeader(&zip.FileHeader{}) },
		fails: func(w http.ResponseWriter, _ *http.Request) error {
			return second(badZip(w).CreateHeader(&zip.FileHeader{Method: zip.Deflate}))
		},
	},
	"archive/zip.Writer.CreateRaw": {
		call: func(w http.ResponseWriter, _ *http.Request) { zip.NewWriter(w).CreateRaw(&zip.FileHeader{}) },
		fails: func(w http.ResponseWriter, _ *http.Request) error {
			z, h := zip.NewWriter(w), new(zip.FileHeader)
			z.CreateRaw(h)
			return second(z.CreateRaw(h))
		},
	},
	"archive/zip.Writer.Copy": {
		call:  func(w http.ResponseWriter, _ *http.Request) { zip.NewWriter(w).Copy(zipped(false)) },
		fails: func(w http.ResponseWriter, _ *http.Request) error { return zip.NewWriter(w).Copy(zipped(true)) },
	},
	"archive/zip.Writer.AddFS": {
		call:  func(w http.ResponseWriter, _ *http.Request) { zip.NewWriter(w).AddFS(fstest.MapFS{"a": {}}) },
		fails: func(w http.ResponseWriter, _ *http.Request) error { return zip.NewWriter(w).AddFS(brokenFS{}) },
	},
	"archive/zip.Writer.Flush": {
		call: func(w http.ResponseWriter, _ *http.Request) {
			z := zip.NewWriter(w)
			z.Create("a")
			z.Flush()
		},
		idle: func(w http.ResponseWriter, _ *http.Request) { zip.NewWriter(w).Flush() },
	},
	"archive/zip.Writer.Close": {
		call: func(w http.ResponseWriter, _ *http.Request) { zip.NewWriter(w).Close() },
		fails: func(w http.ResponseWriter, _ *http.Request) error {
			z := badZip(w)
			z.RegisterCompressor(zip.Deflate, func(io.Writer) (io.WriteCloser, error) { return unclosed{}, nil })
			z.Create("a")
			return z.Close()
		},
	},
	"archive/zip.Writer.RegisterCompressor": {call: func(w http.ResponseWriter, _ *http.Request) { badZip(w) }},
	"archive/zip.Writer.SetComment":         {call: func(w http.ResponseWriter, _ *http.Request) { zip.NewWriter(w).SetComment("a") }},
	"archive/zip.Writer.SetOffset":          {call: func(w http.ResponseWriter, _ *http.Request) { zip.NewWriter(w).SetOffset(1) }},

	"archive/tar.NewWriter": {
		call: func(w http.ResponseWriter, _ *http.Request) { tar.NewWriter(w).WriteHeader(&tar.Header{Name: "a"}) },
		idle: func(w http.ResponseWriter, _ *http.Request) { tar.NewWriter(w) },
	},
	"archive/tar.Writer.WriteHeader": {
		call: func(w http.ResponseWriter, _ *http.Request) { tar.NewWriter(w).WriteHeader(&tar.Header{Name: "a"}) },
		fails: func(w http.ResponseWriter, _ *http.Request) error {
			return tar.NewWriter(w).WriteHeader(&tar.Header{Name: "\x00"})
		},
	},
	"archive/tar.Writer.Write": {
		call: func(w http.ResponseWriter, _ *http.Request) {
			t := tar.NewWriter(w)
			t.WriteHeader(&tar.Header{Name: "a", Size: 1})
			t.Write([]byte("a"))
		},
		fails: func(w http.ResponseWriter, _ *http.Request) error { return second(tar.NewWriter(w).Write([]byte("a"))) },
	},
	"archive/tar.Writer.AddFS": {
		call:  func(w http.ResponseWriter, _ *http.Request) { tar.NewWriter(w).AddFS(fstest.MapFS{"a": {}}) },
		fails: func(w http.ResponseWriter, _ *http.Request) error { return tar.NewWriter(w).AddFS(brokenFS{}) },
	},
	"archive/tar.Writer.Flush": {call: func(w http.ResponseWriter, _ *http.Request) { tar.NewWriter(w).Flush() }},
	"archive/tar.Writer.Close": {call: func(w http.ResponseWriter, _ *http.Request) { tar.NewWriter(w).Close() }},

	"mime/multipart.NewWriter": {
		call: func(w http.ResponseWriter, _ *http.Request) { multipart.NewWriter(w).Close() },
		idle: func(w http.ResponseWriter, _ *http.Request) { multipart.NewWriter(w) },
	},
	"mime/multipart.Writer.CreatePart": {
		call: func(w http.ResponseWriter, _ *http.Request) {
			multipart.NewWriter(w).CreatePart(textproto.MIMEHeader{})
		},
	},
	"mime/multipart.Writer.CreateFormField": {
		call: func(w http.ResponseWriter, _ *http.Request) { multipart.NewWriter(w).CreateFormField("a") },
	},
	"mime/multipart.Writer.CreateFormFile": {
		call: func(w http.ResponseWriter, _ *http.Request) { multipart.NewWriter(w).CreateFormFile("a", "b") },
	},
	"mime/multipart.Writer.WriteField": {
		call: func(w http.ResponseWriter, _ *http.Request) { multipart.NewWriter(w).WriteField("a", "b") },
	},
	"mime/multipart.Writer.Close":    {call: func(w http.ResponseWriter, _ *http.Request) { multipart.NewWriter(w).Close() }},
	"mime/multipart.Writer.Boundary": {call: func(w http.ResponseWriter, _ *http.Request) { multipart.NewWriter(w).Boundary() }},
	"mime/multipart.Writer.SetBoundary": {
		call: func(w http.ResponseWriter, _ *http.Request) { multipart.NewWriter(w).SetBoundary("a") },
	},
	"mime/multipart.Writer.FormDataContentType": {
		call: func(w http.ResponseWriter, _ *http.Request) { multipart.NewWriter(w).FormDataContentType() },
	},
}

// badZip cannot compress.
func badZip(w io.Writer) *zip.Writer {
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(io.Writer) (io.WriteCloser, error) { return nil, errBroken })
	return z
}

type unclosed struct{ io.Writer }

func (unclosed) Close() error { return errBroken }

// zipped is a file in an archive, which perhaps can no longer be read.
func zipped(lost bool) *zip.File {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.Create("a")
	z.Close()
	src := &losable{bytes.NewReader(b.Bytes()), false}
	r, err := zip.NewReader(src, int64(b.Len()))
	if err != nil {
		panic(err)
	}
	src.lost = lost
	return r.File[0]
}

type losable struct {
	*bytes.Reader
	lost bool
}

func (l *losable) ReadAt(p []byte, off int64) (int, error) {
	if l.lost {
		return 0, errBroken
	}
	return l.Reader.ReadAt(p, off)
}

type brokenFS struct{}

func (brokenFS) Open(string) (fs.File, error) { return nil, errBroken }
