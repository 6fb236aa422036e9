"""Builds the search index: all its files, and the manifest that describes them to the search engine in the browser."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.language.analysis import syllables
from infopage.outputs.search import places, tuning
from infopage.outputs.search.authority import principal
from infopage.outputs.search.entries import entry
from infopage.outputs.search.facets import facets
from infopage.outputs.search.inverted_index import InvertedIndex, invert
from infopage.outputs.search.letters import letter
from infopage.outputs.search.lexicon import lexicon
from infopage.outputs.search.postings import PAIRS, WORDS, Family, level_weight, span
from infopage.outputs.search.scripts import scripts
from infopage.outputs.search.sections import SECTIONS
from infopage.outputs.search.shards import NAME_BITS
from infopage.outputs.search.sources import SourceOutline
from infopage.outputs.search.store import IndexStore
from infopage.outputs.search.terms import CODE_BITS
from infopage.outputs.search.texts import per_file, share
from infopage.outputs.search.vocabulary import vocabulary
from infopage.outputs.views.links import TypedLink
from infopage.outputs.wording.encoding import json_text


def search_index(
    catalogue: Catalogue,
    outlined: Sequence[SourceOutline],
    store: IndexStore,
    feeds: Iterable[tuple[str, TypedLink]] = (),
) -> dict[str, bytes]:
    """Return every file of the index, by address.

    ``outlined`` has an outline of each entry. An unchanged entry is taken from ``store``, where an earlier build put
    it, and not read again. ``feeds`` has the names of topics, issuing bodies and document kinds, each with its feed.
    The feed is offered to a reader who searches for the name.
    """
    letters = share(len(outlined))
    read = store.entries(outlined, letters, lambda source: entry(source, letters, store.token_table))
    terms = [one.terms for one in read]
    words = invert(terms, WORDS, 1, store.indexes.get(WORDS.name), store.edit)
    rare = len(terms) // tuning.ENTRIES_PER_PAIR_FREQUENCY + 1
    pairs = invert(terms, PAIRS, rare, store.indexes.get(PAIRS.name), store.edit, [one.shown for one in read])
    store.indexes = {WORDS.name: words, PAIRS.name: pairs}
    per = per_file(len(read))
    parts = {
        f"muc-{first // per}": f"[{','.join(one.record for one in read[first : first + per])}]"
        for first in range(0, len(read), per)
    }
    parts |= _files(words, WORDS) | _files(pairs, PAIRS)
    parts["tieng"] = json_text(lexicon(words, store.token_table.spelt, [one.terms.phrases for one in read]))
    parts["loc"] = facets(outlined, catalogue)
    of_places, firsts = places.files([one.places for one in read])
    parts |= of_places
    manifest: dict[str, object] = {"n": len(read), "span": span(len(read)), "per": per}
    manifest["places"] = firsts
    manifest["first"] = tuning.TOP_DOCUMENTS
    manifest["least"] = rare
    manifest["coarse"] = tuning.COARSE_FREQUENCY
    manifest["enough"] = tuning.ENOUGH_EXACT if len(read) > tuning.LAZY_SPELLINGS_ENTRIES else 0
    manifest |= {WORDS.name: _about(words, WORDS), PAIRS.name: _about(pairs, PAIRS)}
    manifest |= vocabulary(catalogue, chain.from_iterable(one.introduced for one in read))
    manifest["sections"] = SECTIONS
    manifest["authority"] = "".join(letter(one.authority) for one in outlined)
    at = {one.address: number for number, one in enumerate(outlined)}
    manifest["replaced"] = _pairs(at, [one.replaced_by for one in outlined])
    manifest["amending"] = _pairs(at, [one.amends for one in outlined])
    manifest["principal"] = _principal(at, catalogue)
    manifest["feeds"] = [[_sought(name), link.label, link.address] for name, link in feeds]
    return scripts(parts, manifest)


def _pairs(at: Mapping[str, int], above: Sequence[Sequence[str]]) -> str:
    """Return pairs of documents, each as two numbers: the document ranked lower, then the one to rank above it.

    ``at`` has the number of each entry by its address. ``above`` has, for each entry, the addresses of the documents to
    rank above it. All numbers are written as characters (letters.py). Pairs with later documents to rank above come
    first. So a document that was replaced twice ends up below the last replacement.
    """
    found = [(at[new], old) for old, addresses in enumerate(above) for new in addresses if new in at]
    return "".join(f"{letter(old)}{letter(new)}" for new, old in sorted(found, reverse=True))


def _principal(at: Mapping[str, int], catalogue: Catalogue) -> dict[str, int]:
    """Return the number of the principal document of each topic, by the folded name of the topic.

    Folded means in lower case without diacritics. The search engine in the browser folds a query in the same way, so a
    query that is the name of a topic can be looked up here.
    """
    found = {topic.name: principal(topic.id, catalogue) for topic in catalogue.registries.topics}
    return {_sought(name): at[address_of(document.path)] for name, document in found.items() if document}


def _sought(name: str) -> str:
    """Return a name with its words folded (lower case, without diacritics), as the search engine folds a query."""
    return " ".join(word.folded for word in syllables(name) if word)


def _files(inverted: InvertedIndex, family: Family) -> dict[str, str]:
    """Return the files of a family (words or pairs) by name, such as ``tu-1234``. Each is a JavaScript expression."""
    rows = zip(inverted.firsts.tolist(), inverted.texts, strict=True)
    return {f"{family.name}-{first >> CODE_BITS - NAME_BITS}": text for first, text in rows}


def _about(inverted: InvertedIndex, family: Family) -> dict[str, object]:
    """Return what the manifest says about a family (words or pairs), whose index is ``inverted``.

    ``shape`` tells which file has which codes (hashes of terms; see shards.py). ``weights`` has the BM25 weight that
    each level stands for.
    """
    weights = [round(level_weight(level, family), 3) for level in range(1 << family.levels)]
    return {"shape": inverted.shape, "weights": weights}
