package extract

import (
	"os"
	"path/filepath"
	"testing"
)

// sharedFile returns the path of a file of the evaluation material, which lies
// beside the repository for those who develop it. Without it the test is skipped.
func sharedFile(t testing.TB, name string) string {
	t.Helper()
	dir := os.Getenv("PRESSCLIP_SHARED")
	if dir == "" {
		dir = "../../shared"
	}
	path := filepath.Join(dir, filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		t.Skipf("evaluation material is not here (PRESSCLIP_SHARED or ../shared): %v", err)
	}
	return path
}
