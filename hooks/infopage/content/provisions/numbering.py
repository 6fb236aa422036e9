"""Finds numbering faults in an official text: labels that are repeated or skipped."""

from collections.abc import Iterable, Iterator

from infopage.content.provisions.lines import Provision
from infopage.content.provisions.ranks import Label, Rank

# The frequent ones come first, which is faster.
_COUNTED = (Rank.POINT, Rank.CLAUSE, Rank.ROMAN, Rank.LETTER, Rank.ARTICLE)


def numbering_faults(found: Iterable[Provision]) -> Iterator[tuple[int, str, str]]:
    """Yield (line, rule, message) for each label of the provisions ``found`` that is repeated or comes after a gap.

    Quotations and appendices are not checked, because they have the numbering of another text. If a list begins again
    at 1, only its first label is reported as repeated. Repeated labels still have unique anchors.
    """
    before: dict[tuple[str, int], Label] = {}
    of_kind: dict[tuple[str, str, int], Label] = {}
    anew: set[tuple[str, int]] = set()
    appended = False
    for provision in found:
        label = provision.label
        if label is None or not provision.anchor or provision.quoted:
            continue
        appended = label.key != "kem-theo" if label.rank is Rank.APPENDIX else appended
        if appended or label.rank not in _COUNTED:
            continue
        base, repeat = provision.anchor, ""
        if "~" in base and "~" in base.rpartition(".")[2]:
            base, _, repeat = base.rpartition("~")
        level = (base.removesuffix(label.key), label.depth)
        last = before.get(level)
        before[level] = label
        kind = (label.kind, label.sign, label.depth)
        of_kind[kind], last_of_kind = label, of_kind.get(kind)
        if repeat:
            if not (level in anew and last and label.follows(last)):
                message = f"nhãn “{label.text}” đã có ở trên; chỗ này được đánh địa chỉ #{provision.anchor}"
                yield provision.number, "nhan-lap", message
            anew.add(level)
        elif last and last.is_like(label) and _skips(last, label, before.get((level[0], label.depth - 1))):
            message = f"từ “{last.text}” nhảy sang “{label.text}”; hãy xem lại có sót phần nào không"
            yield provision.number, "nhan-nhay", message
        elif last is None and _begins_late(label, last_of_kind):
            message = (
                f"danh sách bắt đầu từ “{label.text}”; hãy xem lại có sót phần trước, hay đây là dòng bị ngắt không"
            )
            yield provision.number, "nhan-nhay", message


def _skips(last: Label, label: Label, holder: Label | None) -> bool:
    """Tell whether labels are missing between ``last`` and ``label``, which may be in one list.

    ``holder`` is the last label of the level above, None if there is none. No label is missing where it begins a new
    list: ``2.1.`` after ``1.2.`` begins the list of ``2.``.
    """
    if label.follows(last) or label.order <= last.order:
        return False
    own, others = label.order[:-2], last.order[:-2]
    if own == others or not label.first:
        return True
    return not (holder and holder.order[:-1] == own) and (*own[:-1], own[-1] - 1) != others


def _begins_late(label: Label, last: Label | None) -> bool:
    """Tell whether ``label`` begins a list although it is not a first label, as ``2.`` without ``1.`` before it.

    ``last`` is the label of the same kind before it, None if there is none. Numbers may go on from one part of a text
    to the next: ``4.`` after ``3.`` in another part.
    """
    if label.first or label.depth or label.order[-1] or label.kind not in ("1", "a", "I"):
        return False
    return last is None or not label.follows(last)
