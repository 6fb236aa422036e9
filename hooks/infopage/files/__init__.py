"""Looks inside a file: detects its type from its content, reads its text, and finds what a reader does not see."""
