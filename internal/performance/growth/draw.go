package main

import (
	"gonum.org/v1/plot"
	"gonum.org/v1/plot/plotter"
	"gonum.org/v1/plot/plotutil"
	"gonum.org/v1/plot/vg"
)

// draw plots the milliseconds of the walk against the number of things, both on a logarithmic scale: what grows in step is a line
// that rises by one decade per decade.
func draw(figures []figure, file string) error {
	p := plot.New()
	p.Title.Text = "What authvet's walk takes, without making the SSA form"
	p.X.Label.Text, p.Y.Label.Text = "branches, helpers in a chain, handlers", "milliseconds"
	p.X.Scale, p.Y.Scale = plot.LogScale{}, plot.LogScale{}
	p.X.Tick.Marker, p.Y.Tick.Marker = plot.LogTicks{Prec: -1}, plot.LogTicks{Prec: -1}
	p.Legend.Top, p.Legend.Left = true, true
	p.Add(plotter.NewGrid())
	var lines []any
	for _, k := range kinds {
		var points plotter.XYs
		for _, f := range figures {
			if f.kind == k.name {
				points = append(points, plotter.XY{X: float64(f.n), Y: max(ms(f.walk), 0.01)})
			}
		}
		lines = append(lines, k.name, points)
	}
	if err := plotutil.AddLinePoints(p, lines...); err != nil {
		return err
	}
	return p.Save(16*vg.Centimeter, 10*vg.Centimeter, file)
}
