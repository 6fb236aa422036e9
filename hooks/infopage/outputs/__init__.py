"""Everything that a site consists of: pages, listings, search, feeds, open data and metadata."""
