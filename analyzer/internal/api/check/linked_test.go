package check

import (
	"slices"
	"strings"

	"github.com/authvet/authvet/analyzer/internal/api"
)

// apart are the frameworks with a commit model of their own: the module in frameworks checks them.
var apart = []string{"gin", "echo", "echo v5", "fiber", "fasthttp", "go-restful", "hertz", "iris", "beego", "huma", "pocketbase", "herodot", "caddy",
	"go-zero's httpx, responsewriters of Kubernetes"}

// linked are the frameworks that this module checks.
func linked() []api.Framework {
	return slices.DeleteFunc(slices.Clone(api.All()), func(f api.Framework) bool { return slices.Contains(apart, f.Name) })
}

// apartPackages are the import paths, or what they begin with, of the sources that go with those frameworks, and of middlewares that are
// only known as guards.
var apartPackages = []string{"github.com/gin-gonic/", "github.com/gin-contrib/", "github.com/appleboy/gin-jwt", "github.com/labstack/",
	"github.com/gofiber/", "github.com/valyala/fasthttp", "github.com/fasthttp/", "github.com/emicklei/go-restful", "github.com/cloudwego/hertz",
	"github.com/hertz-contrib/", "github.com/kataras/", "github.com/beego/beego", "github.com/danielgtaylor/huma", "github.com/pocketbase/",
	"github.com/modelcontextprotocol/go-sdk"}

// linkedSources are the sources of packages that this module has.
func linkedSources() []*api.Source {
	return slices.DeleteFunc(api.Sources(), func(s *api.Source) bool {
		return slices.ContainsFunc(apartPackages, func(prefix string) bool { return strings.HasPrefix(s.Pkg, prefix) })
	})
}
