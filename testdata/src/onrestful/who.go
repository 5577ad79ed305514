package onrestful

import "github.com/emicklei/go-restful/v3"

// wire: - -> 403 bare who are you?
func nobody(req *restful.Request, resp *restful.Response) {
	if caller(req) == nil {
		resp.WriteErrorString(403, "who are you?") // want "forbidden-unauthenticated: 403 for a caller who is not authenticated .missing, wrong or unknown: the Authorization header.: answer 401 with a challenge$"
		return
	}
	resp.WriteEntity("hello")
}

// wire: - -> 403 bare no token
func noToken(req *restful.Request, resp *restful.Response) {
	if req.HeaderParameter("X-Api-Key") == "" {
		resp.WriteErrorString(403, "no token") // want "forbidden-unauthenticated: "
		return
	}
	resp.WriteEntity("hello")
}

// Behind guard the user is known: the first half never fails.
//
// wire: Authorization="Bearer joe" -> 403 bare for administrators
// wire: - -> 401 challenge who are you?
func admin(req *restful.Request, resp *restful.Response) {
	u, ok := req.Attribute("user").(*user)
	if !ok || !u.Admin {
		resp.WriteErrorString(403, "for administrators")
		return
	}
	resp.WriteEntity("hello")
}

// wire: Authorization="Bearer joe" -> 401 challenge for administrators
func lacking(req *restful.Request, resp *restful.Response) {
	u := caller(req)
	if u == nil {
		resp.AddHeader("WWW-Authenticate", realm)
		resp.WriteErrorString(401, "who are you?")
		return
	}
	if !u.Admin {
		resp.Header().Set("WWW-Authenticate", realm)
		resp.WriteErrorString(401, "for administrators") // want "unauthorized-authenticated: "
		return
	}
	resp.WriteEntity("hello")
}

// wire: Authorization="Bearer joe" -> 403 challenge for administrators
func challenged(req *restful.Request, resp *restful.Response) {
	u := caller(req)
	if u == nil {
		resp.AddHeader("WWW-Authenticate", realm)
		resp.WriteErrorString(401, "who are you?")
		return
	}
	if !u.Admin {
		resp.AddHeader("WWW-Authenticate", realm)
		resp.WriteErrorString(403, "for administrators") // want "challenge-on-forbidden: "
		return
	}
	resp.WriteEntity("hello")
}

// Where a request comes from is no identity.
//
// wire: - -> 403 bare not from here
func elsewhere(req *restful.Request, resp *restful.Response) {
	if req.Request.Host != "shop.example" {
		resp.WriteErrorString(403, "not from here")
		return
	}
	resp.WriteEntity("hello")
}
