// Package session is a stub of fiber's: what testdata needs of it.
package session

import "github.com/gofiber/fiber/v2"

type Store struct{}

func New(config ...Config) *Store

type Config struct{}

type Session struct{}

func (s *Store) Get(c *fiber.Ctx) (*Session, error)
func (s *Session) Get(key string) interface{}
