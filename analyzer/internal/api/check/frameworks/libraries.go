//go:build libraries

package frameworks

// These are the frameworks that the tests look at or build programs with, and do not link. Naming them here keeps them required.
import (
	_ "github.com/appleboy/gin-jwt/v2"
	_ "github.com/gin-contrib/cors"
	_ "github.com/gin-contrib/sessions"
	_ "github.com/gin-contrib/sessions/cookie"
	_ "github.com/gin-gonic/gin"
	_ "github.com/gofiber/contrib/jwt"
	_ "github.com/gofiber/fiber/v2"
	_ "github.com/gofiber/fiber/v3"
	_ "github.com/golang-jwt/jwt/v5"
	_ "github.com/gorilla/sessions"
	_ "github.com/labstack/echo-contrib/session"
	_ "github.com/labstack/echo-jwt/v4"
	_ "github.com/labstack/echo-jwt/v5"
	_ "github.com/labstack/echo/v4"
	_ "github.com/labstack/echo/v4/middleware"
	_ "github.com/labstack/echo/v5"
	_ "github.com/labstack/echo/v5/middleware"
	_ "github.com/valyala/fasthttp"
)
