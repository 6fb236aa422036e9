"""Finds lists of persons: two or more names, each with a birth date, a card number, an address or the like."""
