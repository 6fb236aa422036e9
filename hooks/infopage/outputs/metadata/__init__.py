"""Metadata about the site for programs: JSON-LD, sitemap, robots.txt, OpenSearch, security.txt, public signing keys."""
