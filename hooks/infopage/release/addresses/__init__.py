"""No address is lost: what a site answers at, the ledger of all that was published, what must not be named."""
