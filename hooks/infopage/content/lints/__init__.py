"""Checks that need more than one text. Each yields faults."""
