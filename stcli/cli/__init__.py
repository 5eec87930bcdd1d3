"""The command line: options in, core called, answer drawn, exit status set."""
