package onrestful

import (
	"errors"
	"net/http"

	"github.com/emicklei/go-restful/v3"
)

// wire: - -> 401 bare who are you?
func bareText(req *restful.Request, resp *restful.Response) {
	if caller(req) == nil {
		resp.WriteErrorString(http.StatusUnauthorized, "who are you?") // want "missing-challenge: 401 is sent with no WWW-Authenticate header on some path: the client cannot know how to authenticate$"
		return
	}
	resp.WriteEntity("hello")
}

// wire: - -> 401 bare who are you?
func bareError(req *restful.Request, resp *restful.Response) {
	if caller(req) == nil {
		resp.WriteError(401, errors.New("who are you?")) // want "missing-challenge: 401"
		return
	}
	resp.WriteEntity("hello")
}

// wire: - -> 401 bare (empty)
func bareStatus(req *restful.Request, resp *restful.Response) {
	if caller(req) == nil {
		resp.WriteHeader(401) // want "missing-challenge: 401"
		return
	}
	resp.WriteEntity("hello")
}

// wire: - -> 401 bare who are you?
func bareEntity(req *restful.Request, resp *restful.Response) {
	if caller(req) == nil {
		resp.WriteHeaderAndEntity(401, "who are you?") // want "missing-challenge: 401"
		return
	}
	resp.WriteEntity("hello")
}

// The headers of a ServiceError are not written by WriteServiceError.
//
// wire: - -> 401 bare who are you?
func bareService(req *restful.Request, resp *restful.Response) {
	if caller(req) == nil {
		e := restful.ServiceError{Code: 401, Message: "who are you?", Header: http.Header{"WWW-Authenticate": {realm}}}
		resp.WriteServiceError(401, e) // want "missing-challenge: 401"
		return
	}
	resp.WriteEntity("hello")
}

// wire: - -> 407 bare
func bareProxy(req *restful.Request, resp *restful.Response) {
	if req.HeaderParameter("Proxy-Authorization") == "" {
		resp.WriteErrorString(407, "who are you?") // want "missing-challenge: 407 is sent with no Proxy-Authenticate"
		return
	}
	resp.WriteEntity("hello")
}

// The net/http writer inside is the same response.
//
// wire: - -> 401 bare who are you?
func bareInside(req *restful.Request, resp *restful.Response) {
	if caller(req) == nil {
		http.Error(resp.ResponseWriter, "who are you?", 401) // want "missing-challenge: 401"
		return
	}
	resp.WriteEntity("hello")
}

// wire: - -> 401 bare who are you?
func byHelper(req *restful.Request, resp *restful.Response) {
	if caller(req) == nil {
		deny(resp, 401) // want "missing-challenge: 401"
		return
	}
	resp.WriteEntity("hello")
}

func deny(resp *restful.Response, status int) {
	resp.WriteErrorString(status, "who are you?")
}

// wire: - -> 401 bare who are you?
func late(req *restful.Request, resp *restful.Response) {
	if caller(req) == nil {
		resp.WriteErrorString(401, "who are you?") // want "missing-challenge: the WWW-Authenticate header is set too late"
		resp.AddHeader("WWW-Authenticate", realm)
		return
	}
	resp.WriteEntity("hello")
}

// wire: - -> 401 challenge who are you?
// wire: Authorization="Bearer joe" -> 200 bare hello
func added(req *restful.Request, resp *restful.Response) {
	if caller(req) == nil {
		resp.AddHeader("WWW-Authenticate", realm)
		resp.WriteErrorString(401, "who are you?")
		return
	}
	resp.WriteEntity("hello")
}

// AddHeader gives the response back.
//
// wire: - -> 401 challenge (empty)
func chained(req *restful.Request, resp *restful.Response) {
	if caller(req) == nil {
		out := resp.AddHeader("WWW-Authenticate", realm)
		out.WriteHeader(401)
		return
	}
	resp.WriteEntity("hello")
}

// wire: - -> 401 challenge who are you?
func set(req *restful.Request, resp *restful.Response) {
	if caller(req) == nil {
		resp.Header().Set("WWW-Authenticate", realm)
		resp.WriteHeaderAndJson(401, "who are you?", restful.MIME_JSON)
		return
	}
	resp.WriteEntity("hello")
}

// wire: - -> 401 challenge
func malformed(req *restful.Request, resp *restful.Response) {
	if caller(req) == nil {
		resp.AddHeader("WWW-Authenticate", "Basic realm=the shop") // want "malformed-challenge: "
		resp.WriteErrorString(401, "who are you?")
		return
	}
	resp.WriteEntity("hello")
}
