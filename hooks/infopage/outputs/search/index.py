"""The search index: its parts, and what the engine must know of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

import numpy as np

from infopage.content.catalogue import Catalogue
from infopage.language.analysis import syllables
from infopage.outputs.encoding import json_text
from infopage.outputs.search.coding import base64, files
from infopage.outputs.search.division import NAME_BITS, divide
from infopage.outputs.search.entries import Entry, entry
from infopage.outputs.search.facets import facets
from infopage.outputs.search.letters import letter
from infopage.outputs.search.postings import PAIRS, WORDS, Family, Lists, lists, postings, saturation, span
from infopage.outputs.search.scripts import scripts
from infopage.outputs.search.sources import SECTIONS, sources
from infopage.outputs.search.store import Store
from infopage.outputs.search.terms import CODE_BITS, Counted
from infopage.outputs.search.texts import per_file, share
from infopage.outputs.search.vocabulary import vocabulary
from infopage.outputs.views import FeedLink

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


def search_index(catalogue: Catalogue, store: Store, feeds: Iterable[tuple[str, FeedLink]] = ()) -> dict[str, bytes]:
    """Return every file of the index; ``store`` spares reading what it knows.

    ``feeds`` are those to be offered to who seeks their name: that of a topic, a body, a kind.
    """
    found = sources(catalogue)
    letters = share(len(found))
    read = store.entries(found, letters, lambda source: entry(source, letters, store.speech))
    parts, manifest = _parts(read, store.speech.spelt)
    parts["loc"] = facets(found, catalogue)
    manifest |= vocabulary(catalogue, chain.from_iterable(one.introduced for one in read))
    manifest["sections"] = SECTIONS
    manifest["feeds"] = [[_sought(name), link.label, link.address] for name, link in feeds]
    return scripts(parts, manifest)


def _sought(name: str) -> str:
    """Return a name as the engine reads a query: its words, folded."""
    return " ".join(word.folded for word in syllables(name) if word)


def _parts(read: Sequence[Entry], spelt: Mapping[int, str]) -> tuple[dict[str, str], dict[str, object]]:
    entries = len(read)
    per = per_file(entries)
    parts = {
        f"muc-{first // per}": f"[{','.join(one.record for one in read[first : first + per])}]"
        for first in range(0, entries, per)
    }
    manifest: dict[str, object] = {"n": entries, "span": span(entries), "per": per}
    manifest["enough"] = _ENOUGH if entries > _SPARING else 0

    def turned(counted: Iterable[Counted], family: Family, tell: Callable[[Lists], str], least: int = 1) -> str:
        """Add a family's files; what they are made of is forgotten before the next: it is most of the memory taken."""
        lengths = [one.terms.length for one in read]
        found = lists(postings(list(counted), lengths, family), family, entries)
        if least > 1:
            found = found.having(least)
        texts, manifest[family.name] = _files(found, family, entries)
        parts.update(texts)
        return tell(found)

    words = turned((one.terms.words for one in read), WORDS, lambda found: _lexicon(found, entries, spelt))
    least = entries // _LARGE + 1
    pairs = turned((one.terms.pairs for one in read), PAIRS, lambda found: _common(found, entries), least)
    parts["tieng"] = json_text({"words": words, "pairs": pairs, "bits": _COMMON_BITS})
    return parts, manifest


def _files(found: Lists, family: Family, entries: int) -> tuple[dict[str, str], dict[str, object]]:
    """Return a family's files by their names, and what the engine must know of them."""
    shared = divide(found.codes, found.many, family, entries)
    names = (f"{family.name}-{first >> CODE_BITS - NAME_BITS}" for first in shared.firsts.tolist())
    # Base64 needs no escapes in a string.
    literals = (f'"{text}"' for text in files(found, shared.firsts, family, entries))
    texts = dict(zip(names, literals, strict=True))
    weights = [round(saturation(level, family), 3) for level in range(1 << family.levels)]
    return texts, {"shape": base64(np.packbits(shared.shape).tobytes()), "weights": weights}


def _lexicon(found: Lists, entries: int, spelt: Mapping[int, str]) -> str:
    """Return the exact syllables: letters, then for each tone they have its digit, none for the level tone, and a
    capital that tells how many entries have it: A one, B two or three, C four to seven …
    """
    least = 2 if entries > _SMALL else 1
    tones: dict[str, list[str]] = {}
    for code, count in zip(found.codes.tolist(), found.many.tolist(), strict=True):
        if count >= least and code in spelt:
            letters = spelt[code].rstrip("12345")
            tones.setdefault(letters, []).append(f"{spelt[code][len(letters) :]}{chr(64 + count.bit_length())}")
    return "".join(f"{letters}{''.join(sorted(tones[letters]))}" for letters in sorted(tones))


def _common(found: Lists, entries: int) -> str:
    """Return the codes of the pairs that the most entries have, each as the step from the one before."""
    least = 1 if entries < _SMALL else 2
    while np.count_nonzero(found.many >= least) > _COMMON:
        least *= 2
    codes = found.codes[found.many >= least] >> CODE_BITS - _COMMON_BITS
    steps = np.diff(np.unique(codes), prepend=0)
    return "".join(letter(step) for step in steps.tolist())
