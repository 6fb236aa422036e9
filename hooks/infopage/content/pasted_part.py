"""What a letterhead or signature pasted into a document's text is, and its comparison with the header's keys."""

import re
from dataclasses import dataclass, field

from infopage.content.model_parts import Signer
from infopage.language.folding import fold

_WORDS = re.compile(r"[^\W_]+")
LONGEST_LINE, LONGEST_TITLE = 300, 120
"""The most characters of a line with several cells (parts printed side by side), and of a title in one cell."""


@dataclass(frozen=True)
class PastedFrame:
    """A letterhead, or (``is_end``) the recipients and signature, pasted on the lines ``first`` to ``last`` of a file.

    ``is_said``: the front matter has the same data, or lacks them: ``recipients``, ``signers``, ``under_kind``.
    """

    first: int
    last: int
    is_end: bool
    is_said: bool
    recipients: tuple[str, ...] = ()
    signers: tuple[Signer, ...] = field(default_factory=tuple)
    lacks_power: bool = False
    """Whether the key of the signer has the name but not the whole post, or not who is represented."""
    under_kind: str = ""
    """The line below the kind, such as “của Bộ Chính trị”, which the front matter lacks."""
    place: str = ""
    """The place before the date, if the registry has none or another for the issuer."""


def plain(text: str) -> str:
    """Return only the words of a text, without Vietnamese marks, in lower case."""
    return " ".join(_WORDS.findall(fold(text)))
