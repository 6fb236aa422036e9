"""Reads an official text as a list of provisions: lines with their labels, permanent anchors and nesting depth."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from infopage.content.provisions.attached import with_attached
from infopage.content.provisions.labels import is_capitals, is_title, readings
from infopage.content.provisions.outline import Open, OpenProvisions, TextLine
from infopage.content.provisions.passages import opening_of, passages
from infopage.content.provisions.ranks import Label, Rank

_ENDS_SENTENCE = (*".;:,…?!”\"')",)
_HEADING_LENGTH = 200
_FIRST_INSIDE = {Rank.ARTICLE: Rank.CLAUSE, Rank.CLAUSE: Rank.POINT}
_ENDS_BODY = re.compile(r"\./\.\W*$")
_BEGINS_CLOSING = re.compile(
    r"(?i:nơi nhận)\b|(?:.*\|\s*)?(?:T/M|TM\.?|K/T|KT\.?|T/L|TL\.?|TUQ\.?)\s+[^\W\d_]{2}"
    r"|(?:PHÓ |THỨ |QUYỀN |TỔNG )?"
    r"(?:CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG|TRƯỞNG BAN|THỐNG ĐỐC|BÍ THƯ|GIÁM ĐỐC|CHÁNH VĂN PHÒNG)\b"
)


class Provision(NamedTuple):
    """One line of an official text, labelled or not, or the part of a line that has one label.

    A line with several labels is several provisions: ``1. a) Nộp đơn`` is ``1.`` without text, then ``a) Nộp đơn``.
    """

    number: int
    """The number of the line in the text, from 1."""
    label: Label | None
    """The label, such as ``Điều 5.`` or ``a)``; None for plain text."""
    text: str
    """The text after the label, as typed."""
    anchor: str = ""
    """The anchor, which is unique in the document. Dashes and plain text have none."""
    heading: int = 0
    """The heading level, 2 to 6; 0 for a paragraph."""
    depth: int = 0
    """The number of provisions that contain this one."""
    quoted: bool = False
    """Whether it is quoted from the text that this document amends.

    It is then contained in the provision that quotes it. Its anchor consists of the anchor of that provision, ``.q.``,
    and the anchor that it would have in the quoted text alone.
    """

    @property
    def line(self) -> str:
        """The whole line: label and text."""
        return labelled(self.label, self.text)


def labelled(label: Label | None, text: str) -> str:
    """Return the label of a provision and the text after it as one line."""
    return f"{label.text} {text}".rstrip() if label else text


def provisions(lines: Iterable[tuple[int, str]]) -> list[Provision]:
    """Return the provisions of ``lines``, given as (number, line) in order.

    Each line that is not blank is a provision, with two exceptions. A title on its own line is joined to its label. A
    second label on a line, as in ``Điều 29. 1.``, begins a new provision.
    """
    texts = list(_texts(lines))
    quoted = passages(texts)
    inside = {at for passage in quoted for at in passage}
    used: dict[str, int] = {}
    own_lines: list[TextLine] = []
    for at, line in enumerate(texts):
        if at not in inside:
            own_lines += _divided(line) if line.readings else (line,)
    own = list(_with_headings(_Placing(used).run(with_attached(own_lines))))
    found: list[Provision] = []
    for passage in quoted:
        before = sum(1 for provision in own if provision.number < texts[passage.start].number)
        found += own[:before]
        del own[:before]
        anchor, depth = _holder(found)
        placing = _Placing(used, f"{anchor}.q." if anchor else "q.", depth, is_quoted=True)
        found += placing.run([part for at in passage for part in _divided(_unquoted(texts[at]))])
    return found + own


def _texts(lines: Iterable[tuple[int, str]]) -> Iterator[TextLine]:
    last = after = 0
    for number, line in lines:
        after = after if number == last + 1 else 0
        last = number
        if text := line.strip():
            yield TextLine(number, text, after, readings(text))
            after = number


def _divided(line: TextLine) -> Sequence[TextLine]:
    """Return the line, split in two if an article or clause is followed by the first label in it: ``Điều 29. 1.``."""
    label = line.readings[0] if line.readings else None
    if label and label.rank in _FIRST_INSIDE:
        wanted = (_FIRST_INSIDE[label.rank], 0)
        rest = line.text[len(label.text) :].lstrip()
        inner = [found for found in readings(rest) if found.first and found.place == wanted and not found.doubtful]
        if inner:
            return line._replace(text=label.text), TextLine(line.number, rest, line.number, inner)
    return (line,)


def _unquoted(line: TextLine) -> TextLine:
    """Return a line of a quoted passage with the labels that it may have after an opening quotation mark."""
    if not (opening := opening_of(line.text)):
        return line
    found = readings(line.text[len(opening) :])
    # Usually a label such as ``c.`` is doubted if no ``b.`` comes before it. But a quotation may begin inside a list.
    return line._replace(readings=[replace(label, text=opening + label.text, doubtful=False) for label in found])


def _holder(found: list[Provision]) -> tuple[str, int]:
    """Return (anchor, depth) for the line after the provisions ``found``.

    ``anchor`` is that of the innermost provision with an anchor that contains the line, ``depth`` is the line's depth.
    """
    depth = found[-1].depth + (found[-1].label is not None) if found else 0
    inner = depth
    for provision in reversed(found):
        if provision.quoted or provision.label is None or provision.depth >= inner:
            continue
        if provision.anchor:
            return provision.anchor, depth
        inner = provision.depth
    return "", depth


@dataclass
class _Placing:
    """Turns the lines of a text, or of a quoted passage in it, into provisions with anchors and depths."""

    used: dict[str, int]
    """How often each anchor was used so far, to keep anchors unique."""
    prefix: str = ""
    """The beginning of the anchors of a quoted passage; '' for the text itself."""
    depth: int = 0
    """The depth of the outermost provisions: that of the quoted passage, or 0 for the text itself."""
    is_quoted: bool = False
    """Whether the lines are a quoted passage."""

    def run(self, lines: list[TextLine]) -> list[Provision]:
        found: list[Provision] = []
        outline = OpenProvisions()
        begun, closing, last_number = self.is_quoted, False, 0
        last: Provision | None = None
        for at, line in enumerate(lines):
            label = outline.settle(lines, at) if line.readings else None
            if last and label is None and line.after == last_number and _is_title_of(last, line.text):
                found[-1] = last = last._replace(text=f"{last.text} {line.text}".strip())
                last_number = line.number
                continue
            if begun and not self.is_quoted:
                closing = closing and (label is None or label.rank >= Rank.STAR)
                closing = closing or (label is None and bool(_BEGINS_CLOSING.match(line.text)))
            if closing or (label is None and not begun):
                # No provision contains the recipients, the signatures or the text before the first label.
                outline.open.clear()
                label = None if closing else label
            last = self._placed(line, label, outline, last)
            found.append(last)
            begun = begun or bool(last.anchor)
            closing = closing or (begun and not self.is_quoted and _ends_body(line.text))
            last_number = line.number
        return found

    def _placed(
        self, line: TextLine, label: Label | None, outline: OpenProvisions, last: Provision | None
    ) -> Provision:
        if label is None:
            depth = self.depth + len(outline.open)
            return Provision(line.number, None, line.text, "", 0, depth, self.is_quoted)
        after_colon = last is not None and last.label is not None and last.text.endswith(":")
        open = outline.open
        del open[outline.room_for(label, after_colon=after_colon) :]
        anchor = self._anchor(label, open) if label.key else ""
        depth = self.depth + len(open)
        open.append(Open(label, anchor))
        start = len(label.text)
        text = line.text[start + line.text.startswith(" ", start) :].strip()
        return Provision(line.number, label, text, anchor, 0, depth, self.is_quoted)

    def _anchor(self, label: Label, above: list[Open]) -> str:
        key, holder, held_by = label.key, "", ""
        for inner, anchor in _holders(label, above):
            if anchor:
                holder, held_by = anchor, inner.key
        if not holder:
            anchor = self.prefix + key
        elif key.startswith(f"{held_by}."):
            anchor = holder + key[len(held_by) :]
        else:
            anchor = f"{holder}.{key}"
        times = self.used[anchor] = self.used.get(anchor, 0) + 1
        return anchor if times == 1 else f"{anchor}~{times}"


def _holders(label: Label, above: list[Open]) -> Iterable[Open]:
    """Return those of ``above`` whose anchors may begin the anchor of ``label``. An article's has no chapter."""
    if label.rank <= Rank.ARTICLE and label.rank not in (Rank.SECTION, Rank.SUBSECTION):
        return [one for one in above if one.label.rank <= Rank.FORM]
    return above


def _ends_body(text: str) -> bool:
    return "./." in text and bool(_ENDS_BODY.search(text))


def _is_title_of(last: Provision, text: str) -> bool:
    """Tell whether ``text``, on its own line, is the title of ``last`` or continues that title."""
    label = last.label
    if label is None or label.rank in (Rank.FORM, Rank.ARTICLE) or label.rank > Rank.ROMAN:
        return False
    if last.text or label.rank > Rank.ARTICLE or label.key == "kem-theo" or not label.order[0]:
        return is_capitals(last.text or text) and is_capitals(text) and len(text.split()) > 1
    return is_title(text)


def _with_headings(found: list[Provision]) -> Iterator[Provision]:
    """Yield the provisions with their heading levels set. A heading is one level below the headings that contain it."""
    inside: list[bool] = []
    for at, provision in enumerate(found):
        if provision.label is None:
            yield provision
            continue
        del inside[provision.depth :]
        if provision.label.rank >= Rank.POINT:  # to save time: points and below are no headings
            inside.append(False)
            yield provision
            continue
        level = 2 + sum(inside)
        is_heading = level <= 6 and _is_heading(provision, found[at + 1] if at + 1 < len(found) else None)
        inside.append(is_heading)
        yield provision._replace(heading=level) if is_heading else provision


def _is_heading(provision: Provision, following: Provision | None) -> bool:
    assert provision.label is not None
    rank = provision.label.rank
    if rank < Rank.ARTICLE:
        return True
    short = len(provision.text) <= _HEADING_LENGTH and not provision.text.endswith(_ENDS_SENTENCE)
    if rank is Rank.CLAUSE:
        return short and bool(provision.text) and following is not None and following.depth > provision.depth
    return short
