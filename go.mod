module github.com/seed-1beecd1b/bodycopy

go 1.26.0

require (
	golang.org/x/net v0.58.0
	golang.org/x/text v0.43.0
)
