"""Judged queries: what readers of a site type, with the pages and places that are right answers."""
