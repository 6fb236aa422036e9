"""Places: lists of the provisions of documents. With them, a result for “khoản 2 Điều 5” opens at this provision.

They are in files of their own, which a browser loads only for a query that names a provision.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

from infopage.outputs.search import tuning
from infopage.outputs.wording.encoding import json_text

QUOTED = "q"
"""The part of an anchor that shows that what follows it is quoted from another document.

As the last part of an anchor, it is the letter of a point.
"""


def listed(found: Iterable[tuple[str, str]], letters: int) -> str:
    """Return the provisions of a document as JSON; empty if there are none.

    ``found`` has the anchor of each provision and its heading, which is empty if the provision is no heading of the
    page. The JSON is a list of strings, by turns:

    * the anchors of a heading and of the provisions after it, with spaces between them. Of each anchor, the parts that
      are those of the anchor before are written as full stops: ``dieu-5 .1 ..a .2`` for ``dieu-5``, ``dieu-5.1``,
      ``dieu-5.1.a`` and ``dieu-5.2``;
    * the heading of the next group. So the first group has none.

    All headings have about ``letters`` characters together. If there are too many headings, each is shortened.
    """
    groups: list[list[str]] = [[]]
    headings: list[str] = []
    before: list[str] = []
    for anchor, heading in found:
        parts = anchor.split(".")
        if QUOTED in parts[:-1]:
            continue
        if heading:
            headings.append(heading)
            groups.append([])
        same = 0
        while same < min(len(before), len(parts) - 1) and before[same] == parts[same]:
            same += 1
        groups[-1].append("." * same + ".".join(parts[same:]))
        before = parts
    if not before:
        return ""
    most = letters // len(headings) if headings else 0
    told = [" ".join(groups[0])]
    for heading, group in zip(headings, groups[1:], strict=True):
        told += [_cut(heading, most), " ".join(group)]
    return json_text(told)


def files(all_listed: Sequence[str]) -> tuple[dict[str, str], list[int]]:
    """Return the files of the places of all entries by name, and the number of the first entry of each.

    A file is a list with what ``listed`` returned for each of its entries, or 0 if that is empty. There are no files if
    no entry has provisions.
    """
    if not any(all_listed):
        return {}, []
    ends = [0, *accumulate(len(one) + 1 for one in all_listed)]
    limit = max(tuning.SMALLEST_PLACES, ends[-1] // tuning.PLACES_FILES + 1)
    firsts = [0]
    while (end := bisect_left(ends, ends[firsts[-1]] + limit)) < len(all_listed):
        firsts.append(max(end, firsts[-1] + 1))
    rows = {
        f"cho-{first}": f"[{','.join(one or '0' for one in all_listed[first:last])}]"
        for first, last in pairwise([*firsts, len(all_listed)])
    }
    return rows, firsts


def _cut(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    return f"{text[:most].rpartition(' ')[0]} …" if most > tuning.SHORTEST_HEADING else ""
