"""The exception for a file that cannot be cleaned."""


class CleaningError(Exception):
    """A file cannot be cleaned, and stays as it was. The message is for people."""
