"""Checks that need more than one text; each yields faults."""
