"""Keeps the large parts of rendered texts (HTML, headings, provisions) in the store, and loads them when used."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, TypeVar

from infopage.content.provisions.citation import citations
from infopage.content.provisions.lines import Provision
from infopage.content.provisions.ranks import Label, Rank
from infopage.content.rendered import Heading, Rendered
from infopage.store.store import Store

_HTML, _PROVISIONS = "html", "provisions"
"""Names of shelves (namespaces) in the store, which is the cache kept between builds."""

_HELD = 64
"""The number of texts whose parts are cached in memory. Callers often need several parts of one text in succession."""

_LABEL = [field.name for field in fields(Label)]

T = TypeVar("T")
Again = Callable[[], Rendered]
"""A function that renders a text again. It is called if the parts of the text are missing from the store."""


@dataclass(frozen=True)
class _Structure:
    provisions: tuple[Provision, ...]

    @cached_property
    def cited(self) -> dict[str, str]:
        return citations(self.provisions)


class Large:
    """Stores and returns the large parts of rendered texts. A text is identified by a fingerprint of its inputs."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._html = _held(self._read_html)
        self._structure = _held(self._read_structure)

    def put(self, fingerprint: str, rendered: Rendered) -> None:
        """Store the large parts of a newly rendered text, whose inputs have this fingerprint."""
        headings = tuple((one.level, one.anchor, one.text) for one in rendered.headings)
        self._store.put(_HTML, fingerprint, (rendered.html, headings))
        if rendered.provisions:
            self._store.put(_PROVISIONS, fingerprint, _columns(rendered.provisions))

    def keep(self, fingerprints: Iterable[str]) -> None:
        """Keep the parts of the texts with these fingerprints in the store, and delete all others from it."""
        used = list(fingerprints)
        for shelf in (_HTML, _PROVISIONS):
            self._store.keep(shelf, used)

    def part(self, fingerprint: str, again: Again, name: str) -> object:
        """Return a part of the rendered text whose inputs have this fingerprint; ``name`` is a field of ``Rendered``.

        ``again`` renders the text if the part is not in the store.
        """
        if name in ("html", "headings"):
            return getattr(self._html(fingerprint, again), name)
        if name in ("provisions", "cited"):
            return getattr(self._structure(fingerprint, again), name)
        return getattr(again(), name)

    def _read_html(self, fingerprint: str, again: Again) -> Rendered:
        known: Any = self._store.get(_HTML, fingerprint)
        if known is None:
            return self._restored(fingerprint, again)
        html, headings = known
        return Rendered(html=html, headings=tuple(Heading(*one) for one in headings))

    def _read_structure(self, fingerprint: str, again: Again) -> _Structure:
        known: Any = self._store.get(_PROVISIONS, fingerprint)
        return _Structure(self._restored(fingerprint, again).provisions if known is None else _provisions(*known))

    def _restored(self, fingerprint: str, again: Again) -> Rendered:
        """Render a text, whose parts are missing from the store, with ``again``. Store its parts, and return it."""
        rendered = again()
        self.put(fingerprint, rendered)
        return rendered


def _held(read: Callable[[str, Again], T]) -> Callable[[str, Again], T]:
    """Return the function ``read`` with a small cache.

    The cache key is the fingerprint alone: the other argument is a new function object in each call.
    """
    held: dict[str, T] = {}

    def asked(fingerprint: str, again: Again) -> T:
        if fingerprint not in held:
            found = read(fingerprint, again)
            if len(held) >= _HELD:
                del held[next(iter(held))]
            held[fingerprint] = found
        return held[fingerprint]

    return asked


def _columns(found: Sequence[Provision]) -> Sequence[object]:
    """Return provisions in the form in which they are stored: the distinct labels, then one sequence for each field.

    This saves space, because a text has many provisions, but few distinct labels.
    """
    labels: dict[Label, int] = {}
    numbers, of_label, *others = zip(*found, strict=True)
    which = [-1 if label is None else labels.setdefault(label, len(labels)) for label in of_label]
    return [tuple(getattr(one, name) for name in _LABEL) for one in labels], numbers, which, *others


def _provisions(
    labels: Sequence[tuple[Any, ...]], numbers: Sequence[int], which: Sequence[int], *others: Sequence[Any]
) -> tuple[Provision, ...]:
    of_label = [*(Label(Rank(rank), *rest) for rank, *rest in labels), None]
    return tuple(map(Provision, numbers, (of_label[at] for at in which), *others))
