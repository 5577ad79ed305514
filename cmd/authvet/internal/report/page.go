package report

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed page.css
var pageStyle string

//go:embed page.js
var pageScript string

// policy has the browser run what is on the page, and ask for nothing.
const policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"

// markup is the whole page.
func (d *pageData) markup() markup {
	head := element("head", nil, "\n", open("meta", attributes{"charset", "utf-8"}), "\n",
		open("meta", attributes{"name", "viewport", "content", "width=device-width, initial-scale=1"}), "\n",
		open("meta", attributes{"http-equiv", "Content-Security-Policy", "content", policy}), "\n",
		element("title", nil, plain("authvet: "+amount(len(d.Findings), "finding"))), "\n",
		element("style", nil, markup("\n"+pageStyle)), "\n")
	number, noun, _ := strings.Cut(amount(len(d.Findings), "finding"), " ")
	header := element("header", nil, "\n", element("h1", nil, "authvet"), "\n",
		element("p", nil, element("strong", attributes{"id", "shown"}, plain(number)),
			plain(" "+noun+" in "+amount(len(d.Packages), "package"))), "\n")
	body := element("body", nil, "\n", header, "\n", element("main", nil, "\n", d.main()), "\n",
		element("footer", nil, plain("authvet "+d.Version)), "\n", element("script", nil, markup("\n"+pageScript)), "\n")
	return "<!DOCTYPE html>\n" + element("html", attributes{"lang", "en"}, "\n", head, "\n", body, "\n") + "\n"
}

func (d *pageData) main() markup {
	var all markup
	if !d.Complete {
		all += element("p", class("incomplete"), "Not every package could be analysed: this is not all.") + "\n"
	}
	if len(d.Findings) == 0 {
		all += element("p", nil, "Nothing was found.") + "\n"
	} else {
		all += d.filter() + d.tables() + key()
	}
	all += each(d.Findings, (*pageFinding).markup)
	if len(d.Explanations) > 0 {
		list := each(d.Explanations, func(e *pageFinding) markup {
			return element("li", nil, plain(fmt.Sprintf("%s:%d: %s", e.Name, e.Line, e.Message)))
		})
		all += element("details", nil, "\n", element("summary", nil, "How far authvet followed"), "\n",
			element("ul", nil, "\n", list), "\n") + "\n"
	}
	return all
}

// filter is the form to choose findings by. The script shows it.
func (d *pageData) filter() markup {
	boxes := func(name string, counts []pageCount) markup {
		return each(counts, func(c *pageCount) markup {
			box := open("input", attributes{"type", "checkbox", "name", name, "value", c.Name, "checked", ""})
			return element("label", nil, box, plain(" "+c.Name+" "), element("span", class("count"), number(c.Count)))
		})
	}
	button := func(tick, label string) markup {
		return element("button", attributes{"type", "button", "data-tick", tick}, plain(label))
	}
	return element("form", attributes{"id", "filter", "hidden", ""}, "\n",
		element("fieldset", nil, element("legend", nil, "Confidence"), "\n", boxes("confidence", d.Confidences)), "\n",
		element("fieldset", nil, element("legend", nil, "Rule"), "\n", button("true", "all"), " ", button("false", "none"), "\n",
			boxes("rule", d.Rules)), "\n") + "\n"
}

// tables count the findings by rule and by package.
func (d *pageData) tables() markup {
	table := func(what string, counts []pageCount, name func(*pageCount) markup) markup {
		header := func(name string) markup { return element("th", attributes{"scope", "col"}, plain(name)) }
		return element("table", nil, "\n", element("tr", nil, header(what), header("findings")), "\n",
			each(counts, func(c *pageCount) markup {
				return element("tr", nil, element("td", nil, name(c)), element("td", class("number"), number(c.Count)))
			})) + "\n"
	}
	rules := table("rule", d.Rules, func(c *pageCount) markup {
		return ruleName(c.Name, c.URL) + open("br", nil) + element("span", class("about"), plain(c.About))
	})
	packages := table("package", d.Packages, func(c *pageCount) markup { return plain(c.Name) })
	return element("details", attributes{"open", ""}, "\n", element("summary", nil, "Counts"), "\n",
		element("div", class("counts"), "\n", rules, packages), "\n") + "\n"
}

// key says what the marks in the code mean.
func key() markup {
	meanings := []struct{ mark, is string }{{markStart, "the function starts"}, {markDecides, "a condition decides"},
		{markRelated, "what explains it"}, {markAnswer, "the answer that is wrong"}}
	return element("p", class("key"), "\n", each(meanings, func(m *struct{ mark, is string }) markup {
		return element("span", class(m.mark), way(), plain(m.is))
	})) + "\n"
}

// markup is the article about a finding.
func (f *pageFinding) markup() markup {
	all := element("h2", nil, ruleName(f.Rule, f.URL), " ", element("span", class("confidence"), plain(f.Confidence))) + "\n" +
		element("p", class("message"), plain(f.Message)) + "\n"
	at := element("a", attributes{"href", "#" + f.Fingerprint}, plain(fmt.Sprintf("%s:%d:%d", f.Name, f.Line, f.Column)))
	all += element("p", class("place"), at, " ", element("span", class("package"), plain(f.Package))) + "\n"
	if len(f.Lines) > 0 {
		all += element("div", attributes{"class", "code", "tabindex", "0"}, "\n", each(f.Lines, (*excerptLine).markup)) + "\n"
	}
	all += each(f.Elsewhere, func(n *pageNote) markup {
		return element("p", class("elsewhere"), plain(fmt.Sprintf("%s:%d: %s", n.Name, n.Line, n.Message)))
	})
	return element("article", attributes{"class", f.Level, "id", f.Fingerprint, "data-rule", f.Rule, "data-confidence", f.Confidence},
		"\n", all)
}

func (l *excerptLine) markup() markup {
	if l.Skipped > 0 {
		return element("div", class("line skipped on"), element("span", class("number")), way(),
			element("code", nil, plain(amount(l.Skipped, "more line"))))
	}
	kind := "line"
	if l.On {
		kind += " on"
	}
	if l.Mark != "" {
		kind += " " + l.Mark
	}
	var code, notes markup
	for _, s := range l.Segments {
		code += s.markup()
	}
	for _, note := range l.Notes {
		notes += element("span", class("said"), plain(note))
	}
	return element("div", class(kind), element("span", class("number"), number(l.Number)), way(), element("code", nil, code), notes)
}

func (s *segment) markup() markup {
	if s.Mark == "" {
		return plain(s.Text)
	}
	with := class(s.Mark)
	if s.Way != "" {
		with = append(with, "data-way", s.Way)
	}
	return element("mark", with, plain(s.Text))
}

// ruleName is the name of a rule, which leads to its page if it has one.
func ruleName(id, url string) markup {
	if url == "" {
		return plain(id)
	}
	return element("a", attributes{"href", url}, plain(id))
}

// way is the piece of the line beside the code that shows where the path goes.
func way() markup { return element("span", class("way")) }

func number(n int) markup { return markup(strconv.Itoa(n)) }

// amount is a number of things.
func amount(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return strconv.Itoa(n) + " " + thing + "s"
}
