package report

import (
	"html"
	"strings"
)

// markup is HTML that is written out, with whatever came from elsewhere escaped.
//
// It stands in for html/template, which the page asks for nothing but escaping, and which costs every process of go vet a twelfth of
// its memory: templates find methods by name, so that the linker keeps all methods there are.
type markup string

// plain is text as markup.
func plain(text string) markup { return markup(html.EscapeString(text)) }

// attributes are names and values of attributes, in turn. One that only has to be there has the value "".
type attributes []string

// class is the one attribute that most elements have.
func class(name string) attributes { return attributes{"class", name} }

// element is an element of HTML with what stands in it.
func element(name string, with attributes, inside ...markup) markup {
	return open(name, with) + join(inside) + markup("</"+name+">")
}

// open is the tag that begins an element, or all of an element that can hold nothing.
func open(name string, with attributes) markup {
	var tag strings.Builder
	tag.WriteString("<" + name)
	for i := 0; i+1 < len(with); i += 2 {
		tag.WriteString(" " + with[i])
		if value := with[i+1]; value != "" {
			tag.WriteString(`="` + html.EscapeString(value) + `"`)
		}
	}
	tag.WriteString(">")
	return markup(tag.String())
}

// each is the markup of all elements of a list, one on each line.
func each[T any](list []T, of func(*T) markup) markup {
	var all strings.Builder
	for i := range list {
		all.WriteString(string(of(&list[i])) + "\n")
	}
	return markup(all.String())
}

func join(pieces []markup) markup {
	var all strings.Builder
	for _, piece := range pieces {
		all.WriteString(string(piece))
	}
	return markup(all.String())
}
