"""Reading programs that are too heavy for the tests: parsers of the JavaScript world, and rss2email."""
