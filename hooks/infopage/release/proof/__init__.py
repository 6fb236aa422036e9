"""The proof of a release: its manifest, signature and origin, and the check of a copy against them."""
