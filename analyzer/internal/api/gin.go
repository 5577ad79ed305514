package api

// gin is the lazy model: a status is remembered and leaves with the first byte, with AbortWithStatus, or when the last handler has
// returned. The next handler runs unless the chain was aborted. Checked against gin v1.12.0, and the libraries around it against
// gin-contrib/sessions v1.0.4 and gin-jwt v2.10.3; the source of gin-jwt v3.5.1 says the same.
func gin() Framework {
	calls := append(ginAnswers(), ginWriter()...)
	return Framework{Name: "gin", Checked: "gin v1.12.0, gin-contrib/sessions v1.0.4, gin-jwt v2.10.3", Model: "lazy until the first byte", Not: "an answer after `c.Next()`", Calls: append(calls, ginLibraries()...),
		Contexts: []Context{{Pkg: ginPkg, Type: "Context", Flows: true, Repeats: true, Set: "%s.Header(%s, %s)", Stop: "%s.Abort()"}},
		Hooks:    []Hook{{Pkg: ginJWT, Type: "GinJWTMiddleware", Field: "Unauthorized", Challenges: true}},
	}
}

const (
	ginPkg      = "github.com/gin-gonic/gin"
	ginSessions = "github.com/gin-contrib/sessions"
	ginJWT      = "github.com/appleboy/gin-jwt"
)

func ginAnswers() []*Call {
	calls := []*Call{
		row(ginPkg, "Context", "Status", Stores, on(Recv), status(0)),
		row(ginPkg, "Context", "Header", Sets, on(Recv), name(0), value(1)), // an empty value deletes
		row(ginPkg, "Context", "SetCookie", Adds, on(Recv), header("Set-Cookie"), value(1)),
		row(ginPkg, "Context", "SetCookieData", Adds, on(Recv), header("Set-Cookie"), value(0)),
		row(ginPkg, "Context", "AbortWithStatus", Commits|Aborts, on(Recv), status(0)),
		row(ginPkg, "Context", "AbortWithError", Commits|Aborts, on(Recv), status(0)),
		row(ginPkg, "Context", "AbortWithStatusJSON", Commits|Writes|Aborts, on(Recv), status(0), body(1)),
		row(ginPkg, "Context", "AbortWithStatusPureJSON", Commits|Writes|Aborts, on(Recv), status(0), body(1)),
		row(ginPkg, "Context", "Abort", Aborts, on(Recv)),
		row(ginPkg, "Context", "Next", HandsOn, on(Recv)),
		row(ginPkg, "Context", "IsAborted", Spares|Asks, on(Recv)),
		row(ginPkg, "Context", "HTML", Commits|Writes|Renders, on(Recv), status(0), body(2)),
		row(ginPkg, "Context", "String", Commits|Writes, on(Recv), status(0), body(1)),
		row(ginPkg, "Context", "Data", Commits|Writes, on(Recv), status(0), body(2)),
		row(ginPkg, "Context", "DataFromReader", Commits|Writes|Copies, on(Recv), status(0), value(4)),
		row(ginPkg, "Context", "Render", Commits|Writes, on(Recv), status(0)),
		row(ginPkg, "Context", "Redirect", Commits|Writes, on(Recv), status(0)),
		row(ginPkg, "Context", "Negotiate", Commits|Writes, on(Recv), status(0)),
		row(ginPkg, "Context", "File", Commits|Writes, on(Recv)),
		row(ginPkg, "Context", "FileAttachment", Commits|Writes, on(Recv)),
		row(ginPkg, "Context", "FileFromFS", Commits|Writes, on(Recv)),
		row(ginPkg, "Context", "SSEvent", Writes, on(Recv)),
		row(ginPkg, "Context", "Stream", Writes, on(Recv)),
	}
	for _, encoder := range []string{"JSON", "IndentedJSON", "SecureJSON", "JSONP", "AsciiJSON", "PureJSON", "XML", "YAML", "TOML",
		"ProtoBuf", "BSON"} {
		calls = append(calls, row(ginPkg, "Context", encoder, Commits|Writes, on(Recv), status(0), body(1)))
	}
	for _, binder := range []string{"Bind", "BindJSON", "BindXML", "BindQuery", "BindYAML", "BindTOML", "BindPlain", "BindHeader",
		"BindUri", "MustBindWith", "BindWith"} {
		calls = append(calls, row(ginPkg, "Context", binder, Fails|Aborts, on(Recv), code(400)))
	}
	return calls
}

// ginWriter is c.Writer, whose WriteHeader only remembers.
func ginWriter() []*Call {
	return []*Call{
		row(ginPkg, "ResponseWriter", "WriteHeader", Stores, on(Recv), status(0)),
		row(ginPkg, "ResponseWriter", "WriteHeaderNow", Writes, on(Recv)),
		row(ginPkg, "ResponseWriter", "Write", Writes, on(Recv), body(0)),
		row(ginPkg, "ResponseWriter", "WriteString", Writes, on(Recv), body(0)),
		row(ginPkg, "ResponseWriter", "Status", Spares|Asks, on(Recv)),
		row(ginPkg, "ResponseWriter", "Written", Spares|Asks, on(Recv)),
		row(ginPkg, "ResponseWriter", "Size", Spares|Asks, on(Recv)),
		row(ginPkg, "ResponseWriter", "Pusher", Spares, on(Recv)),
	}
}

// ginLibraries are calls that are given a context and only read it. gin-jwt's own handlers have no row: they answer.
func ginLibraries() []*Call {
	return []*Call{
		row(ginSessions, "", "Default", Spares, on(0)),
		row(ginSessions, "", "DefaultMany", Spares, on(0)),
		row(ginJWT, "", "ExtractClaims", Spares, on(0)),
		row(ginJWT, "", "GetToken", Spares, on(0)),
		row(ginJWT, "GinJWTMiddleware", "GetClaimsFromJWT", Spares, on(0)),
		row(ginJWT, "GinJWTMiddleware", "CheckIfTokenExpire", Spares, on(0)),
		row(ginJWT, "GinJWTMiddleware", "ParseToken", Spares, on(0)),
		row(ginJWT, "GinJWTMiddleware", "SetCookie", Adds, on(0), header("Set-Cookie"), value(1)),
	}
}

// ginSources: a form is read by Bind and ShouldBind; what they fill is a claim, but for its password.
func ginSources() []*Source {
	table := []*Source{
		source(ginPkg, "Context", "GetHeader", Claim, by(InHeader, 0), reads),
		source(ginPkg, "Context", "Cookie", Credential, by(InCookie, 0), reads),
		source(ginPkg, "Context", "Set", 0, keeps(0, 1)),
		source(ginPkg, "Context", "Value", Unknown, by(Kept, 0), reads),
		source(ginPkg, "Context", "ClientIP", Peer, reads),
		source(ginPkg, "Context", "RemoteIP", Peer, reads),
		source(ginPkg, "Context", "ContentType", Peer, reads),
		source(ginPkg, "Context", "IsWebsocket", Peer, reads),
		source(ginPkg, "Context", "FullPath", Peer, reads),
		source(ginPkg, "Context", "HandlerName", Server, reads),
		source(ginPkg, "", "BasicAuth", Unknown, guards),
		source(ginPkg, "", "BasicAuthForRealm", Unknown, guards),
	}
	for _, get := range []string{"Get", "MustGet", "GetString", "GetBool", "GetTime", "GetDuration", "GetError", "GetErrorSlice",
		"GetInt", "GetInt8", "GetInt16", "GetInt32", "GetInt64", "GetUint", "GetUint8", "GetUint16", "GetUint32", "GetUint64",
		"GetFloat32", "GetFloat64", "GetIntSlice", "GetInt8Slice", "GetInt16Slice", "GetInt32Slice", "GetInt64Slice",
		"GetUintSlice", "GetUint8Slice", "GetUint16Slice", "GetUint32Slice", "GetUint64Slice", "GetFloat32Slice", "GetFloat64Slice",
		"GetStringSlice", "GetStringMap", "GetStringMapString", "GetStringMapStringSlice"} {
		table = append(table, source(ginPkg, "Context", get, Unknown, by(Kept, 0), reads))
	}
	for _, form := range []string{"Query", "DefaultQuery", "GetQuery", "QueryArray", "GetQueryArray", "QueryMap", "GetQueryMap", "PostForm",
		"DefaultPostForm", "GetPostForm", "PostFormArray", "GetPostFormArray", "PostFormMap", "GetPostFormMap"} {
		table = append(table, source(ginPkg, "Context", form, Claim, by(InForm, 0), reads))
	}
	for _, claim := range []string{"Param", "FormFile", "MultipartForm", "Bind", "BindJSON", "BindXML", "BindQuery", "BindYAML", "BindTOML",
		"BindPlain", "BindHeader", "BindUri", "MustBindWith", "BindWith", "ShouldBind", "ShouldBindJSON", "ShouldBindXML", "ShouldBindQuery",
		"ShouldBindYAML", "ShouldBindTOML", "ShouldBindPlain", "ShouldBindHeader", "ShouldBindUri", "ShouldBindWith", "ShouldBindBodyWith",
		"ShouldBindBodyWithJSON", "ShouldBindBodyWithXML", "ShouldBindBodyWithYAML", "ShouldBindBodyWithTOML", "ShouldBindBodyWithPlain",
		"GetRawData"} {
		table = append(table, source(ginPkg, "Context", claim, Claim, reads))
	}
	return append(table, ginLibrarySources()...)
}

// ginLibrarySources: without a cookie a session is new and empty, and without the middleware ExtractClaims yields no claims.
func ginLibrarySources() []*Source {
	return []*Source{
		source(ginSessions, "", "Default", Identity, reads),
		source(ginSessions, "", "DefaultMany", Identity, reads),
		source(ginSessions, "Session", "Get", Identity, by(InSession, 0), reads),
		source(ginSessions, "Session", "Flashes", Server, reads),
		source(ginSessions, "Session", "Save", Server, reads), // whether the store works
		source(ginJWT, "GinJWTMiddleware", "MiddlewareFunc", Unknown, guards),
		source(ginJWT, "GinJWTMiddleware", "GetClaimsFromJWT", Credential, verifies),
		source(ginJWT, "GinJWTMiddleware", "CheckIfTokenExpire", Credential, verifies),
		source(ginJWT, "GinJWTMiddleware", "ParseToken", Credential, verifies),
		source(ginJWT, "GinJWTMiddleware", "ParseTokenString", Credential, verifies),
		source(ginJWT, "", "ExtractClaims", Identity, reads),
		source(ginJWT, "", "ExtractClaimsFromToken", 0, reads),
		source(ginJWT, "", "GetToken", Credential, reads),
	}
}
