"""How an official document is named: by kind and number, or by kind, name and date if it has no number."""

from typing import Protocol

from infopage.content.registries import Registries
from infopage.language.dates import IssueDate
from infopage.language.folding import fold, slug
from infopage.language.symbols import Symbol

UNNUMBERED = "khong"
"""What editors write for the number of a document that was issued without one."""

_LONGEST_SLUG = 60


class Designated(Protocol):
    """The attributes by which a document is named, whether its text is on this site or not."""

    @property
    def kind(self) -> str:
        """The id of the document's kind, from the registry data/loai-van-ban.yml."""

    @property
    def symbol(self) -> Symbol | None:
        """The document's number and symbol; None if it was issued without a number."""

    @property
    def issued(self) -> IssueDate:
        """The document's date of issue."""

    @property
    def issuers(self) -> tuple[str, ...]:
        """The ids of the bodies that issued it, from the registry data/co-quan.yml; the one in charge is the first."""

    @property
    def title(self) -> str:
        """The document's short title, or else its abstract, with a capital letter at the beginning."""

    @property
    def abstract(self) -> str:
        """The document's abstract (trích yếu)."""


def undated(document: Designated, lists: Registries) -> str:
    """Return a document's name without a date: kind and number, or kind and title if it has no number.

    Examples: ``Nghị quyết số 05-NQ/TU``, ``Nghị quyết Đại hội đại biểu Đảng bộ tỉnh``.
    """
    kind = lists.kinds[document.kind].name
    if document.symbol:
        return f"{kind} số {document.symbol}"
    has_short_title = fold(document.title) != fold(document.abstract)
    own = document.title if has_short_title else document.abstract
    if f"{fold(own)} ".startswith(f"{fold(kind)} "):
        return own[:1].upper() + own[1:]
    return f"{kind}: {own}" if has_short_title else f"{kind} {own}"


def dated(document: Designated, lists: Registries) -> str:
    """Return a document's name with its date of issue: ``Nghị quyết số 05-NQ/TU, ngày 12/10/2026``."""
    return f"{undated(document, lists)}, {document.issued.dated}"


def designation(document: Designated, lists: Registries) -> str:
    """Return the name by which texts refer to a document: kind and number, or name and date if it has no number."""
    return undated(document, lists) if document.symbol else dated(document, lists)


def short_designation(document: Designated, lists: Registries) -> str:
    """Return the shortest form of a document's name: ``05-NQ/TU``, or name and date if it has no number."""
    return str(document.symbol) if document.symbol else dated(document, lists)


def before_number(document: Designated, lists: Registries) -> str:
    """Return the words above a document's title and before its number: ``Nghị quyết số``, or kind and date."""
    kind = lists.kinds[document.kind].name
    return f"{kind} số" if document.symbol else f"{kind}, {document.issued.dated}"


def heading(document: Designated, lists: Registries) -> str:
    """Return the title of a document's page: ``Nghị quyết số 05-NQ/TU: Về chuyển đổi số``, or name and date."""
    named = designation(document, lists)
    return f"{named}: {document.title}" if document.symbol else named


def issuer_names(document: Designated, lists: Registries) -> str:
    """Return the full names of the bodies that issued a document: ``Cơ quan A``, ``Cơ quan A và Cơ quan B``."""
    return _listed([lists.issuers[id].name for id in document.issuers])


def short_issuer_names(document: Designated, lists: Registries) -> str:
    """Return the short names of the bodies that issued a document, as :func:`issuer_names` returns the full ones."""
    return _listed([lists.issuers[id].short_name for id in document.issuers])


def _listed(names: list[str]) -> str:
    return " và ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def title_in_list(document: Designated, lists: Registries) -> str:
    """Return the title to show beside a document's number in a list; if it has no number, its name without a date."""
    return document.title if document.symbol else undated(document, lists)


def file_stem(document: Designated, lists: Registries) -> str:
    """Return the name that a document's file should have, without ``.md``; other words may follow it.

    It is the number, or kind, name and date: ``05-nq-tu``, ``nghi-quyet-dai-hoi-dai-bieu-2025-10-01``.
    """
    if document.symbol:
        return document.symbol.slug
    words = slug(undated(document, lists))
    words = words if words.startswith(f"{document.kind}-") else f"{document.kind}-{words}"
    if len(words) > _LONGEST_SLUG:
        words = words[: _LONGEST_SLUG + 1].rpartition("-")[0]
    return f"{words}-{document.issued.iso}"


def is_file_stem(stem: str, document: Designated) -> bool:
    """Tell whether a document's file may have the name ``stem``, which has no ``.md``.

    It must begin with the number or, if there is none, begin with the kind's id and end with the date.
    """
    if document.symbol:
        return f"{stem}-".startswith(f"{document.symbol.slug}-")
    return stem.startswith(f"{document.kind}-") and stem.endswith(f"-{document.issued.iso}")
