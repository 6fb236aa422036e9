"""Why a file cannot be cleaned."""


class CleaningError(Exception):
    """A file that cannot be cleaned; the message is for people, and the file is as it was."""
