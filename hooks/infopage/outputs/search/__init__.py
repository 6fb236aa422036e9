"""The site's own search: an index in small files that the reader's browser searches by itself."""
