"""Kinds of files that may not be attached: one check for both the repository and the built site."""

from collections.abc import Iterator

from infopage.content.diagnostics import Diagnostic
from infopage.content.lints.attachments import RULES
from infopage.files.attachable import flaws
from infopage.outputs.site.generated import is_own


def unfit(path: str, data: bytes, *, published: bool = False) -> Iterator[Diagnostic]:
    """Yield each reason why a file may not be attached, if it is an attachment.

    In docs/ every file but Markdown is one; in a ``published`` site, every file that the build does not write itself.
    """
    is_attached = not is_own(path) if published else path.startswith("docs/") and not path.endswith(".md")
    if is_attached:
        for flaw, message in flaws(path.removeprefix("docs/"), data):
            yield Diagnostic(path, 1, RULES[flaw], message)
