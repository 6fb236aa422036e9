"""Permanent addresses: those of a built site, the ledger of all published ones, and names of redacted items to hide."""
