"""Finds persons in tables of a PDF or RTF file, whose cells were extracted as separate lines of text.

Such a table is recognised by its column headings, such as “Họ và tên” (name) and “Ngày sinh” (birth date).
"""

import re
from collections.abc import Iterator
from itertools import takewhile

from infopage.files.segments import Segment
from infopage.language.folding import level
from infopage.release.guard.persons.facts import EARLIEST, LATEST, PersonFact, PersonRecord, dates, is_of_life, mobiles
from infopage.release.guard.persons.names import Name
from infopage.release.guard.persons.vocabulary import Vocabulary
from infopage.release.guard.spelling import normalised, squeezed

_NEAR = 40
_PLACES = {"noi-o": PersonFact.HOME, "que-quan": PersonFact.ORIGIN, "dia-chi": PersonFact.HOME}
_NEAR_HEADS = 6
"""The number of lines around the first column heading found in which the other headings of its table are searched."""
_LONGEST_CELL = 120
_BELOW_HEADS = frozenset(("sinh", "vao-dang", "giay-to", "noi-o", "dia-chi", "que-quan", "dien-thoai"))
_WORDS_BELOW_HEADS = 4
"""A longer name is cut to this many words, because the text of the next cell may follow it without a separator."""
_SURE_HEAD = re.compile(r"(?:ngay|nam|so|sinh) ")


def records_below_heads(
    segments: list[Segment], words: Vocabulary, own_numbers: frozenset[str]
) -> Iterator[PersonRecord]:
    """Yield the persons named below the column headings on each page.

    ``words`` recognises headings and names. The site's ``own_numbers`` (telephone) are not facts about a person.
    """
    for page in _pages(segments):
        first = next((at for at, one in enumerate(page) if _is_short(one) and _is_head(one, words)), None)
        if first is None:
            continue
        near = page[max(0, first - _NEAR_HEADS) : first + _NEAR_HEADS + 1]
        kinds = {kind for one in near if _is_short(one) for kind in _kinds(one, words)}
        below = takewhile(lambda one: len(one.text) < _LONGEST_CELL, page[first + 1 :])
        text = normalised(" ".join(one.text.strip() for one in below))
        if not kinds & _BELOW_HEADS or words.is_of_the_dead(text) or is_of_life(text):
            continue
        names = [name.shortened(_WORDS_BELOW_HEADS) for name in words.names.within(text) if _is_told(text, name)]
        for at, name in enumerate(names):
            until = names[at + 1].start if at + 1 < len(names) else name.end + _LONGEST_CELL
            if facts := _facts_below(text[name.end : until], kinds, own_numbers):
                yield PersonRecord(page[0].line, page[0].part, squeezed(name.text), facts)


def _is_told(text: str, name: Name) -> bool:
    """Tell whether ``name``, found in ``text``, is probably a person's and not a place's.

    It has at least three words, or a date or number follows directly.
    """
    return name.is_long or any(sign.isdigit() for sign in text[name.end : name.end + 3])


def _facts_below(rest: str, kinds: set[str], own_numbers: frozenset[str]) -> frozenset[PersonFact]:
    """Return the facts about a person in ``rest``, the text between the person's name and the next one.

    ``kinds`` are the subjects of the table's column headings, such as ``sinh`` (birth). The site's ``own_numbers``
    (telephone) do not count.
    """
    facts = {fact for kind, fact in _PLACES.items() if kind in kinds and re.search(r"[^\W_]", rest)}
    told = [when for when in dates(rest) if when.start < _NEAR and when.year <= LATEST]
    if any(when.year < EARLIEST for when in told):
        return frozenset()
    if kinds & {"sinh", "vao-dang"} and told:
        is_year = "sinh" in kinds and not any(when.whole for when in told)
        facts.add(PersonFact.BIRTH_YEAR if is_year else PersonFact.BIRTH_DATE)
    if "giay-to" in kinds and re.search(r"\d(?:[ .]?\d){5}", rest[:_NEAR]):
        facts.add(PersonFact.NUMBER)
    if "dien-thoai" in kinds and any(one not in own_numbers for one in mobiles(rest)):
        facts.add(PersonFact.TELEPHONE)
    return frozenset(facts)


def _pages(segments: list[Segment]) -> Iterator[list[Segment]]:
    pages: dict[str, list[Segment]] = {}
    for segment in segments:
        pages.setdefault(segment.part, []).append(segment)
    yield from pages.values()


def _is_short(segment: Segment) -> bool:
    return len(segment.text) < _NEAR * 2 and not any(sign.isdigit() for sign in segment.text)


def names_the_dead(segment: Segment, words: Vocabulary) -> bool:
    """Tell whether a line has the heading of a column with dates of death. A list of dead persons is allowed.

    ``words`` recognises the headings.
    """
    if not _is_short(segment):
        return False
    plain = level(normalised(segment.text))
    labels = list(words.labels(plain))
    is_table = any(label.kind in ("ho-ten", "sinh") for label in labels)
    return any(one.kind == "da-mat" and (is_table or _SURE_HEAD.match(plain, one.start)) for one in labels)


def _is_head(segment: Segment, words: Vocabulary) -> bool:
    """Tell whether a line has the heading of a column of names, or a heading that only lists of persons have.

    ``words`` recognises the headings.
    """
    plain = level(normalised(segment.text))
    return any(
        label.kind == "ho-ten"
        or (label.kind in ("sinh", "vao-dang", "giay-to") and _SURE_HEAD.match(plain, label.start) is not None)
        for label in words.labels(plain)
    )


def _kinds(segment: Segment, words: Vocabulary) -> frozenset[str]:
    return frozenset(label.kind for label in words.labels(level(normalised(segment.text))))
