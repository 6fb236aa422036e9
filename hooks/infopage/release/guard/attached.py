"""Checks that attached files are of an allowed type, in the repository and in the built site alike."""

from collections.abc import Iterator

from infopage.content.diagnostics import Diagnostic
from infopage.content.lints.attachments import RULES
from infopage.files.attachable import flaws
from infopage.outputs.site.generated import is_own


def unfit(path: str, data: bytes, *, published: bool = False) -> Iterator[Diagnostic]:
    """Yield each reason why a file may not be attached; nothing for a file that is allowed or is not an attachment.

    In docs/, every file except Markdown is an attachment. In a ``published`` site, every file that the build did not
    generate is one.
    """
    is_attached = not is_own(path) if published else path.startswith("docs/") and not path.endswith(".md")
    if is_attached:
        for flaw, message in flaws(path.removeprefix("docs/"), data):
            yield Diagnostic(path, 1, RULES[flaw], message)
