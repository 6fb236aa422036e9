"""The proof of a release: its manifest, signature and statement of origin, and the check of a copy against them."""
