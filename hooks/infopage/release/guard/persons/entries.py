"""Finds persons in lines of text: a name with facts beside it in a list item, a table row of a PDF, or a paragraph."""

import re
from dataclasses import replace
from functools import lru_cache

from infopage.files.segments import Segment
from infopage.language.folding import level
from infopage.release.guard.persons.facts import (
    EARLIEST,
    GROWN_UP,
    LATEST,
    MOBILE,
    PUBLISHED,
    PersonFact,
    PersonRecord,
    dates,
    has_identity,
    is_of_life,
    mobiles,
)
from infopage.release.guard.persons.names import Name
from infopage.release.guard.persons.vocabulary import Vocabulary
from infopage.release.guard.spelling import normalised, squeezed

_TELLING = re.compile(
    r"19\d\d|20\d\d|\d\s?[/.-]\s?\d\d|\d{6}|\d[ .-]\d{3}|(?<!\w)(?:quê|trú|ngụ|ở|nơi|địa chỉ|que|tru|dia chi)(?!\w)",
    re.IGNORECASE,
)
"""A quick test for facts about a person (years, numbers, words for an address). Lines without them are skipped."""
_BORN = re.compile(r"(?<!\w)(?:sinh|sn|vào đảng|kết nạp|cccd|căn cước)(?!\w)", re.IGNORECASE)
_BULLET = re.compile(r"\s*(?:[-+*•–·▪●]|\(?[0-9]{1,3}[.)/]?|[a-zđ][.)])[\s\xa0]+")
_LOWER = re.compile(r"(?<![^\W\d_])[a-zà-ỹđ]+(?![^\W\d_])")
_LEAD = re.compile(
    r"(?:[\W\d_]|(?:đồng chí|đ/?c|ông|bà|anh|chị|cụ|em|cháu|cô|chú|bác|thầy|hộ|chủ hộ|đảng viên|đoàn viên|hội viên"
    r"|quần chúng|học sinh|học viên|sinh viên|cử tri|công dân|họ(?: và)? tên|dong chi|ong|ba)(?![^\W\d_]))*",
    re.IGNORECASE,
)
"""The text that may stand before a name at the beginning of a list item: “Đồng chí”, “Ông/Bà:”."""
_LONGEST, _LONGEST_LEAD, _LONGEST_LINE = 600, 40, 200
_MOST_LOWER, _MOST_LOWER_OF_ENTRY = 18, 45
"""The most lower-case words in a line that names a person, and in a list item that names one. Running text has more."""
_AFTER_LABEL = re.compile(r"(?:[\W_]|ngay|nam|thang|vao|la|so|hien nay|hien tai|tai|o|xa|dang vien){0,4}$")
_PLACE = re.compile(r"\s*[:,–-]?\s*(?:[^\W\d_]|\d{1,4}[ ,/])")
_FIELD = re.compile(r"[,;()|\t–—]|\s-\s|\d[./-]\d+[./-]\d+|  ")
"""The separators between the fields of a list item, such as a comma. In a field by itself a date is a birth date."""
_NEAR = 40
_PLACES = {"noi-o": PersonFact.HOME, "que-quan": PersonFact.ORIGIN, "dia-chi": PersonFact.HOME}
_MOST_OF_SENTENCE = 3
"""A paragraph that names this many persons with facts about each is a list. With semicolons between them, two are
enough.
"""


def records_of_line(segment: Segment, words: Vocabulary, own_numbers: frozenset[str]) -> list[PersonRecord]:
    """Return the persons in a list item, or in a paragraph that lists several; none for other lines.

    ``words`` recognises names and labels. The site's ``own_numbers`` (telephone) are not facts about a person.
    """
    if not 8 < len(segment.text) < _LONGEST * 4:
        return []
    found = _records(segment.text, words, own_numbers)
    return [replace(one, line=segment.line, part=segment.part) for one in found]


@lru_cache(maxsize=1 << 15)  # cached, as the pages of a site share most lines
def _records(line: str, words: Vocabulary, own_numbers: frozenset[str]) -> list[PersonRecord]:
    segment = Segment(0, line)
    whole = normalised(line)
    if not _TELLING.search(whole):
        return []
    bullet = _BULLET.match(whole)
    text = whole[bullet.end() :] if bullet else whole
    small = len(_LOWER.findall(text))
    is_entry = bullet is not None and len(text) < _LONGEST and small <= _MOST_LOWER_OF_ENTRY
    is_line = len(text) < _LONGEST_LINE and small <= _MOST_LOWER
    if not (is_entry or is_line or _BORN.search(text)) or is_of_life(text) or words.is_of_the_dead(text):
        return []
    names = list(words.names.within(text))
    names = [name for name in names if name.is_long or _begins(text, name)]
    if not names:
        return []
    if len(names) > 1 and (found := _several(segment, text, names, words, own_numbers)):
        return found
    name = names[0]
    if not (is_entry or is_line) or not _begins(text, name):
        return []
    record = _record(segment, name, text[name.end :], words, own_numbers)
    return [record] if record else []


def _begins(text: str, name: Name) -> bool:
    """Tell whether a list item begins with ``name``, perhaps after a number or a title such as “Đồng chí”."""
    return name.start <= _LONGEST_LEAD and _LEAD.fullmatch(text, 0, name.start) is not None


def _several(
    segment: Segment, text: str, names: list[Name], words: Vocabulary, own_numbers: frozenset[str]
) -> list[PersonRecord]:
    found: list[PersonRecord] = []
    for at, name in enumerate(names):
        until = names[at + 1].start if at + 1 < len(names) else min(len(text), name.end + _LONGEST_LINE)
        record = _record(segment, name, text[name.end : until], words, own_numbers)
        if record and not record.weak:
            found.append(record)
    is_parted = text.count(";") >= len(found) - 1
    return found if len(found) >= _MOST_OF_SENTENCE or (len(found) == 2 and is_parted) else []


def _record(
    segment: Segment, name: Name, rest: str, words: Vocabulary, own_numbers: frozenset[str]
) -> PersonRecord | None:
    facts: set[PersonFact] = set()
    year = 0
    is_weak = False
    plain = level(rest)
    labels = list(words.labels(plain))
    told = list(dates(rest))
    if any(when.year < EARLIEST for when in told):
        return None
    for when in told:
        before = [label for label in labels if label.end <= when.start]
        kind = before[-1].kind if before and _is_led(plain[before[-1].end : when.start]) else ""
        if kind == "vao-dang":
            facts.add(PersonFact.ADMISSION)
        elif kind == "sinh" and when.year <= LATEST:
            facts.add(PersonFact.BIRTH_DATE if when.whole else PersonFact.BIRTH_YEAR)
            year = year or when.year
        elif kind or when.year > GROWN_UP or when.year < EARLIEST:
            continue
        elif when.whole and name.is_long and _is_field(rest, when.start):
            facts.add(PersonFact.ADMISSION if PersonFact.BIRTH_DATE in facts else PersonFact.BIRTH_DATE)
            year = year or when.year
        elif name.is_long and _is_alone(rest, when.start, when.end):
            facts.add(PersonFact.BIRTH_YEAR)
            year, is_weak = year or when.year, True
    for label in labels:
        if label.kind in _PLACES and _PLACE.match(rest, label.end):
            facts.add(_PLACES[label.kind])
        if label.kind == "giay-to" and re.match(r"\W{0,4}(?:số|so)?\W{0,4}[\d]", rest[label.end :], re.IGNORECASE):
            facts.add(PersonFact.NUMBER)
    if has_identity(rest):
        facts.add(PersonFact.NUMBER)
    if MOBILE.search(rest) and any(one not in own_numbers for one in mobiles(rest)):
        facts.add(PersonFact.TELEPHONE)
    if not facts or 0 < year < EARLIEST:
        return None
    is_weak = is_weak and facts == {PersonFact.BIRTH_YEAR}
    return PersonRecord(segment.line, segment.part, squeezed(name.text), frozenset(facts), is_weak, year)


def _is_led(between: str) -> bool:
    return len(between) < _NEAR // 2 and _AFTER_LABEL.fullmatch(between) is not None


def _is_field(rest: str, start: int) -> bool:
    """Tell whether a date in a list item is a birth date.

    It is one if nothing but the sex (“nam”, “nữ”) stands before it in its field. ``rest`` is the text after the name,
    and the date begins there at offset ``start``.
    """
    return set(_LOWER.findall(_FIELD.split(rest[:start])[-1])) <= {"nam", "nữ", "nu"}


def _is_alone(rest: str, start: int, end: int) -> bool:
    """Tell whether a year is probably one of birth: it follows a name directly, and no words about a book follow it.

    ``rest`` is the text after the name. The year is there at the offsets ``start`` to ``end``.
    """
    is_first = len(rest[:start].strip(" \t(,;:-–|")) == 0
    return is_first and not PUBLISHED.search(rest[end:])
