//go:build libraries

package frameworks

// These are the frameworks that the tests look at or build programs with, and do not link. Naming them here keeps them required.
import (
	_ "github.com/appleboy/gin-jwt/v2"
	_ "github.com/caddyserver/caddy/v2/modules/caddyhttp"
	_ "github.com/cloudwego/hertz/pkg/app"
	_ "github.com/cloudwego/hertz/pkg/app/server"
	_ "github.com/danielgtaylor/huma/v2"
	_ "github.com/danielgtaylor/huma/v2/adapters/humago"
	_ "github.com/emicklei/go-restful/v3"
	_ "github.com/gin-contrib/cors"
	_ "github.com/gin-contrib/sessions"
	_ "github.com/gin-contrib/sessions/cookie"
	_ "github.com/gin-gonic/gin"
	_ "github.com/go-chi/jwtauth/v5"
	_ "github.com/gofiber/contrib/jwt"
	_ "github.com/gofiber/fiber/v2"
	_ "github.com/gofiber/fiber/v3"
	_ "github.com/golang-jwt/jwt/v5"
	_ "github.com/gorilla/sessions"
	_ "github.com/kataras/iris/v12"
	_ "github.com/kataras/iris/v12/middleware/basicauth"
	_ "github.com/kataras/iris/v12/middleware/jwt"
	_ "github.com/labstack/echo-contrib/session"
	_ "github.com/labstack/echo-jwt/v4"
	_ "github.com/labstack/echo-jwt/v5"
	_ "github.com/labstack/echo/v4"
	_ "github.com/labstack/echo/v4/middleware"
	_ "github.com/labstack/echo/v5"
	_ "github.com/labstack/echo/v5/middleware"
	_ "github.com/modelcontextprotocol/go-sdk/auth"
	_ "github.com/pocketbase/pocketbase/apis"
	_ "github.com/valyala/fasthttp"
	_ "github.com/zeromicro/go-zero/rest/httpx"
	_ "k8s.io/apiserver/pkg/endpoints/handlers/responsewriters"
)
