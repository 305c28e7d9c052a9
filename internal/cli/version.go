package cli

// What the Go toolchain knows about this build comes in; a version goes out.

import (
	"runtime/debug"
	"strings"
)

// fallbackVersion is that of a build which no tag names.
const fallbackVersion = "0.1.0"

// version is the module's version where the toolchain knows a released one.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return fallbackVersion
	}
	return releaseOf(info.Main.Version)
}

// releaseOf is a module version as people write it. "(devel)" and versions
// that were made up of a commit (https://go.dev/ref/mod#pseudo-versions) name
// no release.
func releaseOf(v string) string {
	if !strings.HasPrefix(v, "v") || strings.HasPrefix(v, "v0.0.0-") || strings.Contains(v, "-0.2") || strings.Contains(v, "+dirty") {
		return fallbackVersion
	}
	return strings.TrimPrefix(v, "v")
}
