"""What a text becomes: front matter, schema, items, provisions, safe HTML, registries, the catalogue."""
