"""Lists of persons: two or more names, each with a birth date, a number of papers, an address or the like."""
