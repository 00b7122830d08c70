//go:build race

package extract_test

// raceEnabled says that the race detector is on, which allocates and takes time.
const raceEnabled = true
