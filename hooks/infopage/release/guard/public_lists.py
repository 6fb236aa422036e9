"""Allows lists of persons that a law makes public, until the date in the item's key ``danh_sach_cong_khai``.

The key also names the law and the decision. It allows names, years of birth and places of origin in the item, in the
files whose names the item mentions, and wherever the site repeats them. No other facts about these persons are allowed
anywhere.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path

from infopage.content import frontmatter
from infopage.content.diagnostics import Diagnostic
from infopage.content.fields import Context, FieldError
from infopage.content.model_parts import PublicList
from infopage.content.schema import RecordOf as KeyGroup
from infopage.content.source import read
from infopage.files.segments import Row, Segment
from infopage.language.dates import format_date, hanoi
from infopage.release.guard.files import Guard
from infopage.release.guard.findings import finding
from infopage.release.guard.patterns import Patterns
from infopage.release.guard.persons.facts import PersonRecord
from infopage.release.guard.persons.lists import Finder

KEY = "danh_sach_cong_khai"
_FILE = re.compile(r"[\w./-]+\.(?:pdf|docx|xlsx|odt|ods|csv|txt)(?![\w.])", re.IGNORECASE)


@dataclass(frozen=True)
class _Claim:
    """An item with the key ``danh_sach_cong_khai``, which states that its list of persons is public by law.

    ``path`` and ``text`` are the path and the content of the item's file, ``line`` is the key's line in it, and
    ``made`` is the value of the key.
    """

    path: str
    line: int
    text: str
    made: PublicList


@dataclass(frozen=True)
class _Recording(Finder):
    """A finder of lists of persons that collects the names it finds."""

    heard: set[str] = field(default_factory=set)

    def find(
        self, rows: Iterable[Row], segments: Iterable[Segment], *, loose: bool = False
    ) -> Iterator[list[PersonRecord]]:
        for records in super().find(rows, segments, loose=loose):
            self.heard.update(record.name for record in records)
            yield records


class _Reader(Guard):
    """A guard that is used only to collect the names in the lists of files."""

    @cached_property
    def persons(self) -> _Recording:
        return _Recording(self.patterns.words, self.patterns.own_numbers)


def with_public_lists(patterns: Patterns, root: Path, instant: datetime) -> tuple[Patterns, list[Diagnostic]]:
    """Return the patterns with the names that items of the project may publish by law at ``instant``, and warnings.

    There is a warning for each such item, also for one whose period has ended.
    """
    reader = _Reader(patterns)
    told: list[Diagnostic] = []
    for claim in _claims(root):
        until = format_date(claim.made.until)
        if hanoi(instant).date() > claim.made.until:
            about = f"thời hạn công khai danh sách đã hết ngày {until}; hãy bỏ danh sách, giữ bài với khóa thu_hoi"
            told.append(finding(claim.path, claim.line, "cong-khai-theo-luat", about, warn=True))
            continue
        about = f"danh sách được công khai theo {claim.made.law}, {claim.made.decision}, đến hết ngày {until}"
        told.append(finding(claim.path, claim.line, "cong-khai-theo-luat", about, warn=True))
        for path, data in _files(root, claim):
            for _ in reader.check(path, data):
                pass
    return replace(patterns, public_names=frozenset(reader.persons.heard)), told


def _claims(root: Path) -> Iterator[_Claim]:
    for file in sorted((root / "docs").rglob("*.md")):
        path = file.relative_to(root).as_posix()
        source, _ = read(root, path)
        if source is None or KEY not in source.text:
            continue
        page, _ = frontmatter.split(source)
        for entry in page.header.entries if page else ():
            if entry.key == KEY:
                try:
                    made = KeyGroup(PublicList).parse(entry.value, Context({}))
                except FieldError:  # an invalid key allows nothing; infopage check reports it
                    continue
                yield _Claim(path, entry.line, source.text, made)


def _files(root: Path, claim: _Claim) -> Iterator[tuple[str, bytes]]:
    """Yield the path and content of the item that makes a claim, and of each file in docs/ that it names."""
    yield claim.path, claim.text.encode()
    for name in sorted(set(_FILE.findall(claim.text))):
        path = posixpath.normpath(posixpath.join(posixpath.dirname(claim.path), name))
        if path.startswith("docs/") and (root / path).is_file():
            yield path, (root / path).read_bytes()
