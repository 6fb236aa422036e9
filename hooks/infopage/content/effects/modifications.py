"""Finds all modifications of each document: from the effects that other documents state, and from their short forms.

The short forms ``sua_doi``, ``thay_the`` and ``bai_bo`` state an effect without new words.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from infopage.content.acts import ENDING, OF_WORDS, Action, Effect
from infopage.content.addresses import address_of, moved
from infopage.content.effects.blocks import TextBlock, blocks_of
from infopage.content.effects.folding import Modification
from infopage.content.effects.new_words import new_words
from infopage.content.model import OfficialDocument
from infopage.content.texts import Text

SHORT_FORMS = {"amends": Action.SUBSTITUTION, "replaces": Action.REPLACEMENT, "repeals": Action.REPEAL}
"""The relations that state an effect (``sua_doi``, ``thay_the``, ``bai_bo``), each with its action."""


def modifications(
    documents: Iterable[Text], html: Callable[[Text], str] = lambda text: text.rendered.html
) -> dict[str, tuple[Modification, ...]]:
    """Return the modifications of each document by its id; ``documents`` are the texts of all documents.

    ``html`` returns the HTML of a text, from which new words are taken.

    A modification is left out if it never took effect, because the document or provision that states it was repealed
    before. It ends on the day before that document or provision is annulled.
    """
    found: dict[str, list[Modification]] = defaultdict(list)
    # The newest document comes first, because a document is changed only by newer ones. So what others do to a document
    # is known before the effects that it states itself are read.
    texts = sorted(documents, key=_issued, reverse=True)
    addresses = {getattr(text.item, "id", ""): address_of(text.item.path) for text in texts}
    for text in texts:
        document = text.item
        assert isinstance(document, OfficialDocument)
        if document.effects or any(getattr(document, relation) for relation in SHORT_FORMS):
            own = found.get(document.id, ())
            for target, one in _stated(text, document, html, addresses):
                if (left := _in_effect(one, own)) is not None:
                    found[target].append(left)
    return {id: tuple(sorted(all, key=lambda one: one.order)) for id, all in found.items()}


def _issued(text: Text) -> tuple[date, str]:
    assert isinstance(text.item, OfficialDocument)
    return text.item.issued.latest, text.item.id


def _stated(
    text: Text, document: OfficialDocument, html: Callable[[Text], str], addresses: Mapping[str, str]
) -> Iterator[tuple[str, Modification]]:
    """Yield (id of the target, modification) for each effect that ``document``, whose text is ``text``, states.

    ``html`` is as in :func:`modifications`; ``addresses`` are those of all documents' pages, by id.
    """
    has_words = any(one.action in OF_WORDS and not one.phrase for one in document.effects)
    found = blocks_of(html(text), text.rendered.provisions) if has_words else ()
    here = address_of(document.path)
    for effect in document.effects:
        one = of_effect(effect, document, found)
        there = addresses.get(effect.target.id, here)
        yield effect.target.id, replace(one, words=tuple(_moved(block, here, there) for block in one.words))
    for relation, action in SHORT_FORMS.items():
        for reference in getattr(document, relation):
            one = Modification(
                action=action,
                anchor=reference.anchor,
                document=document.id,
                issued=document.issued.earliest,
                since=document.starts,
                is_brief=True,
                line=reference.line,
            )
            yield reference.id, one


def _moved(block: TextBlock, here: str, there: str) -> TextBlock:
    """Return a block of the page at the address ``here``, with links that work in the page at ``there``."""
    return replace(block, html=moved(block.html, here, there))


def of_effect(effect: Effect, document: OfficialDocument, found: Sequence[TextBlock]) -> Modification:
    """Return a :class:`Modification` made from an effect that ``document`` states.

    ``found`` are the blocks of the document's text, which has the new words.
    """
    is_prolonged = effect.action is Action.PROLONGATION
    return Modification(
        action=effect.action,
        anchor=effect.target.anchor,
        document=document.id,
        issued=document.issued.earliest,
        since=effect.since or document.starts,
        place=effect.source,
        until=None if is_prolonged else effect.until,
        new_end=effect.until + timedelta(days=1) if is_prolonged and effect.until else None,
        words=new_words(effect.words or effect.source, found)
        if effect.action in OF_WORDS and not effect.phrase
        else (),
        phrase=effect.phrase,
        new_phrase=effect.new_phrase,
        times=effect.times,
        line=effect.target.line,
    )


def _in_effect(one: Modification, own: Sequence[Modification]) -> Modification | None:
    """Return a modification with the end that it really has; None if it never takes effect.

    ``own`` are what other documents do to the document that states the modification. If they annul that document, the
    modification ends.
    """
    for other in own:
        if other.anchor and not is_within(one.place, other.anchor):
            continue
        if other.action is Action.ANNULMENT:
            one = replace(one, until=min(one.until or date.max, other.since - timedelta(days=1)))
        elif other.action in ENDING and other.since <= one.since and not resumed(other, own, one.since):
            return None
    return one if one.until is None or one.since <= one.until else None


def resumed(repeal: Modification, own: Iterable[Modification], day: date) -> bool:
    """Tell whether one of the modifications ``own`` undoes a repeal, at the latest on ``day``."""
    return any(
        one.action is Action.RESUMPTION and one.anchor == repeal.anchor and repeal.since < one.since <= day
        for one in own
    )


def is_within(place: str, anchor: str) -> bool:
    """Tell whether the provision at ``place`` is the one at ``anchor`` or inside it."""
    return place == anchor or place.startswith(f"{anchor}.")
