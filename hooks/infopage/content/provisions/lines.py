"""Reads an official text as a list of provisions: lines with their labels, permanent anchors and nesting depth."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from infopage.content.provisions.annexes import annexes_apart
from infopage.content.provisions.attached import with_attached
from infopage.content.provisions.bare import BEGINS, NEAR, bare, out_of_quotation
from infopage.content.provisions.broken import breaks_pair
from infopage.content.provisions.headings import with_headings
from infopage.content.provisions.joined import parted
from infopage.content.provisions.labels import readings
from infopage.content.provisions.notes import notes_as_text
from infopage.content.provisions.outline import TextLine
from infopage.content.provisions.passages import opening_of, passages
from infopage.content.provisions.placing import Placing
from infopage.content.provisions.provision import Provision, labelled
from infopage.content.provisions.ranks import Rank

__all__ = ["Provision", "labelled", "provisions"]

_FIRST_INSIDE = {int(Rank.ARTICLE): ((Rank.CLAUSE, 0), "1K"), int(Rank.CLAUSE): ((Rank.POINT, 0), "aA(Đ")}
"""The labels that may come second on one line, by the rank of the first label: ``Điều 29. 1.``, ``1. a)``.

Each is given as its :attr:`Label.place` and the characters that it may begin with.
"""


def provisions(lines: Iterable[tuple[int, str]], reserved: Collection[str] = ()) -> list[Provision]:
    """Return the provisions of ``lines``, given as (number, line) in order.

    Each line that is not blank is a provision, with two exceptions. A title on its own line is joined to its label. A
    second label on a line, as in ``Điều 29. 1.``, begins a new provision. ``reserved`` is as in :class:`Placing`.
    """
    texts = list(_texts(lines))
    quoted = passages(texts)
    inside = {at for passage in quoted for at in passage}
    used: dict[str, int] = {}
    own_lines: list[TextLine] = []
    for at, line in enumerate(texts):
        if at not in inside:
            own_lines += _divided(line) if line.readings else (line,)
    own = list(with_headings(_placed(own_lines, used, reserved)))
    found: list[Provision] = []
    for passage in quoted:
        before = sum(1 for provision in own if provision.number < texts[passage.start].number)
        found += own[:before]
        del own[:before]
        anchor, depth = _holder(found)
        placing = Placing(used, f"{anchor}.q." if anchor else "q.", depth, is_quoted=True, reserved=reserved)
        found += placing.run([part for at in passage for part in _divided(_unquoted(texts[at]))])
    return found + own


def _placed(lines: list[TextLine], used: dict[str, int], reserved: Collection[str]) -> list[Provision]:
    """Return the provisions of ``lines``, which have no quoted passages. Joined lines are split first if needed.

    ``used`` and ``reserved`` are as in :class:`Placing`; ``used`` is updated.
    """
    lines = with_attached(notes_as_text(annexes_apart(lines)))
    placing = Placing(used, reserved=reserved)
    found = placing.run(lines)
    if placing.gaps and (lines := parted(lines, placing.gaps)):
        used.clear()
        return Placing(used, reserved=reserved).run(lines)
    return found


def _texts(lines: Iterable[tuple[int, str]]) -> Iterator[TextLine]:
    last = after = 0
    above = ""
    for number, line in lines:
        after = after if number == last + 1 else 0
        last = number
        text = line.strip()
        if is_set_in := text.startswith(">"):
            plain = out_of_quotation(text)
            text, is_set_in = plain, plain != text
        if text:
            marked = text
            if text[0] in BEGINS or "*" in text[:NEAR] or "\\" in text:
                text = bare(text)
            found = () if text[0] in "-–" and breaks_pair(above, text) else readings(text)
            yield TextLine(number, text, after, found, marked if marked != text else "", is_set_in)
            above = text
            after = number


def _divided(line: TextLine) -> Sequence[TextLine]:
    """Return the line, split in two if an article or clause is followed by the first label in it: ``Điều 29. 1.``."""
    label = line.readings[0] if line.readings else None
    if label and (first := _FIRST_INSIDE.get(int(label.rank))):
        wanted, begins = first
        rest = line.text[len(label.text) :].lstrip()
        if rest[:1] not in begins:  # to save time: most lines have only one label
            return (line,)
        inner = [found for found in readings(rest) if found.first and found.place == wanted and not found.doubtful]
        if inner:
            return line._replace(text=label.text, marked=""), TextLine(line.number, rest, line.number, inner)
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
