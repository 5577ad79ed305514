package api

// otherEncoders are the encoders outside the standard library that do as encoding/json does: one call of Encode writes one
// value. Checked against json-iterator v1.1.12, segmentio/encoding v0.5.3, goccy/go-json v0.10.5, yaml.v3 v3.0.1 and toml
// v1.5.0.
//
// Those of segmentio and goccy marshal first and then write once. The others may fail in the middle: json-iterator sends
// what it has at every json.Marshaler, yaml.v3 after 128 bytes, toml after 4096. That of toml sends nothing for an empty
// table.
func otherEncoders() Framework {
	return Framework{Name: "JSON, YAML and TOML encoders", Checked: "json-iterator v1.1.12, segmentio/encoding v0.5.3, goccy/go-json v0.10.5, yaml.v3 v3.0.1, toml", Model: "eager", Calls: []*Call{
		row("github.com/json-iterator/go", "", "NewEncoder", Wraps, on(0)),
		row("github.com/json-iterator/go", "Encoder", "Encode", Writes|Early, on(Recv), body(0)),
		row("github.com/json-iterator/go", "Encoder", "SetEscapeHTML", Spares, on(Recv)),
		row("github.com/json-iterator/go", "Encoder", "SetIndent", Spares, on(Recv)),
		row("github.com/segmentio/encoding/json", "", "NewEncoder", Wraps, on(0)),
		row("github.com/segmentio/encoding/json", "Encoder", "Encode", Writes|Early, on(Recv), body(0)),
		row("github.com/segmentio/encoding/json", "Encoder", "SetAppendNewline", Spares, on(Recv)),
		row("github.com/segmentio/encoding/json", "Encoder", "SetEscapeHTML", Spares, on(Recv)),
		row("github.com/segmentio/encoding/json", "Encoder", "SetIndent", Spares, on(Recv)),
		row("github.com/segmentio/encoding/json", "Encoder", "SetSortMapKeys", Spares, on(Recv)),
		row("github.com/segmentio/encoding/json", "Encoder", "SetTrustRawMessage", Spares, on(Recv)),
		row("github.com/goccy/go-json", "", "NewEncoder", Wraps, on(0)),
		row("github.com/goccy/go-json", "Encoder", "Encode", Writes|Early, on(Recv), body(0)),
		row("github.com/goccy/go-json", "Encoder", "EncodeContext", Writes|Early, on(Recv), body(1)),
		row("github.com/goccy/go-json", "Encoder", "EncodeWithOption", Writes|Early, on(Recv), body(0)),
		row("github.com/goccy/go-json", "Encoder", "SetEscapeHTML", Spares, on(Recv)),
		row("github.com/goccy/go-json", "Encoder", "SetIndent", Spares, on(Recv)),
		row("gopkg.in/yaml.v3", "", "NewEncoder", Wraps, on(0)),
		row("gopkg.in/yaml.v3", "Encoder", "Encode", Writes|Early, on(Recv), body(0)), // panics at a func or a channel
		row("gopkg.in/yaml.v3", "Encoder", "Close", Writes|Flushes|Early, on(Recv)),   // what an Encode that failed left
		row("gopkg.in/yaml.v3", "Encoder", "SetIndent", Spares, on(Recv)),
		row("github.com/BurntSushi/toml", "", "NewEncoder", Wraps, on(0)),
		row("github.com/BurntSushi/toml", "Encoder", "Encode", Writes|Early, on(Recv), body(0)),
	}}
}
