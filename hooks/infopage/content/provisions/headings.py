"""Decides which provisions are headings of the page, and of which level."""

from collections.abc import Iterator

from infopage.content.provisions.provision import Provision
from infopage.content.provisions.ranks import Rank

_ENDS_SENTENCE = (*".:;,…?!”\"')",)
_HEADING_LENGTH = 200


def with_headings(found: list[Provision]) -> Iterator[Provision]:
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
        yield Provision(*provision[:4], level, *provision[5:]) if is_heading else provision


def _is_heading(provision: Provision, following: Provision | None) -> bool:
    assert provision.label is not None
    rank = provision.label.rank
    if rank < Rank.ARTICLE:
        return True
    short = len(provision.text) <= _HEADING_LENGTH and not provision.text.rstrip("*_").endswith(_ENDS_SENTENCE)
    if rank is Rank.CLAUSE:
        return short and bool(provision.text) and following is not None and following.depth > provision.depth
    return short
