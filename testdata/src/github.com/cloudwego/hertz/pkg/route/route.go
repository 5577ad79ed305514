// Package route stands for github.com/cloudwego/hertz/pkg/route, with what the tests use of it.
package route

import "github.com/cloudwego/hertz/pkg/app"

type IRoutes interface {
	Use(...app.HandlerFunc) IRoutes
	Any(string, ...app.HandlerFunc) IRoutes
}

type Engine struct{ RouterGroup }

type RouterGroup struct{ engine *Engine }

func (group *RouterGroup) Group(relativePath string, handlers ...app.HandlerFunc) *RouterGroup {
	return nil
}
func (group *RouterGroup) Use(middleware ...app.HandlerFunc) IRoutes                    { return nil }
func (group *RouterGroup) Any(relativePath string, handlers ...app.HandlerFunc) IRoutes { return nil }
