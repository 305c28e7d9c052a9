// Package acceptance holds the tests of pressclip as its users run it:
// processes with arguments, files, pipes and signals come in; what they print,
// write and leave is compared. It has no code of its own.
//
// No binary is built for them: the test binary becomes the command when it is
// started under the name pressclip, as main.go does (see TestMain). Coverage
// and the race detector therefore reach into it. Only the recipes of README.md
// need a built one, for their shells.
//
// testdata/script holds a script for each of the command's manners; a script's
// name begins with what it is about. "UPDATE=1 go test" rewrites what they
// compare with.
package acceptance
