package heuristics

// step sorts x into len(bounds)+1 levels: level i holds bounds[i-1] ≤ x < bounds[i].
func step(x float64, bounds ...float64) Level {
	level := 0
	for _, b := range bounds {
		if !(x < b) { // no early end: a wrong guess of the processor costs more than all comparisons
			level++
		}
	}
	return Level(level)
}
