"""Wording about items that several outputs share, and the addresses of their pages and feeds."""
