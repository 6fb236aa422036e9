"""Keeps large parts of rendered texts (HTML, headings, provisions) in the builds' cache; loads them when used."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any, Generic, TypeVar

from infopage.content.provisions.citation import citations
from infopage.content.provisions.lines import Provision
from infopage.content.provisions.ranks import Label, Rank
from infopage.content.rendered import Heading, Rendered
from infopage.store.store import Store

_HTML, _PROVISIONS = "html", "provisions"
"""Names of shelves (namespaces) in the store, which is the cache kept between builds."""

_LAST_HELD = 64
"""The number of texts whose parts stay in memory after their use: callers often need several parts of one text."""

_FIRST_HELD = 110_000_000
"""The estimated bytes of memory to use for the HTML of a build's first texts, and as many again for their provisions.

A build goes through all texts several times, in the same order. So the first texts stay in memory until its end. A
later text would be dropped from memory before its next use, so it is loaded again.
"""

_PER_HEADING, _PER_PROVISION = 250, 450
"""The estimated bytes of memory that one heading and one provision take."""

_LABEL = [field.name for field in fields(Label)]

T = TypeVar("T")
Again = Callable[[], Rendered]
"""A function that renders a text again. It is called if parts of the text are missing from the builds' cache."""


@dataclass(frozen=True)
class _Structure:
    provisions: tuple[Provision, ...]

    @cached_property
    def cited(self) -> dict[str, str]:
        return citations(self.provisions)


class _Cache(Generic[T]):
    """Caches parts of texts in memory, by the fingerprint of the text: those of the first texts and of the last few."""

    def __init__(self, size: Callable[[T], int]) -> None:
        """Prepare an empty cache; ``size`` estimates the bytes of memory of a part."""
        self._size = size
        self._room = _FIRST_HELD
        self._first: dict[str, T] = {}
        self._last: dict[str, T] = {}

    def get(self, fingerprint: str) -> T | None:
        return self._first.get(fingerprint) or self._last.get(fingerprint)

    def add(self, fingerprint: str, part: T) -> T:
        if self._room > 0:
            self._room -= self._size(part)
            self._first[fingerprint] = part
            return part
        if len(self._last) >= _LAST_HELD:
            del self._last[next(iter(self._last))]
        self._last[fingerprint] = part
        return part


class Large:
    """Stores and returns the large parts of rendered texts. A text is identified by a fingerprint of its inputs."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._html = _Cache[Rendered](lambda part: 2 * len(part.html) + _PER_HEADING * len(part.headings))
        self._structure = _Cache[_Structure](lambda part: _PER_PROVISION * len(part.provisions))

    def put(self, fingerprint: str, rendered: Rendered) -> None:
        """Store the large parts of a newly rendered text, whose inputs have this fingerprint."""
        headings = tuple((one.level, one.anchor, one.text) for one in rendered.headings)
        self._store.put(_HTML, fingerprint, (rendered.html, headings))
        self._html.add(fingerprint, Rendered(html=rendered.html, headings=rendered.headings))
        if rendered.provisions:
            self._store.put(_PROVISIONS, fingerprint, _columns(rendered.provisions))
            self._structure.add(fingerprint, _Structure(rendered.provisions))

    def keep(self, fingerprints: Iterable[str]) -> None:
        """Keep the parts of the texts with these fingerprints in the builds' cache, and delete all others from it."""
        used = list(fingerprints)
        for shelf in (_HTML, _PROVISIONS):
            self._store.keep(shelf, used)

    def part(self, fingerprint: str, again: Again, name: str) -> object:
        """Return a part of the rendered text whose inputs have this fingerprint; ``name`` is a field of ``Rendered``.

        ``again`` renders the text if the part is not in the store.
        """
        if name in ("html", "headings"):
            return getattr(self._html.get(fingerprint) or self._read_html(fingerprint, again), name)
        if name in ("provisions", "cited"):
            return getattr(self._structure.get(fingerprint) or self._read_structure(fingerprint, again), name)
        return getattr(again(), name)

    def _read_html(self, fingerprint: str, again: Again) -> Rendered:
        known: Any = self._store.get(_HTML, fingerprint)
        if known is None:
            return self._restored(fingerprint, again)
        html, headings = known
        read = Rendered(html=html, headings=tuple(Heading(*one) for one in headings))
        return self._html.add(fingerprint, read)

    def _read_structure(self, fingerprint: str, again: Again) -> _Structure:
        known: Any = self._store.get(_PROVISIONS, fingerprint)
        found = self._restored(fingerprint, again).provisions if known is None else _provisions(*known)
        return self._structure.add(fingerprint, _Structure(found))

    def _restored(self, fingerprint: str, again: Again) -> Rendered:
        """Render a text, whose parts are missing from the store (the builds' cache), with ``again``.

        Store its parts, and return it.
        """
        rendered = again()
        self.put(fingerprint, rendered)
        return rendered


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
