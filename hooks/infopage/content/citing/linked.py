"""The links of a catalogue's texts, kept from build to build: a text is linked anew where an answer has changed."""

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
    """What is known of a text's links: made of ``own``, which stands for its words and the lists, and of ``answers``.

    ``documents`` are the ids it names in any way, itself aside; ``faults`` tell of what could not be settled.
    ``digest`` is a fingerprint of its HTML with the links; without ``splices`` that is the text's own.
    """

    own: str
    answers: Mapping[str, str]
    documents: tuple[str, ...]
    faults: tuple[Diagnostic, ...]
    digest: str
    splices: int


class Links:
    """The links of texts, each made where it is not known and asked for."""

    def __init__(self, linker: Linker, lists: Registries, today: date, store: Store) -> None:
        self._linker = linker
        self._today = today
        told = (lists.abbreviations, lists.issuers, lists.kinds, lists.terms)
        self._lists = digest(repr([list(one) for one in told]).encode())
        self._store = store
        self._lots: Lots[Linked] = Lots(store, _SHELF)
        self._used: list[str] = []

    def of(self, text: Text) -> Linked:
        """Return what is known of a text's links."""
        name = text.item.path
        known = self._lots.get(name)
        if known is None or known.own != self._own(text) or not self._holds(known):
            known = self._made(text)
        self._lots.set(name, known)
        if known.splices:
            self._used.append(known.digest)
        return known

    def html(self, text: Text, known: Linked) -> str:
        """Return a text's HTML with its links."""
        if not known.splices:
            return text.rendered.html
        splices: Any = self._store.get(_SPLICES, known.digest)
        if splices is None:
            self._made(text)
            splices = self._store.get(_SPLICES, known.digest)
        return spliced(text.rendered.html, splices)

    def keep(self) -> None:
        """Keep the links of the texts that were asked for, and no others."""
        self._lots.keep()
        self._store.keep(_SPLICES, self._used)

    def _own(self, text: Text) -> str:
        """Return a fingerprint of what a text's links are made of and no question is asked of."""
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
