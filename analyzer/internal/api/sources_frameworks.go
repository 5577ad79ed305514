package api

import "slices"

// frameworkSources is what the contexts of frameworks say of the client, and what they keep for the handlers after them.
func frameworkSources() []Source {
	return slices.Concat(ginSources(), goRestfulSources(), hertzSources(), irisSources(), beegoSources(), humaSources(),
		pocketbaseSources(), librarySources())
}

// ginSources: checked against gin v1.12.0. A form is read by Bind and ShouldBind; what they fill is a claim, but for its password.
func ginSources() []Source {
	const pkg = "github.com/gin-gonic/gin"
	table := []Source{
		source(pkg, "Context", "GetHeader", Claim, by(InHeader, 0), reads),
		source(pkg, "Context", "Cookie", Credential, by(InCookie, 0), reads),
		source(pkg, "Context", "Set", 0, keeps(0, 1)),
		source(pkg, "Context", "Value", Unknown, by(Kept, 0), reads),
		source(pkg, "Context", "ClientIP", Peer, reads),
		source(pkg, "Context", "RemoteIP", Peer, reads),
		source(pkg, "Context", "ContentType", Peer, reads),
		source(pkg, "Context", "FullPath", Peer, reads),
		source(pkg, "Context", "HandlerName", Server, reads),
		source(pkg, "", "BasicAuth", Unknown, guards),
		source(pkg, "", "BasicAuthForRealm", Unknown, guards),
	}
	for _, get := range []string{"Get", "MustGet", "GetString", "GetBool", "GetInt", "GetInt64", "GetUint", "GetUint64", "GetFloat64", "GetTime",
		"GetDuration", "GetStringSlice", "GetStringMap", "GetStringMapString", "GetStringMapStringSlice"} {
		table = append(table, source(pkg, "Context", get, Unknown, by(Kept, 0), reads))
	}
	for _, form := range []string{"Query", "DefaultQuery", "GetQuery", "QueryArray", "PostForm", "DefaultPostForm", "GetPostForm", "PostFormArray"} {
		table = append(table, source(pkg, "Context", form, Claim, by(InForm, 0), reads))
	}
	for _, claim := range []string{"Param", "FormFile", "MultipartForm", "Bind", "BindJSON", "BindXML", "BindQuery", "BindYAML", "BindTOML",
		"BindPlain", "BindHeader", "BindUri", "MustBindWith", "BindWith", "ShouldBind", "ShouldBindJSON", "ShouldBindXML", "ShouldBindQuery",
		"ShouldBindYAML", "ShouldBindTOML", "ShouldBindPlain", "ShouldBindHeader", "ShouldBindUri", "ShouldBindWith", "ShouldBindBodyWith",
		"ShouldBindBodyWithJSON", "ShouldBindBodyWithXML", "ShouldBindBodyWithYAML", "ShouldBindBodyWithTOML", "GetRawData"} {
		table = append(table, source(pkg, "Context", claim, Claim, reads))
	}
	return table
}
