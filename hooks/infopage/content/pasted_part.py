"""A value class for letterheads and signatures pasted into a document's text, and how they compare with its keys."""

import re
from dataclasses import dataclass, field

from infopage.content.model_parts import Signer
from infopage.language.folding import fold

_WORDS = re.compile(r"[^\W_]+")
LONGEST_LINE, LONGEST_TITLE = 300, 120
"""The most characters of a line with several cells (parts printed side by side), and of a line that is a title."""


@dataclass(frozen=True)
class PastedFrame:
    """A letterhead, or (``is_end``) recipients and signatures, pasted on the lines ``first`` to ``last`` of a file.

    ``is_said`` is true if the front matter does not contradict them. Data that it lacks are in ``recipients``,
    ``signers`` and ``under_kind``; they are empty if it has them.
    """

    first: int
    last: int
    is_end: bool
    is_said: bool
    recipients: tuple[str, ...] = ()
    signers: tuple[Signer, ...] = field(default_factory=tuple)
    lacks_power: bool = False
    """Whether the front matter names the signer, but lacks part of the post, or whom the signer represents."""
    under_kind: str = ""
    """The line below the kind, such as “của Bộ Chính trị”; '' if the text has none, or the front matter has it too."""
    place: str = ""
    """The place before the date; '' if the text has none, or the registry has the same place for the issuer."""
    rest: str = ""
    """The words of the text after the letterhead in its last line, if a converter joined them to it; else ''."""


def plain(text: str) -> str:
    """Return only the words of a text, without Vietnamese marks, in lower case."""
    return " ".join(_WORDS.findall(fold(text)))
