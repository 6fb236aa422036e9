"""Keeps the links in texts from build to build. A text's links are made again only if an input of them has changed."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from infopage.content.citing.citations import Ambiguous, spliced
from infopage.content.citing.linking import Linker
from infopage.content.diagnostics import Diagnostic, warning
from infopage.content.model import StandingPage
from infopage.content.registries import Registries
from infopage.content.texts import Text
from infopage.store.digests import digest
from infopage.store.lots import Lots
from infopage.store.store import Store

_SHELF, _SPLICES = "linked", "splices"


class Linked(NamedTuple):
    """The stored record of a text's links. It is used again while ``own`` and ``answers`` are the same."""

    own: str
    """A fingerprint of the text that has these links, and of the registries that links depend on."""
    answers: Mapping[str, str]
    """The lookups of other texts that the links depend on, as question -> answer (see :class:`Linker`)."""
    documents: tuple[str, ...]
    """The ids of all other documents that the text with these links cites or links to."""
    faults: tuple[Diagnostic, ...]
    """Warnings of mentions that may mean several documents."""
    digest: str
    """A fingerprint of a text's HTML with its links. If it has no links, this is the fingerprint of the text."""
    splices: int
    """The number of replacements in the text's HTML that add links and explanations of abbreviations."""


class Links:
    """The links of all texts, taken from the builds' cache or made when first asked for."""

    def __init__(self, linker: Linker, lists: Registries, today: date, store: Store) -> None:
        self._linker = linker
        self._today = today
        told = (lists.abbreviations, lists.issuers, lists.kinds, lists.terms)
        self._lists = digest(repr([list(one) for one in told]).encode())
        self._store = store
        self._lots: Lots[Linked] = Lots(store, _SHELF)
        self._used: list[str] = []

    def of(self, text: Text) -> Linked:
        """Return the record of a text's links: the stored one, or a new one if an input of it has changed."""
        name = text.item.path
        known = self._lots.get(name)
        if known is None or known.own != self._own(text) or not self._holds(known):
            known = self._made(text)
        self._lots.set(name, known)
        if known.splices:
            self._used.append(known.digest)
        return known

    def html(self, text: Text, known: Linked) -> str:
        """Return the HTML of a text with its links; ``known`` is the stored record of the links."""
        if not known.splices:
            return text.rendered.html
        splices: Any = self._store.get(_SPLICES, known.digest)
        if splices is None:
            self._made(text)
            splices = self._store.get(_SPLICES, known.digest)
        return spliced(text.rendered.html, splices)

    def keep(self) -> None:
        """Keep the links of the texts used in this build in the builds' cache, and delete all others from it."""
        self._lots.keep()
        self._store.keep(_SPLICES, self._used)

    def _own(self, text: Text) -> str:
        """Return a fingerprint of the inputs of a text's links, except for lookups of other texts."""
        today = self._today.isoformat() if isinstance(text.item, StandingPage) else ""
        return f"{text.digest} {self._lists} {today}"

    def _holds(self, known: Linked) -> bool:
        answer = self._linker.answer
        return all(answer(question) == given for question, given in known.answers.items())

    def _made(self, text: Text) -> Linked:
        cited, answers = self._linker.link(text, self._today)
        made = digest(text.digest.encode(), repr(cited.splices).encode()) if cited.splices else text.digest
        if cited.splices:
            self._store.put(_SPLICES, made, cited.splices)
        faults = tuple(
            warning(text.path, text.line_in_body(*one.around), "dan-mo-ho", _which(one)) for one in cited.ambiguous
        )
        return Linked(self._own(text), answers, cited.documents, faults, made, len(cited.splices))


def _which(one: Ambiguous) -> str:
    names = " hoặc ".join(f"{document.id} ({document.issued})" for document in one.candidates)
    first = one.candidates[0].id
    return f"“{one.written}” có thể là {names}; hãy ghi ngày, cơ quan ban hành, hoặc viết [{one.written}](vb:{first})"
