"""Made-up leaks by kind, over forty of each, every one in a different place or spelling.

The modules in the folder above (leaks.py, secrets.py …) have the leaks the guard was first made for. These are further
ones that a hostile or careless person might produce.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Seed:
    """A file, made when the test runs, that the guard (the checks before publication) must stop because of ``rule``."""

    name: str
    path: str
    make: Callable[[], bytes]
    rule: str = "dau-mat"
