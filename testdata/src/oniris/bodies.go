package oniris

import "github.com/kataras/iris/v12"

// wire: - -> 200 bare unknown token
func okError(ctx iris.Context) {
	_, err := find(ctx.URLParam("token"))
	if err != nil {
		ctx.JSON(iris.Map{"error": err.Error()}) // want "error-as-ok: "
		return
	}
	ctx.WriteString("hello")
}

// wire: - -> 404 bare unknown token
func notFound(ctx iris.Context) {
	_, err := find(ctx.URLParam("token"))
	if err != nil {
		ctx.StatusCode(404)
		ctx.JSON(iris.Map{"error": err.Error()})
		return
	}
	ctx.WriteString("hello")
}

// wire: - -> 200 bare unauthorized
func okText(ctx iris.Context) {
	if caller(ctx) == nil {
		ctx.Text("unauthorized") // want "error-as-ok: "
		return
	}
	ctx.WriteString("hello")
}

// wire: :path=/lateStatus?busy=1 -> 200 bare busy
func lateStatus(ctx iris.Context) {
	if ctx.URLParam("busy") != "" {
		ctx.Text("busy")
		ctx.StatusCode(503) // want "late-status: "
		return
	}
	ctx.WriteString("hello")
}
