"""Checks one file of any type, its text and its invisible parts, for anything that must not be published."""

import posixpath
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from zipfile import BadZipFile, ZipFile

from infopage.content.diagnostics import Diagnostic
from infopage.content.registries import GUARD
from infopage.files import types
from infopage.files.attachable import RECORDED
from infopage.files.data_uris import files_within
from infopage.files.images import read_image
from infopage.files.loose import loose_words
from infopage.files.mail import is_mail, mail_parts
from infopage.files.markdown_text import line_segments, table_segments
from infopage.files.markup_text import string_segments
from infopage.files.office import around, is_office, open_archive, read_office, unpacked
from infopage.files.office_tables import office_rows
from infopage.files.pdf import read_pdf
from infopage.files.reading import Reading, Trait, TraitKind, unreadable
from infopage.files.recordings import read_recording
from infopage.files.rtf import read_rtf
from infopage.files.segments import Row, Segment
from infopage.files.types import FileType
from infopage.outputs.search.scripts import without_bits
from infopage.release.guard.asides import asides
from infopage.release.guard.findings import finding
from infopage.release.guard.names import NameGuard
from infopage.release.guard.open_drafts import RULE as DRAFT
from infopage.release.guard.passwords import Passwords
from infopage.release.guard.patterns import Patterns
from infopage.release.guard.persons.facts import BY_LAW
from infopage.release.guard.persons.lists import Finder, is_list
from infopage.release.guard.readers import is_program, reader_of, ways_to_read
from infopage.release.guard.stamps import Stamps
from infopage.release.guard.strings import number_rules, secret_lines

_IMAGES = frozenset(ending for kind in types.IMAGES for ending in types.ENDINGS[kind])
_RULES = {
    TraitKind.METADATA: "sieu-du-lieu",
    TraitKind.HIDDEN: "an-trong-tep",
    TraitKind.UNREADABLE: "khong-kiem-duoc",
    TraitKind.NO_READER: "khong-kiem-duoc",
}
"""The rule that each kind of trait breaks. A trait is something in a file other than its text, such as metadata."""
_DEEPEST = 2
_TOO_SMALL = 24
"""The fewest bytes of a PDF or an image. A smaller file is checked as text, whatever its name."""


@dataclass(frozen=True)
class Guard:
    """The guard: checks files and texts against the patterns of data/bao-ve.yml.

    ``published`` means that the files are those of a built site; otherwise they are those of the repository.
    """

    patterns: Patterns
    published: bool = False

    @cached_property
    def stamps(self) -> Stamps:
        """The object that finds stamps (markings such as “MẬT”), created once because it caches its results."""
        return Stamps(self.patterns)

    @cached_property
    def of_drafts(self) -> "Guard":
        """The guard for drafts put to the people: they may carry their stamp and no other."""
        return replace(self, patterns=self.patterns.of_drafts)

    def _stamped(self, path: str, segments: list[Segment]) -> Iterator[tuple[Segment, str]]:
        """Yield the segments of a file with stamps, and their rules, except the words of drafts put to the people."""
        for segment, rule in self.stamps.find(iter(segments)):
            may_pass = rule == DRAFT and self.published and self.patterns.drafts.are_quoted(path, segment.text)
            yield from self.of_drafts.stamps.find(iter([segment])) if may_pass else ((segment, rule),)

    @cached_property
    def names(self) -> NameGuard:
        """The object that checks file names, created once because it caches its results."""
        return NameGuard(self.patterns, self.stamps)

    def check(self, path: str, data: bytes) -> Iterator[Diagnostic]:
        """Yield the faults of a file. Equal faults in the same line are yielded once.

        ``path`` is the file's name in messages, with ``/`` between folders.
        """
        told: set[tuple[int, str, str]] = set()
        guard = self.of_drafts if self.patterns.drafts.are_at(path) else self
        for one in guard._faults(path, data, 0):
            if (one.line, one.rule, one.message) not in told:
                told.add((one.line, one.rule, one.message))
                yield one

    def check_text(self, path: str, text: str) -> Iterator[Diagnostic]:
        """Yield the faults of a text that is not a file, such as a commit message. ``path`` names it in messages."""
        yield from self._text(path, text, line_segments)

    def _faults(self, path: str, data: bytes, depth: int) -> Iterator[Diagnostic]:
        hidden = self.published or path.startswith("docs/")
        for rule in self.names.rules(path, hidden=hidden):
            yield finding(path, 1, rule, where="tên tệp" if rule != "ten-tep-cam" else "")
        ending = posixpath.splitext(path)[1].lower()
        if ending == ".map":
            yield finding(path, 1, "ban-do-nguon")
        kind = types.type_of(data)
        text = types.text_of(data)
        if len(data) < _TOO_SMALL and ending in (*_IMAGES, ".pdf") and text is not None:
            yield from self._text(path, text, line_segments)
        elif kind is FileType.PDF or ending == ".pdf":
            yield from self._parts(path, read_pdf(data), loose=True)
        elif kind in types.IMAGES or ending in _IMAGES:
            yield from self._parts(path, read_image(data))
        elif kind in types.ARCHIVES:
            yield from self._archive(path, data, depth)
        elif kind is FileType.RTF:
            yield from self._parts(path, read_rtf(data), loose=True)
        elif kind in RECORDED:
            yield from self._parts(path, read_recording(data, kind))
        elif is_mail(data):
            yield from self._members(path, mail_parts(data), depth)
        elif kind is FileType.OLE:
            why = "tệp Office kiểu cũ hoặc có mật khẩu, máy không đọc được; hãy lưu lại thành .docx, .xlsx hoặc PDF"
            yield finding(path, 1, "khong-kiem-duoc", why)
        elif text is not None:
            yield from self._text_file(path, text, ending, depth)
        elif kind is not FileType.FONT:
            why = "loại tệp này máy không đọc được; hãy bỏ đi, hoặc dùng PDF, .docx, .xlsx, .odt, JPEG, PNG"
            yield finding(path, 1, "khong-kiem-duoc", why)

    def _text_file(self, path: str, text: str, ending: str, depth: int) -> Iterator[Diagnostic]:
        if (is_program(path, ending) and not self.published) or path == f"data/{GUARD}.yml":
            yield from (finding(path, line, "khoa-bi-mat") for line in secret_lines(text, self.patterns))
            return
        if self.published:
            text = without_bits(path, text)
        yield from self._text(path, text, *reader_of(ending, text))
        for line, content in files_within(text) if depth <= _DEEPEST else ():
            for one in self._faults("tệp trong dòng.", content, depth + 1):
                yield replace(one, path=path, line=line, message=f"tệp nhúng trong dòng này: {one.message}")
        yield from asides(path, text, ending, published=self.published)

    def _text(
        self,
        path: str,
        text: str,
        segments: Callable[[str], Iterator[Segment]],
        rows: Callable[[str], Iterator[Row]] | None = None,
    ) -> Iterator[Diagnostic]:
        yield from (finding(path, line, "khoa-bi-mat") for line in secret_lines(text, self.patterns))
        is_suspect = any(map(self.stamps.is_suspect, ways_to_read(text)))
        is_read = segments is not string_segments or rows is not None
        found = list(segments(text)) if is_suspect or is_read else []
        if is_suspect:
            for segment, rule in self._stamped(path, found):
                yield finding(path, segment.line, rule, where=segment.part)
        if is_read:
            table = list(rows(text)) if rows else []
            if self.passwords.is_suspect(text):
                for line, where in self.passwords.find(found, table):
                    yield finding(path, line, "khoa-bi-mat", where=where)
            # In CSV files persons are searched for in whole lines: a name and the facts about it are separate cells.
            lines = list(line_segments(text)) if segments is table_segments else found
            yield from self._personal(path, lines, table)

    @cached_property
    def passwords(self) -> Passwords:
        """The object that finds passwords in texts and tables."""
        return Passwords(self.patterns.secret_labels)

    @cached_property
    def number_rules(self) -> Callable[[str], tuple[str, ...]]:
        """A cached function that takes a line and returns the slugs of the rules that its personal numbers break.

        Personal numbers are, for example, those of identity cards and mobile phones. The cache saves time, because
        pages share most of their lines.
        """
        return lru_cache(maxsize=1 << 16)(lambda line: number_rules(line, self.patterns))

    @cached_property
    def persons(self) -> Finder:
        """The object that finds lists of persons with facts about them."""
        return Finder(self.patterns.words, self.patterns.own_numbers)

    def _personal(
        self, path: str, segments: list[Segment], rows: Iterable[Row], *, loose: bool = False
    ) -> Iterator[Diagnostic]:
        for segment in segments:
            for rule in self.number_rules(segment.text):
                yield finding(path, segment.line, rule, where=segment.part)
        for persons in self.persons.find(rows, segments, loose=loose):
            barred = [one for one in persons if not (one.name in self.patterns.public_names and one.facts <= BY_LAW)]
            # In a list that is public by law, one person with facts that this law does not cover is a fault too.
            if is_list(barred) or 0 < len(barred) < len(persons):
                yield finding(path, barred[0].line, "danh-sach-ca-nhan", where=barred[0].part)

    def _parts(
        self, path: str, reading: Reading, rows: Iterable[Row] = (), *, loose: bool = False
    ) -> Iterator[Diagnostic]:
        """Yield the faults of a file without line numbers, such as a PDF: they are all reported on line 1.

        ``reading`` has the file's texts and traits, and ``rows`` are the rows of its tables. ``loose`` means that its
        tables can be read only as lines of text.
        """
        segments: list[Segment] = []
        for one in reading:
            if isinstance(one, Trait):
                yield finding(path, 1, _RULES[one.kind], one.about, one.where, warn=one.mild)
            elif one.text.strip():
                segments.append(one)
        for segment, rule in self._stamped(path, segments):
            yield finding(path, 1, rule, where=segment.part)
        yield from self._personal(path, segments, rows, loose=loose)
        text = "\n".join(segment.text for segment in segments)
        yield from (finding(path, 1, "khoa-bi-mat") for _ in secret_lines(text, self.patterns))
        if self.passwords.is_suspect(text):
            yield from (finding(path, 1, "khoa-bi-mat") for _ in self.passwords.find(segments))

    def _archive(self, path: str, data: bytes, depth: int) -> Iterator[Diagnostic]:
        archive = open_archive(data)
        if archive is None or depth > _DEEPEST:
            why = "tệp nén hỏng, có mật khẩu, quá lớn hoặc lồng nhau; hãy nén lại cho gọn, không đặt mật khẩu"
            yield finding(path, 1, "khong-kiem-duoc", why)
        elif is_office(frozenset(archive.namelist())):
            yield from self._parts(path, read_office(archive), office_rows(archive))
        else:
            yield from self._round(path, archive)
            try:
                yield from self._members(path, unpacked(archive), depth)
            except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
                yield from self._parts(path, iter([unreadable("tệp nén hỏng; hãy nén lại")]))

    def _round(self, path: str, archive: ZipFile) -> Iterator[Diagnostic]:
        """Yield the faults of texts in a zip file that unpacking does not show.

        These texts are comments, and bytes before or after the archive.
        """
        comments = (archive.comment, *(member.comment for member in archive.infolist()))
        words = [one.decode("utf-8", "replace") for one in comments if one]
        yield from self._text(path, "\n".join((*words, *loose_words(around(archive)))), line_segments)

    def _members(self, path: str, members: Iterable[tuple[str, bytes]], depth: int) -> Iterator[Diagnostic]:
        for name, content in members:
            for one in self._faults(name, content, depth + 1):
                where = f"tệp {name} ở trong, dòng {one.line}"
                yield Diagnostic(path, 1, one.rule, f"{where}: {one.message}", one.severity)
