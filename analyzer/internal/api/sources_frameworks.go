package api

import "slices"

// frameworkSources is what the contexts of frameworks say of the client, and what they keep for the handlers after them.
func frameworkSources() []*Source {
	return slices.Concat(
		gorillaSources(),
		ginSources(),
		echoSources(),
		fiberSources(),
		fasthttpSources(),
		goRestfulSources(),
		hertzSources(),
		irisSources(),
		beegoSources(),
		humaSources(),
		pocketbaseSources(),
		librarySources(),
	)
}
