"""Writes what the package carries of the demonstration anew: python -m tests.demonstration, with hooks/ on the path."""

from infopage.release.guard.demonstration import FILE
from tests.demonstration import made_anew

FILE.write_text(str(made_anew()), encoding="utf-8")
