"""What builds have made, kept for the next build: one store with one rule for everything that is derived."""
