package onrestful

import "github.com/emicklei/go-restful/v3"

// Routes registers each function under its name.
func Routes(c *restful.Container) {
	ws := new(restful.WebService)
	ws.Path("/").Produces(restful.MIME_JSON)
	for path, to := range map[string]restful.RouteFunction{
		"bareText": bareText, "bareError": bareError, "bareStatus": bareStatus, "bareEntity": bareEntity, "bareService": bareService,
		"bareProxy": bareProxy, "bareInside": bareInside, "byHelper": byHelper, "late": late, "added": added, "chained": chained, "set": set,
		"malformed": malformed, "noToken": noToken, "lacking": lacking, "challenged": challenged, "elsewhere": elsewhere,
		"okError": okError, "okExplicit": okExplicit, "notFound": notFound, "lateStatus": lateStatus, "twice": twice,
		"cannotMarshal": cannotMarshal,
	} {
		ws.Route(ws.GET(path).To(to))
	}
	for path, filter := range map[string]restful.FilterFunction{"falls": falls, "stops": stops, "announces": announces, "fallsForPeer": fallsForPeer} {
		ws.Route(ws.GET(path).Filter(filter).To(hello))
	}
	ws.Route(ws.GET("nobody").To(nobody))
	ws.Route(ws.GET("admin").Filter(guard).To(admin))
	c.Add(ws)
}
