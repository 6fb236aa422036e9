"""Metadata that programs read about the site: JSON-LD, the sitemap, robots.txt, OpenSearch, security.txt, keys."""
