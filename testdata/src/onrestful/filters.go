package onrestful

import "github.com/emicklei/go-restful/v3"

// guard lets only somebody through who is known.
func guard(req *restful.Request, resp *restful.Response, chain *restful.FilterChain) {
	u := caller(req)
	if u == nil {
		resp.AddHeader("WWW-Authenticate", realm)
		resp.WriteErrorString(401, "who are you?")
		return
	}
	req.SetAttribute("user", u)
	chain.ProcessFilter(req, resp)
}

// The answer does not stop the chain: the route runs, too.
//
// wire: - -> 401 challenge hello
// wire: Authorization="Bearer joe" -> 200 bare hello
func falls(req *restful.Request, resp *restful.Response, chain *restful.FilterChain) {
	if caller(req) == nil {
		resp.AddHeader("WWW-Authenticate", realm)
		resp.WriteErrorString(401, "who are you?") // want "denial-falls-through: after this 401 the request goes on to the next handler all the same: return here$"
	}
	chain.ProcessFilter(req, resp)
}

// wire: - -> 401 challenge who are you?
// wire: Authorization="Bearer joe" -> 200 bare hello
func stops(req *restful.Request, resp *restful.Response, chain *restful.FilterChain) {
	if caller(req) == nil {
		resp.AddHeader("WWW-Authenticate", realm)
		resp.WriteErrorString(401, "who are you?")
		return
	}
	chain.ProcessFilter(req, resp)
}

// A filter that always sets the challenge: those behind it need not.
//
// wire: - -> 200 challenge hello
func announces(req *restful.Request, resp *restful.Response, chain *restful.FilterChain) {
	resp.AddHeader("WWW-Authenticate", realm)
	chain.ProcessFilter(req, resp)
}

// wire: - -> 403 bare hello
func fallsForPeer(req *restful.Request, resp *restful.Response, chain *restful.FilterChain) {
	if req.Request.Host != "shop.example" {
		resp.WriteErrorString(403, "not from here") // want "denial-falls-through: after this 403"
	}
	chain.ProcessFilter(req, resp)
}
