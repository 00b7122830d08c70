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

// lengthSteps are bounds of block length in words. Each is about half as long
// again as the one before, since roles differ by the order of length.
var lengthSteps = []float64{1, 2, 3, 4, 6, 9, 14, 21, 33, 51, 81, 131}

var lengthNames = []string{"no words", "one word", "two words", "three words", "4–5 words", "6–8 words",
	"9–13 words", "14–20 words", "21–32 words", "33–50 words", "51–80 words", "81–130 words", "over 130 words"}
