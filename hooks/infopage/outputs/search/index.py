"""The search index: its parts, and what the engine must know of them."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

import numpy as np

from infopage.content.catalogue import Catalogue
from infopage.language.analysis import syllables
from infopage.outputs.search.entries import entry
from infopage.outputs.search.facets import facets
from infopage.outputs.search.inverted_index import InvertedIndex, invert
from infopage.outputs.search.letters import letter
from infopage.outputs.search.postings import COARSE, PAIRS, WORDS, Family, saturation, span
from infopage.outputs.search.scripts import scripts
from infopage.outputs.search.shards import NAME_BITS
from infopage.outputs.search.sources import SECTIONS, SourceOutline
from infopage.outputs.search.store import IndexStore
from infopage.outputs.search.terms import CODE_BITS
from infopage.outputs.search.texts import per_file, share
from infopage.outputs.search.top_documents import DOCUMENTS
from infopage.outputs.search.vocabulary import vocabulary
from infopage.outputs.views.links import TypedLink
from infopage.outputs.wording.encoding import json_text

_COMMON = 8000
_COMMON_BITS = 19
"""Of so many frequent pairs so many bits: whether two words are neighbours is told rightly but for one case in 65."""

_SMALL = 1000
"""Up to so many entries a word or a pair that stands in one alone says something of how people write."""

_SPARING = 2000
"""On a site of more entries other spellings of a word that is sought are loaded only where they are needed."""

_ENOUGH = 10
"""A word that so many entries spell as the reader does needs no other spellings."""

_LARGE = 3000
"""For each so many entries a pair must stand in one more to be kept: what fewer have are chance neighbours, and would
be half of the index.
"""


def search_index(
    catalogue: Catalogue,
    outlined: Sequence[SourceOutline],
    store: IndexStore,
    feeds: Iterable[tuple[str, TypedLink]] = (),
) -> dict[str, bytes]:
    """Return every file of the index of some entries; ``store`` spares reading what it knows.

    ``feeds`` are those to be offered to who seeks their name: that of a topic, a body, a kind.
    """
    letters = share(len(outlined))
    read = store.entries(outlined, letters, lambda source: entry(source, letters, store.speech))
    terms = [one.terms for one in read]
    words = invert(terms, WORDS, 1, store.turned.get(WORDS.name), store.edit)
    rare = len(terms) // _LARGE + 1
    pairs = invert(terms, PAIRS, rare, store.turned.get(PAIRS.name), store.edit, [one.shown for one in read])
    store.turned = {WORDS.name: words, PAIRS.name: pairs}
    per = per_file(len(read))
    parts = {
        f"muc-{first // per}": f"[{','.join(one.record for one in read[first : first + per])}]"
        for first in range(0, len(read), per)
    }
    parts |= _files(words, WORDS) | _files(pairs, PAIRS)
    lexicon = {"words": _lexicon(words, len(read), store.speech.spelt), "pairs": _common(pairs, len(read))}
    parts["tieng"] = json_text({**lexicon, "bits": _COMMON_BITS})
    parts["loc"] = facets(outlined, catalogue)
    manifest: dict[str, object] = {"n": len(read), "span": span(len(read)), "per": per}
    manifest["first"] = DOCUMENTS
    manifest["coarse"] = COARSE
    manifest["enough"] = _ENOUGH if len(read) > _SPARING else 0
    manifest |= {WORDS.name: _about(words, WORDS), PAIRS.name: _about(pairs, PAIRS)}
    manifest |= vocabulary(catalogue, chain.from_iterable(one.introduced for one in read))
    manifest["sections"] = SECTIONS
    manifest["feeds"] = [[_sought(name), link.label, link.address] for name, link in feeds]
    return scripts(parts, manifest)


def _sought(name: str) -> str:
    """Return a name as the engine reads a query: its words, folded."""
    return " ".join(word.folded for word in syllables(name) if word)


def _files(turned: InvertedIndex, family: Family) -> dict[str, str]:
    """Return a family's files by their names, as JavaScript."""
    rows = zip(turned.firsts.tolist(), turned.texts, strict=True)
    return {f"{family.name}-{first >> CODE_BITS - NAME_BITS}": text for first, text in rows}


def _about(turned: InvertedIndex, family: Family) -> dict[str, object]:
    """Return what the engine must know of a family."""
    weights = [round(saturation(level, family), 3) for level in range(1 << family.levels)]
    return {"shape": turned.shape, "weights": weights}


def _lexicon(turned: InvertedIndex, entries: int, spelt: Mapping[int, str]) -> str:
    """Return the exact syllables: letters, then for each tone they have its digit, none for the level tone, and a
    capital that tells how many entries have it: A one, B two or three, C four to seven …
    """
    least = 2 if entries > _SMALL else 1
    tones: dict[str, list[str]] = {}
    for code, count in zip(turned.codes.tolist(), turned.many.tolist(), strict=True):
        if count >= least and code in spelt:
            letters = spelt[code].rstrip("12345")
            tones.setdefault(letters, []).append(f"{spelt[code][len(letters) :]}{chr(64 + count.bit_length())}")
    return "".join(f"{letters}{''.join(sorted(tones[letters]))}" for letters in sorted(tones))


def _common(turned: InvertedIndex, entries: int) -> str:
    """Return the codes of the pairs that the most entries have, each as the step from the one before."""
    codes, many = turned.kept()
    least = 1 if entries < _SMALL else 2
    while np.count_nonzero(many >= least) > _COMMON:
        least *= 2
    steps = np.diff(np.unique(codes[many >= least] >> CODE_BITS - _COMMON_BITS), prepend=0)
    return "".join(letter(step) for step in steps.tolist())
