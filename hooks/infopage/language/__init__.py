"""Pure functions and values for Vietnamese text: folding, slugs, dates, document numbers."""
