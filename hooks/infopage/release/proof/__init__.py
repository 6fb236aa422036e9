"""A release proves itself: its manifest, signature and origin, and how a copy is checked against them."""
