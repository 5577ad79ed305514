package onrestful

import (
	"net/http"

	"github.com/emicklei/go-restful/v3"
)

// wire: - -> 200 bare unknown token
func okError(req *restful.Request, resp *restful.Response) {
	_, err := find(req.QueryParameter("token"))
	if err != nil {
		resp.WriteEntity(map[string]string{"error": err.Error()}) // want "error-as-ok: "
		return
	}
	resp.WriteEntity("hello")
}

// wire: - -> 200 bare unknown token
func okExplicit(req *restful.Request, resp *restful.Response) {
	_, err := find(req.QueryParameter("token"))
	if err != nil {
		resp.WriteHeaderAndEntity(http.StatusOK, map[string]string{"error": err.Error()}) // want "error-as-ok: "
		return
	}
	resp.WriteEntity("hello")
}

// wire: - -> 404 bare unknown token
func notFound(req *restful.Request, resp *restful.Response) {
	_, err := find(req.QueryParameter("token"))
	if err != nil {
		resp.WriteError(404, err)
		return
	}
	resp.WriteEntity("hello")
}

// wire: :path=/lateStatus?busy=1 -> 200 bare busy
func lateStatus(req *restful.Request, resp *restful.Response) {
	if busy(req) {
		resp.WriteEntity("busy")
		resp.WriteHeader(503) // want "late-status: "
		return
	}
	resp.WriteEntity("hello")
}

// wire: :path=/twice?busy=1 -> 503 bare busy
func twice(req *restful.Request, resp *restful.Response) {
	if busy(req) {
		resp.WriteErrorString(503, "busy")
	}
	resp.WriteHeaderAndEntity(201, "hello") // want "late-status: "
}

// A value that cannot be marshalled has sent nothing.
//
// wire: - -> 500 bare cannot
func cannotMarshal(req *restful.Request, resp *restful.Response) {
	if err := resp.WriteEntity(func() {}); err != nil {
		resp.WriteErrorString(500, "cannot")
	}
}
