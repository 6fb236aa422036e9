"""What reading a file of parts yields beside its text: what is hidden in it, and what could not be read."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from infopage.release.guard.segments import Segment


@dataclass(frozen=True)
class Trait:
    """Something about a file that breaks ``rule``; ``about`` says what it is in words, without its content."""

    rule: str
    about: str
    where: str = ""
    warn: bool = False


Reading: TypeAlias = Iterator[Segment | Trait]


def unreadable(why: str) -> Trait:
    """Return that a file cannot be looked into, and therefore must not pass."""
    return Trait("khong-kiem-duoc", why)


INSTALL = "hãy cài bằng lệnh: make hook (Windows: .venv\\Scripts\\python -m pip install -r requirements\\release.txt)"
"""How to get the readers that a machine which only builds the site does not have."""
