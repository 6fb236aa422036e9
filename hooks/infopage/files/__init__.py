"""Inspects files: detects a file's type from its content, reads its text, and finds content hidden from readers."""
