package main

import "runtime/debug"

// version is what the Go toolchain wrote into the program: a tag, or the
// commit that it was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "unknown"
	}
	return info.Main.Version
}
