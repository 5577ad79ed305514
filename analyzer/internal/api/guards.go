package api

// librarySources are the middlewares of net/http libraries that let only somebody through who is known. Checked against chi v5.5.0,
// go-chi/jwtauth v5.3.3 and the go-sdk of MCP v1.8.0.
//
// Verifier of jwtauth is none: it keeps what it finds, and calls the next handler always.
func librarySources() []*Source {
	return []*Source{
		source("github.com/go-chi/chi/middleware", "", "BasicAuth", Unknown, guards),
		source("github.com/go-chi/jwtauth", "", "Authenticator", Unknown, guards),
		source("github.com/modelcontextprotocol/go-sdk/auth", "", "RequireBearerToken", Unknown, guards),
	}
}
