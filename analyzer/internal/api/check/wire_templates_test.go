package check

import (
	html "html/template"
	"image"
	"image/color/palette"
	"image/gif"
	"image/jpeg"
	"image/png"
	"net/http"
	"os"
	"runtime/pprof"
	"runtime/trace"
	text "text/template"
)

var templateProbes = map[string]probe{
	"html/template.Template.Execute": {
		call:  func(w http.ResponseWriter, _ *http.Request) { htmlTemplate.Execute(w, 1) },
		fails: func(w http.ResponseWriter, _ *http.Request) error { return htmlTemplate.Execute(w, true) },
	},
	"html/template.Template.ExecuteTemplate": {
		call:  func(w http.ResponseWriter, _ *http.Request) { htmlTemplate.ExecuteTemplate(w, "a", 1) },
		fails: func(w http.ResponseWriter, _ *http.Request) error { return htmlTemplate.ExecuteTemplate(w, "b", 1) },
	},
	"html/template.HTMLEscape": {call: func(w http.ResponseWriter, _ *http.Request) { html.HTMLEscape(w, nil) }},
	"html/template.JSEscape":   {call: func(w http.ResponseWriter, _ *http.Request) { html.JSEscape(w, nil) }},
	"text/template.Template.Execute": {
		call:  func(w http.ResponseWriter, _ *http.Request) { textTemplate.Execute(w, 1) },
		fails: func(w http.ResponseWriter, _ *http.Request) error { return textTemplate.Execute(w, true) },
	},
	"text/template.Template.ExecuteTemplate": {
		call:  func(w http.ResponseWriter, _ *http.Request) { textTemplate.ExecuteTemplate(w, "a", 1) },
		fails: func(w http.ResponseWriter, _ *http.Request) error { return textTemplate.ExecuteTemplate(w, "b", 1) },
	},
	"text/template.HTMLEscape": {call: func(w http.ResponseWriter, _ *http.Request) { text.HTMLEscape(w, nil) }},
	"text/template.JSEscape":   {call: func(w http.ResponseWriter, _ *http.Request) { text.JSEscape(w, nil) }},

	"image/png.Encode": {
		call:  func(w http.ResponseWriter, _ *http.Request) { png.Encode(w, pixel) },
		fails: func(w http.ResponseWriter, _ *http.Request) error { return png.Encode(w, noPixel) },
	},
	"image/png.Encoder.Encode": {
		call:  func(w http.ResponseWriter, _ *http.Request) { new(png.Encoder).Encode(w, pixel) },
		fails: func(w http.ResponseWriter, _ *http.Request) error { return new(png.Encoder).Encode(w, noPixel) },
	},
	"image/jpeg.Encode": {
		call:  func(w http.ResponseWriter, _ *http.Request) { jpeg.Encode(w, pixel, nil) },
		fails: func(w http.ResponseWriter, _ *http.Request) error { return jpeg.Encode(w, tooWide, nil) },
	},
	"image/gif.Encode": {
		call:  func(w http.ResponseWriter, _ *http.Request) { gif.Encode(w, pixel, nil) },
		fails: func(w http.ResponseWriter, _ *http.Request) error { return gif.Encode(w, tooWide, nil) },
	},
	"image/gif.EncodeAll": {
		call: func(w http.ResponseWriter, _ *http.Request) {
			gif.EncodeAll(w, &gif.GIF{Image: []*image.Paletted{image.NewPaletted(pixel.Bounds(), palette.WebSafe)}, Delay: []int{0}})
		},
		fails: func(w http.ResponseWriter, _ *http.Request) error { return gif.EncodeAll(w, &gif.GIF{}) },
	},
}

// The templates fail for what is no number.
var (
	htmlTemplate = html.Must(html.New("a").Parse("{{if lt . 2}}good{{end}}"))
	textTemplate = text.Must(text.New("a").Parse("{{if lt . 2}}good{{end}}"))
)

var (
	pixel   = image.NewGray(image.Rect(0, 0, 1, 1))
	noPixel = image.NewGray(image.Rectangle{})
	tooWide = image.NewGray(image.Rect(0, 0, 1<<16, 1))
)

var profileProbes = map[string]probe{
	"runtime/pprof.StartCPUProfile": {
		unsure: "another goroutine writes",
		after:  pprof.StopCPUProfile,
		fails: func(w http.ResponseWriter, _ *http.Request) error {
			f, _ := os.Open(os.DevNull)
			pprof.StartCPUProfile(f)
			return pprof.StartCPUProfile(w)
		},
	},
	"runtime/pprof.WriteHeapProfile": {call: func(w http.ResponseWriter, _ *http.Request) { pprof.WriteHeapProfile(w) }},
	"runtime/pprof.Profile.WriteTo": {
		call: func(w http.ResponseWriter, _ *http.Request) { pprof.Lookup("goroutine").WriteTo(w, 1) },
	},
	"runtime/trace.Start": {
		unsure: "another goroutine writes at once",
		after:  trace.Stop,
		fails: func(w http.ResponseWriter, _ *http.Request) error {
			f, _ := os.Open(os.DevNull)
			trace.Start(f)
			return trace.Start(w)
		},
	},
	"runtime/trace.FlightRecorder.WriteTo": {
		call: func(w http.ResponseWriter, _ *http.Request) {
			f := trace.NewFlightRecorder(trace.FlightRecorderConfig{})
			f.Start()
			defer f.Stop()
			f.WriteTo(w)
		},
		fails: func(w http.ResponseWriter, _ *http.Request) error {
			return second(trace.NewFlightRecorder(trace.FlightRecorderConfig{}).WriteTo(w))
		},
	},
}
