package check

import (
	"net/http"
	"net/http/httptest"
	"os"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
	"github.com/go-chi/render"
	"github.com/gorilla/handlers"
	"github.com/gorilla/mux"
	"github.com/gorilla/sessions"
	"github.com/julienschmidt/httprouter"
	"github.com/rs/cors"
	"github.com/urfave/negroni/v3"
)

var chiProbes = map[string]probe{
	"github.com/go-chi/chi.Mux.ServeHTTP": {call: func(w http.ResponseWriter, r *http.Request) {
		m := chi.NewRouter()
		m.Handle("/", pot)
		m.ServeHTTP(w, r)
	}},
	"github.com/go-chi/chi.ChainHandler.ServeHTTP": {call: func(w http.ResponseWriter, r *http.Request) {
		chi.Chain(middleware.NoCache).Handler(pot).(*chi.ChainHandler).ServeHTTP(w, r)
	}},
	"github.com/go-chi/chi/middleware.NewWrapResponseWriter": {
		call: func(w http.ResponseWriter, r *http.Request) { chiWriter(w, r).Write(nil) },
		idle: func(w http.ResponseWriter, r *http.Request) { chiWriter(w, r) },
	},
	"github.com/go-chi/chi/middleware.WrapResponseWriter.Unwrap": {
		call: func(w http.ResponseWriter, r *http.Request) { chiWriter(w, r).Unwrap().Write(nil) },
		idle: func(w http.ResponseWriter, r *http.Request) { chiWriter(w, r).Unwrap() },
	},
	"github.com/go-chi/chi/middleware.WrapResponseWriter.Status": {
		call: func(w http.ResponseWriter, r *http.Request) { chiWriter(w, r).Status() },
	},
	"github.com/go-chi/chi/middleware.WrapResponseWriter.BytesWritten": {
		call: func(w http.ResponseWriter, r *http.Request) { chiWriter(w, r).BytesWritten() },
	},
	"github.com/go-chi/chi/middleware.WrapResponseWriter.Tee": {
		call: func(w http.ResponseWriter, r *http.Request) { chiWriter(w, r).Tee(os.Stdout) },
	},

	"github.com/go-chi/render.Status": {call: func(_ http.ResponseWriter, r *http.Request) { render.Status(r, teapot) }},
	"github.com/go-chi/render.Data": {call: func(w http.ResponseWriter, r *http.Request) {
		render.Status(r, teapot)
		render.Data(w, r, nil)
	}},
	"github.com/go-chi/render.DefaultResponder": {call: func(w http.ResponseWriter, r *http.Request) {
		render.Status(r, teapot)
		render.DefaultResponder(w, r, nil)
	}},
	"github.com/go-chi/render.HTML": {call: func(w http.ResponseWriter, r *http.Request) {
		render.Status(r, teapot)
		render.HTML(w, r, "")
	}},
	"github.com/go-chi/render.JSON": {call: func(w http.ResponseWriter, r *http.Request) {
		render.Status(r, teapot)
		render.JSON(w, r, nil)
	}},
	"github.com/go-chi/render.PlainText": {call: func(w http.ResponseWriter, r *http.Request) {
		render.Status(r, teapot)
		render.PlainText(w, r, "")
	}},
	"github.com/go-chi/render.XML": {call: func(w http.ResponseWriter, r *http.Request) {
		render.Status(r, teapot)
		render.XML(w, r, "")
	}},
	"github.com/go-chi/render.NoContent": {call: func(w http.ResponseWriter, r *http.Request) {
		render.Status(r, teapot)
		render.NoContent(w, r)
	}},
	"github.com/go-chi/render.Render": {
		call:  func(w http.ResponseWriter, r *http.Request) { render.Render(w, r, payload{}) },
		fails: func(w http.ResponseWriter, r *http.Request) error { return render.Render(w, r, payload{errBroken}) },
	},
	"github.com/go-chi/render.RenderList": {
		call: func(w http.ResponseWriter, r *http.Request) { render.RenderList(w, r, []render.Renderer{payload{}}) },
		fails: func(w http.ResponseWriter, r *http.Request) error {
			return render.RenderList(w, r, []render.Renderer{payload{errBroken}})
		},
	},
}

func chiWriter(w http.ResponseWriter, r *http.Request) middleware.WrapResponseWriter {
	return middleware.NewWrapResponseWriter(w, r.ProtoMajor)
}

type payload struct{ err error }

// Render stores the status, as the row says that a value may do by itself.
func (p payload) Render(_ http.ResponseWriter, r *http.Request) error {
	render.Status(r, teapot)
	return p.err
}

var gorillaProbes = map[string]probe{
	"github.com/gorilla/mux.Router.ServeHTTP": {call: func(w http.ResponseWriter, r *http.Request) {
		m := mux.NewRouter()
		m.Handle("/", pot)
		m.ServeHTTP(w, r)
	}},
	"github.com/gorilla/handlers.MethodHandler.ServeHTTP": {call: func(w http.ResponseWriter, r *http.Request) {
		handlers.MethodHandler{http.MethodGet: pot}.ServeHTTP(w, r)
	}},
	"github.com/gorilla/sessions.Save": {call: func(w http.ResponseWriter, r *http.Request) {
		cookies.Get(r, "a")
		sessions.Save(r, w)
	}},
	"github.com/gorilla/sessions.Session.Save": {call: func(w http.ResponseWriter, r *http.Request) {
		first(cookies.Get(r, "a")).Save(r, w)
	}},
	"github.com/gorilla/sessions.Registry.Save": {call: func(w http.ResponseWriter, r *http.Request) {
		cookies.Get(r, "a")
		sessions.GetRegistry(r).Save(w)
	}},
	"github.com/gorilla/sessions.Store.Save": {call: func(w http.ResponseWriter, r *http.Request) {
		sessions.Store(cookies).Save(r, w, first(cookies.Get(r, "a")))
	}},
	"github.com/gorilla/sessions.CookieStore.Save": {call: func(w http.ResponseWriter, r *http.Request) {
		cookies.Save(r, w, first(cookies.Get(r, "a")))
	}},
	"github.com/gorilla/sessions.FilesystemStore.Save": {call: func(w http.ResponseWriter, r *http.Request) {
		dir, _ := os.MkdirTemp("", "")
		defer os.RemoveAll(dir)
		store := sessions.NewFilesystemStore(dir, []byte("secret"))
		store.Save(r, w, first(store.Get(r, "a")))
	}},

	"github.com/julienschmidt/httprouter.Router.ServeHTTP": {call: func(w http.ResponseWriter, r *http.Request) {
		m := httprouter.New()
		m.Handler(http.MethodGet, "/", pot)
		m.ServeHTTP(w, r)
	}},
	"github.com/rs/cors.Cors.ServeHTTP": {call: func(w http.ResponseWriter, r *http.Request) {
		cors.Default().ServeHTTP(w, r, pot)
	}},
}

var cookies = sessions.NewCookieStore([]byte("secret"))

var negroniProbes = map[string]probe{
	"github.com/urfave/negroni.Negroni.ServeHTTP": {call: func(w http.ResponseWriter, r *http.Request) {
		negroni.New(negroni.Wrap(pot)).ServeHTTP(w, r)
	}},
	"github.com/urfave/negroni.Handler.ServeHTTP": {call: func(w http.ResponseWriter, r *http.Request) {
		negroni.Wrap(pot).ServeHTTP(w, r, func(http.ResponseWriter, *http.Request) {})
	}},
	"github.com/urfave/negroni.HandlerFunc.ServeHTTP": {call: func(w http.ResponseWriter, r *http.Request) {
		negroni.HandlerFunc(func(w http.ResponseWriter, r *http.Request, next http.HandlerFunc) { next(w, r) }).ServeHTTP(w, r, pot)
	}},
	"github.com/urfave/negroni.Logger.ServeHTTP": {call: func(w http.ResponseWriter, r *http.Request) {
		l := negroni.NewLogger()
		l.ALogger = silent{}
		l.ServeHTTP(negroni.NewResponseWriter(w), r, pot)
	}},
	"github.com/urfave/negroni.Recovery.ServeHTTP": {call: func(w http.ResponseWriter, r *http.Request) {
		negroni.NewRecovery().ServeHTTP(w, r, pot)
	}},
	"github.com/urfave/negroni.Static.ServeHTTP": {call: func(w http.ResponseWriter, r *http.Request) {
		negroni.NewStatic(http.Dir("/no such folder")).ServeHTTP(w, r, pot)
	}},
	"github.com/urfave/negroni.NewResponseWriter": {
		call: func(w http.ResponseWriter, _ *http.Request) { negroni.NewResponseWriter(w).Write(nil) },
		idle: func(w http.ResponseWriter, _ *http.Request) { negroni.NewResponseWriter(w) },
	},
	"github.com/urfave/negroni.ResponseWriter.Status": {
		call: func(w http.ResponseWriter, _ *http.Request) { negroni.NewResponseWriter(w).Status() },
	},
	"github.com/urfave/negroni.ResponseWriter.Written": {
		call: func(w http.ResponseWriter, _ *http.Request) { negroni.NewResponseWriter(w).Written() },
	},
	"github.com/urfave/negroni.ResponseWriter.Size": {
		call: func(w http.ResponseWriter, _ *http.Request) { negroni.NewResponseWriter(w).Size() },
	},
	"github.com/urfave/negroni.TextPanicFormatter.FormatPanicError": {call: func(w http.ResponseWriter, r *http.Request) {
		new(negroni.TextPanicFormatter).FormatPanicError(w, r, &negroni.PanicInformation{Request: httptest.NewRequest("GET", "/", nil)})
	}},
	"github.com/urfave/negroni.HTMLPanicFormatter.FormatPanicError": {call: func(w http.ResponseWriter, r *http.Request) {
		new(negroni.HTMLPanicFormatter).FormatPanicError(w, r, &negroni.PanicInformation{Request: httptest.NewRequest("GET", "/", nil)})
	}},
}

type silent struct{}

func (silent) Println(...any)        {}
func (silent) Printf(string, ...any) {}
