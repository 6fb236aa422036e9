"""Feed readers that are too heavy for the tests: Java and JavaScript parsers, and rss2email."""
