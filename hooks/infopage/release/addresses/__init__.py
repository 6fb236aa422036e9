"""Permanent addresses: what a site answers at, the ledger of all published addresses, and names to be hidden."""
