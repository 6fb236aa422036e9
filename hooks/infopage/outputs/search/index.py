"""The files of the search index, in a folder named by all that is in them, and the manifest that names it."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
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
from infopage.outputs.search.postings import PAIRS, WORDS, Family, Places, Postings, by_code, postings, saturation, span
from infopage.outputs.search.sources import SECTIONS, sources
from infopage.outputs.search.store import Store
from infopage.outputs.search.terms import CODE_BITS
from infopage.outputs.search.texts import per_file, share
from infopage.outputs.search.vocabulary import vocabulary
from infopage.outputs.views import FeedLink

FOLDER = "tim-kiem/chi-muc/"
MANIFEST = f"{FOLDER}2.js"
"""The manifest's address, the same in every release: no page changes with what others say. Its name is the number of
the form that the files have, so an engine that a reader still has never meets files of a form it does not know.
"""

_COMMON = 8000
_COMMON_BITS = 19
"""Of so many frequent pairs so many bits: whether two words are neighbours is told rightly but for one case in 65."""

_SMALL = 1000
"""Up to so many entries a word or a pair that stands in one alone says something of how people write."""

_LARGE = 3000
"""From so many entries on, pairs that one entry alone has are chance neighbours, and would be half of the index."""


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


def scripts(parts: Mapping[str, str], manifest: Mapping[str, object]) -> dict[str, bytes]:
    """Return the files: each a script that hands its part to the engine."""
    content = {
        f"{name}.js": f'thamsau.part("{name}",{_literal(name, part)});\n'.encode() for name, part in parts.items()
    }
    digest = hashlib.blake2b(digest_size=5)
    for name, data in sorted(content.items()):
        digest.update(name.encode() + b"\0" + data)
    folder = digest.hexdigest()
    # The manifest may come before the engine.
    start = f"(window.thamsau=window.thamsau||{{}}).manifest={json_text({'folder': folder, **manifest})};\n"
    return {f"{FOLDER}{folder}/{name}": data for name, data in content.items()} | {MANIFEST: start.encode()}


def _sought(name: str) -> str:
    """Return a name as the engine reads a query: its words, folded."""
    return " ".join(word.folded for word in syllables(name) if word)


def _literal(name: str, part: str) -> str:
    """Return the part as JavaScript: postings as a string that needs no escapes, all else is JSON."""
    return f'"{part}"' if name.startswith((f"{WORDS.name}-", f"{PAIRS.name}-")) else part


def _parts(read: Sequence[Entry], spelt: Mapping[int, str]) -> tuple[dict[str, str], dict[str, object]]:
    entries = len(read)
    lengths = [one.terms.length for one in read]
    parts: dict[str, str] = {}
    per = per_file(entries)
    manifest: dict[str, object] = {"n": entries, "span": span(entries), "per": per}
    words = postings([one.terms.words for one in read], lengths, WORDS)
    pairs, common = _pairs(postings([one.terms.pairs for one in read], lengths, PAIRS), entries)
    for family, found in ((WORDS, words), (PAIRS, pairs)):
        texts, manifest[family.name] = _files(found, family, entries)
        parts |= texts
    for first in range(0, entries, per):
        parts[f"muc-{first // per}"] = f"[{','.join(one.record for one in read[first : first + per])}]"
    parts["tieng"] = json_text({"words": _lexicon(words, entries, spelt), "pairs": common, "bits": _COMMON_BITS})
    return parts, manifest


def _files(found: Postings, family: Family, entries: int) -> tuple[dict[str, str], dict[str, object]]:
    """Return a family's files by their names, and what the engine must know of them."""
    starts, many = by_code(found, family, entries)
    codes = (found[starts] >> np.uint64(family.shift(entries))).astype(np.int64)
    shared = divide(codes, many, family, entries)
    names = (f"{family.name}-{first >> CODE_BITS - NAME_BITS}" for first in shared.firsts.tolist())
    texts = dict(zip(names, files(found, shared.firsts, family, entries), strict=True))
    weights = [round(saturation(level, family), 3) for level in range(1 << family.levels)]
    return texts, {"shape": base64(np.packbits(shared.shape).tobytes()), "weights": weights}


def _pairs(found: Postings, entries: int) -> tuple[Postings, str]:
    """Return the pairs' postings, on a large site without those of chance neighbours, and the frequent pairs."""
    starts, many = by_code(found, PAIRS, entries)
    if entries >= _LARGE:
        kept = many > entries // _LARGE
        found = found[np.repeat(kept, many)]
        many = many[kept]
        starts = np.cumsum(many) - many
    return found, _common(found[starts], many, entries)


def _lexicon(found: Postings, entries: int, spelt: Mapping[int, str]) -> str:
    """Return the exact syllables: letters, then for each tone they have its digit, none for the level tone, and a
    capital that tells how many entries have it: A one, B two or three, C four to seven …
    """
    starts, many = by_code(found, WORDS, entries)
    codes = (found[starts] >> np.uint64(WORDS.shift(entries))).tolist()
    least = 2 if entries > _SMALL else 1
    tones: dict[str, list[str]] = {}
    for code, count in zip(codes, many.tolist(), strict=True):
        if count >= least and code in spelt:
            letters = spelt[code].rstrip("12345")
            tones.setdefault(letters, []).append(f"{spelt[code][len(letters) :]}{chr(64 + count.bit_length())}")
    return "".join(f"{letters}{''.join(sorted(tones[letters]))}" for letters in sorted(tones))


def _common(first: Postings, many: Places, entries: int) -> str:
    """Return the codes of the pairs that the most entries have, each as the step from the one before; ``first`` is a
    posting of each pair, ``many`` how many it has.
    """
    least = 1 if entries < _SMALL else 2
    while np.count_nonzero(many >= least) > _COMMON:
        least *= 2
    codes = first[many >= least] >> np.uint64(PAIRS.shift(entries) + CODE_BITS - _COMMON_BITS)
    steps = np.diff(np.unique(codes), prepend=np.uint64(0))
    return "".join(letter(step) for step in steps.tolist())
