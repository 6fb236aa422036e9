"""Vietnamese text as values and pure functions: folding, slugs, dates, document numbers."""
