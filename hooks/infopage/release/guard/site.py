"""Checks every file of a built site before publication."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from infopage.content.diagnostics import Diagnostic
from infopage.release.guard.attached import unfit
from infopage.release.guard.files import Guard
from infopage.release.guard.findings import finding
from infopage.release.guard.patterns import Patterns
from infopage.release.reading.walk import File, entries, is_plain


def check_site(folder: Path, patterns: Patterns) -> Iterator[Diagnostic]:
    """Yield the faults of all files of a built site, file by file. Paths are relative to ``folder``.

    ``patterns`` are those of content that must not be published. Files of a type that is not allowed, symbolic links
    and special files are faults too. Raises OSError.
    """
    guard = Guard(replace(patterns, drafts=patterns.drafts.read(folder)), published=True)
    for name, entry in entries(folder):
        if not is_plain(entry):
            yield finding(name, 1, "khong-kiem-duoc", "không phải tệp thường; hãy dựng lại trang")
        elif entry.is_file():
            data = File(name, entry.path).read()
            yield from unfit(name, data, published=True)
            yield from guard.check(name, data)
