//go:build race

package extract_test

// raceEnabled says that the race detector slows everything down.
const raceEnabled = true
