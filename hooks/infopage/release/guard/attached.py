"""Files that may not be attached, whatever they say: the one list, before the repository and before the public."""

from collections.abc import Iterator

from infopage.content.diagnostics import Diagnostic
from infopage.content.lints.attachments import RULES
from infopage.files.attachable import flaws
from infopage.outputs.site.generated import is_own


def unfit(path: str, data: bytes, *, published: bool = False) -> Iterator[Diagnostic]:
    """Yield why a file may not be attached, where it is an attachment: in docs/ all that is no text, in a ``published``
    site all that the build does not write itself.
    """
    is_attached = not is_own(path) if published else path.startswith("docs/") and not path.endswith(".md")
    if is_attached:
        for flaw, message in flaws(path.removeprefix("docs/"), data):
            yield Diagnostic(path, 1, RULES[flaw], message)
