package api

// otherWriters are functions of larger libraries that write an answer to a net/http response. Checked against go-zero v1.10.3 and
// k8s.io/apiserver v0.37.2.
//
// Error and ErrorNegotiated have no row: their status is that of the error, as their source shows.
func otherWriters() Framework {
	const httpx, k8s = "github.com/zeromicro/go-zero/rest/httpx", "k8s.io/apiserver/pkg/endpoints/handlers/responsewriters"
	return Framework{Name: "go-zero's httpx, responsewriters of Kubernetes", Checked: "go-zero v1.10.3, k8s.io/apiserver v0.37.2", Model: "eager", Not: "errors of apimachinery, which clients make too", Calls: []*Call{
		row(httpx, "", "WriteJson", Commits|Writes, on(0), status(1), body(2)),
		row(httpx, "", "WriteJsonCtx", Commits|Writes, on(1), status(2), body(3)),
		row(httpx, "", "OkJson", Commits|Writes, on(0), code(200), body(1)),
		row(httpx, "", "OkJsonCtx", Commits|Writes, on(1), code(200), body(2)),
		row(httpx, "", "Ok", Commits, on(0), code(200)),

		row(k8s, "", "Forbidden", Commits|Writes, on(1), code(403)),
		row(k8s, "", "InternalError", Commits|Writes, on(0), code(500)),
		row(k8s, "", "WriteRawJSON", Commits|Writes, on(2), status(0), body(1)),
		row(k8s, "", "WriteObjectNegotiated", Commits|Writes, on(3), status(5), body(6)),
		row(k8s, "", "SerializeObject", Commits|Writes, on(2), status(4), body(5)),
	}}
}
