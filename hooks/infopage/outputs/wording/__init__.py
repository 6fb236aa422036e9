"""Texts about items that several outputs share (pages, feeds, data), and the addresses of pages and feeds."""
