package main

import (
	"fmt"
	"strings"
)

// kinds are the ways in which code grows.
var kinds = []struct {
	name  string
	most  int
	write func(n int) string
}{
	{"branches", 10_000, branches},
	{"helpers", 1_000, helpers},
	{"handlers", 10_000, handlers},
}

// branches is one handler with n conditions after one another, each of which may set the challenge or deny.
func branches(n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "package branches%d\n\nimport \"net/http\"\n\nfunc handler(w http.ResponseWriter, r *http.Request) {\n", n)
	for i := range n {
		switch i % 3 {
		case 0:
			fmt.Fprintf(&b, "\tif r.FormValue(\"f%d\") != \"\" {\n\t\tw.Header().Set(\"WWW-Authenticate\", \"Bearer\")\n\t}\n", i)
		case 1:
			fmt.Fprintf(&b, "\tif r.Header.Get(\"Authorization\") == \"t%d\" {\n\t\tw.WriteHeader(http.StatusUnauthorized)\n\t\treturn\n\t}\n", i)
		default:
			fmt.Fprintf(&b, "\tif r.URL.Path == \"/p%d\" {\n\t\tr.URL.RawQuery = \"q%d\"\n\t}\n", i, i)
		}
	}
	b.WriteString("\tw.WriteHeader(http.StatusNoContent)\n}\n")
	return b.String()
}

// helpers is a handler that answers through a chain of n functions, with a way out in each.
func helpers(n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "package helpers%d\n\nimport \"net/http\"\n\nfunc handler(w http.ResponseWriter, r *http.Request) {\n\th0(w, r, http.StatusUnauthorized)\n}\n", n)
	for i := range n {
		next := fmt.Sprintf("h%d(w, r, code)", i+1)
		if i == n-1 {
			next = "w.WriteHeader(code)"
		}
		fmt.Fprintf(&b, "\nfunc h%d(w http.ResponseWriter, r *http.Request, code int) {\n\tif r.FormValue(\"f%d\") != \"\" {\n\t\tw.Header().Set(\"WWW-Authenticate\", \"Bearer\")\n\t}\n\t%s\n}\n",
			i, i%7, next)
	}
	return b.String()
}

// handlers is n handlers that ask for a password.
func handlers(n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "package handlers%d\n\nimport \"net/http\"\n\nvar passwords map[string]string\n", n)
	for i := range n {
		fmt.Fprintf(&b, "\nfunc handler%d(w http.ResponseWriter, r *http.Request) {\n\tname, password, ok := r.BasicAuth()\n\tif !ok || passwords[name] != password {\n\t\thttp.Error(w, \"who are you?\", http.StatusUnauthorized)\n\t\treturn\n\t}\n\tif name != \"admin%d\" {\n\t\thttp.Error(w, \"not you\", http.StatusForbidden)\n\t\treturn\n\t}\n\tw.Write([]byte(\"hello\"))\n}\n", i, i)
	}
	return b.String()
}
