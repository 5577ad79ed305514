package forbiddenunauthenticated

import "net/http"

// How a value gets from where it is read to where it decides, and by which names it is known.

var fill func(to *string, from string)

type (
	userContextKey struct{}
	userInfo       struct{ Mail string }
	tokenInfo      struct{ Mail string }
	pageInfo       struct{ Mail string }
	subjectCtx     struct{}
	localeKey      struct{}
	infoKey        struct{}
)

func flowRoutes(mux *http.ServeMux) {
	mux.HandleFunc("/captured", captured)
	mux.HandleFunc("/storedby", storedByClosure)
	mux.HandleFunc("/array", array)
	mux.HandleFunc("/filled", filled)
	mux.HandleFunc("/fields", oneField)
	mux.HandleFunc("/given", given)
	mux.HandleFunc("/givenpage", givenPage)
	mux.HandleFunc("/keys", keys)
}

func captured(w http.ResponseWriter, r *http.Request) {
	key := r.Header.Get("X-Api-Key")
	there := func() bool {
		if key == "" {
			return false
		}
		return true
	}
	if !there() {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*X-Api-Key header.* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func storedByClosure(w http.ResponseWriter, r *http.Request) {
	var key string
	read := func() { key = r.Header.Get("X-Api-Key") }
	read()
	if key == "" {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*X-Api-Key header.* challenge$"
		return
	}
	writeJSON(w, "hello")
}

func array(w http.ResponseWriter, r *http.Request) {
	keys := [2]string{r.Header.Get("X-Api-Key"), r.FormValue("api_key")}
	for _, key := range keys {
		if key == "" {
			w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*X-Api-Key header.* challenge$"
			return
		}
	}
	writeJSON(w, "hello")
}

func filled(w http.ResponseWriter, r *http.Request) {
	var key string
	fill(&key, r.Header.Get("X-Api-Key"))
	if key == "" {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*X-Api-Key header.* challenge$"
		return
	}
	writeJSON(w, "hello")
}

// oneField: each field has its own origin.
func oneField(w http.ResponseWriter, r *http.Request) {
	asked := struct{ Key, Page string }{r.Header.Get("X-Api-Key"), r.FormValue("page")}
	if asked.Page == "" {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	if asked.Key == "" {
		w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*X-Api-Key header.* challenge$"
		return
	}
	writeJSON(w, "hello")
}

// refuseNone does not know what it is given: its callers are told.
func refuseNone(w http.ResponseWriter, text string) bool {
	if text == "" {
		http.Error(w, "there is nothing", http.StatusForbidden)
		return false
	}
	return true
}

func given(w http.ResponseWriter, r *http.Request) {
	if refuseNone(w, r.Header.Get("X-Api-Key")) { // want "forbidden-unauthenticated: .*X-Api-Key header.* challenge$"
		writeJSON(w, "hello")
	}
}

func givenPage(w http.ResponseWriter, r *http.Request) {
	if refuseNone(w, r.FormValue("page")) {
		writeJSON(w, "hello")
	}
}

// keys are all stored elsewhere: the name of the key, or of what is asked for, is all there is.
func keys(w http.ResponseWriter, r *http.Request) {
	ctx := r.Context()
	switch r.PathValue("by") {
	case "context":
		if ctx.Value(userContextKey{}) == nil {
			w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*user in the context.* challenge$"
		}
	case "ctx":
		if ctx.Value(subjectCtx{}) == nil {
			w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*user in the context.* challenge$"
		}
	case "info":
		if _, ok := ctx.Value("x").(*userInfo); !ok {
			w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*user in the context.* challenge$"
		}
	case "token":
		if _, ok := ctx.Value("x").(*tokenInfo); !ok {
			w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*user in the context.* challenge$"
		}
	case "current":
		if ctx.Value("currentUserName") == nil {
			w.WriteHeader(http.StatusForbidden) // want "forbidden-unauthenticated: .*user in the context.* challenge$"
		}
	case "page":
		if _, ok := ctx.Value("x").(*pageInfo); !ok {
			w.WriteHeader(http.StatusForbidden)
		}
	case "locale":
		if ctx.Value(localeKey{}) == nil {
			w.WriteHeader(http.StatusForbidden)
		}
	case "none":
		if ctx.Value(infoKey{}) == nil {
			w.WriteHeader(http.StatusForbidden)
		}
	}
}
