"""The exception for a file that cannot be cleaned."""


class CleaningError(Exception):
    """Raised if a file cannot be cleaned, and stays as it was. The message tells the person who cleans it why."""
