"""The provisions of an official text: each line with its label as typed, its permanent anchor and its place."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from infopage.content.labels import Label, Rank, label_of

_ENDS_SENTENCE = re.compile(r"[.;:,…?!”\"')]$")
_HEADING_LENGTH = 200


@dataclass(frozen=True)
class Provision:
    """One line of an official text.

    ``number`` is the line, from 1. ``label`` is None for plain text. ``text`` is what follows the label, as typed.
    ``anchor`` is unique in the document; dashes and plain text have none. ``heading`` is the heading level,
    2 to 6, or 0 for a paragraph.
    """

    number: int
    label: Label | None
    text: str
    anchor: str = ""
    heading: int = 0


def provisions(lines: Iterable[tuple[int, str]]) -> list[Provision]:
    """Return a provision for each line that is not blank; ``lines`` are (number, line) pairs in order."""
    found = _join_titles([_split(number, line.strip()) for number, line in lines if line.strip()])
    return list(_place(found))


def _split(number: int, line: str) -> Provision:
    label = label_of(line)
    return Provision(number, label, line[len(label.text) :].strip() if label else line)


def _join_titles(found: list[Provision]) -> list[Provision]:
    """Join a part's or chapter's title to its label where it stands on the next line, in capitals."""
    joined: list[Provision] = []
    for provision in found:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.label is not None
            and last.label.rank < Rank.ARTICLE
            and not last.text
            and provision.label is None
            and provision.text == provision.text.upper()
        ):
            joined[-1] = replace(last, text=provision.text)
        else:
            joined.append(provision)
    return joined


def _place(found: list[Provision]) -> Iterator[Provision]:
    stack: list[tuple[tuple[int, int], str, bool]] = []
    used: dict[str, int] = {}
    for index, provision in enumerate(found):
        if provision.label is None:
            yield provision
            continue
        label = provision.label
        while stack and stack[-1][0] >= label.place:
            stack.pop()
        following = found[index + 1] if index + 1 < len(found) else None
        level = 2 + sum(heading for _, _, heading in stack)
        heading = level <= 6 and _is_heading(provision, following)
        anchor = _anchor(label, [key for _, key, _ in stack if key])
        stack.append((label.place, anchor, heading))
        if anchor:
            used[anchor] = used.get(anchor, 0) + 1
            anchor += f"~{used[anchor]}" if used[anchor] > 1 else ""
        yield replace(provision, anchor=anchor, heading=level if heading else 0)


def _anchor(label: Label, above: list[str]) -> str:
    if not label.key:
        return ""
    if label.rank <= Rank.ARTICLE and label.rank not in (Rank.SECTION, Rank.SUBSECTION):
        inside = above[0] if above and above[0].startswith("phu-luc") and label.rank is not Rank.APPENDIX else ""
        return f"{inside}.{label.key}" if inside else label.key
    if not above:
        return label.key
    parent = above[-1]
    outer, _, _ = label.key.rpartition(".")
    if outer and (parent == outer or parent.endswith(f".{outer}")):
        return parent[: len(parent) - len(outer)] + label.key
    return f"{parent}.{label.key}"


def _is_heading(provision: Provision, following: Provision | None) -> bool:
    assert provision.label is not None
    rank = provision.label.rank
    if rank in (Rank.DASH, Rank.PLUS, Rank.POINT):
        return False
    if rank < Rank.ARTICLE:
        return True
    short = 0 < len(provision.text) <= _HEADING_LENGTH and not _ENDS_SENTENCE.search(provision.text)
    if rank is Rank.CLAUSE:
        return (
            short
            and following is not None
            and (following.label is None or following.label.place > provision.label.place)
        )
    return short


def numbering_faults(found: Iterable[Provision]) -> Iterator[tuple[int, str, str]]:
    """Yield (line, rule, message) for labels that repeat or skip; they are addressed uniquely all the same."""
    last: dict[str, tuple[int, str]] = {}
    for provision in found:
        if provision.label is None or not provision.anchor:
            continue
        base, _, repeat = provision.anchor.partition("~")
        if repeat:
            message = f"nhãn “{provision.label.text}” đã có ở trên; chỗ này được đánh địa chỉ #{provision.anchor}"
            yield provision.number, "nhan-lap", message
            continue
        if provision.label.rank not in (Rank.ARTICLE, Rank.CLAUSE) or not (number := _ordinal(provision.label.key)):
            continue
        parent = base[: len(base) - len(provision.label.key)]
        before, label = last.get(parent, (0, ""))
        if before and number > before + 1:
            message = f"từ “{label}” nhảy sang “{provision.label.text}”; hãy xem lại có sót phần nào không"
            yield provision.number, "nhan-nhay", message
        last[parent] = (number, provision.label.text)


def _ordinal(key: str) -> int:
    digits = re.search(r"(\d+)$", key)
    return int(digits[1]) if digits else 0
