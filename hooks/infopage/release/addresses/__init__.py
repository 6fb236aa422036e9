"""Permanent addresses: the addresses of a built site, the ledger of all published ones, and names to hide."""
