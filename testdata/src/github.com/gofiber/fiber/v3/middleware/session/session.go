// Package session is a stub of fiber's: what testdata needs of it.
package session

import "github.com/gofiber/fiber/v3"

type Store struct{}

func NewStore(config ...Config) *Store

type Config struct{}

type Session struct{}

func (s *Store) Get(c fiber.Ctx) (*Session, error)
func (s *Session) Get(key any) any
