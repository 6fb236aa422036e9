"""Pure functions and value classes for Vietnamese text: removal of diacritics, slugs, dates, document numbers."""
