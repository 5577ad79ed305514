// Package sessions declares what the testdata uses of gin-contrib/sessions.
package sessions

import "github.com/gin-gonic/gin"

type Store interface{}

type Session interface {
	ID() string
	Get(key interface{}) interface{}
	Set(key interface{}, val interface{})
	Delete(key interface{})
	Clear()
	Save() error
}

func Default(c *gin.Context) Session
func Sessions(name string, store Store) gin.HandlerFunc
