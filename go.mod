module pressclip

go 1.26
