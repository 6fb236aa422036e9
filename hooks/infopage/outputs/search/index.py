"""The files of the search index, in a folder named by all that is in them."""

import hashlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from infopage.content.catalogue import Catalogue
from infopage.outputs.encoding import json_text
from infopage.outputs.search.coding import bucket, letter
from infopage.outputs.search.entries import Entry, entry
from infopage.outputs.search.facets import facets
from infopage.outputs.search.postings import CODE_BITS, PAIRS, WORDS, Family, Grouped, pivot, postings, saturation
from infopage.outputs.search.sources import Source, sources
from infopage.outputs.search.texts import per_file, record, share
from infopage.outputs.search.vocabulary import vocabulary

FOLDER = "tim-kiem/chi-muc/"
_PASSES = 16
_COMMON = 12_000
_COMMON_BITS = 22


def search_index(catalogue: Catalogue) -> tuple[str, dict[str, bytes]]:
    """Return the manifest's address and every file of the index."""
    found = sources(catalogue)
    kinds = {kind.id: kind.name for kind in catalogue.registries.kinds}
    read = [entry(source, kinds.get(source.kind, "")) for source in found]
    parts, manifest = _parts(found, read, kinds)
    parts["loc"] = facets(found, catalogue)
    manifest |= vocabulary(catalogue)
    manifest["sections"] = {
        "van-ban": "Văn bản",
        "tin-tuc": "Tin tức",
        "hoc-tap": "Học tập",
        "lich": "Lịch",
        "trang": "Trang",
    }
    return files(parts, manifest)


def files(parts: Mapping[str, str], manifest: Mapping[str, object]) -> tuple[str, dict[str, bytes]]:
    """Return the manifest's address and the files: each a script that hands its part to the engine."""
    content = {
        f"{name}.js": f'thamsau.part("{name}",{_literal(name, part)});\n'.encode() for name, part in parts.items()
    }
    described = json_text(manifest)
    digest = hashlib.blake2b(described.encode(), digest_size=5)
    for name, data in sorted(content.items()):
        digest.update(name.encode() + b"\0" + data)
    folder = f"{FOLDER}{digest.hexdigest()}/"
    # The manifest may come before the engine.
    start = f"(window.thamsau=window.thamsau||{{}}).manifest={described};\n"
    return f"{folder}index.js", {f"{folder}{name}": data for name, data in content.items()} | {
        f"{folder}index.js": start.encode()
    }


def _literal(name: str, part: str) -> str:
    """Return the part as JavaScript: postings as a string that needs no escapes, all else is JSON."""
    return f'"{part}"' if name.startswith((f"{WORDS.name}-", f"{PAIRS.name}-")) else part


def _parts(
    found: Sequence[Source], read: Sequence[Entry], kinds: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, object]]:
    lengths = [one.terms.length for one in read]
    usual = pivot(lengths)
    parts: dict[str, str] = {}
    manifest: dict[str, object] = {"n": len(found), "per": per_file(len(found))}
    common: dict[int, int] = {}
    for family in (WORDS, PAIRS):
        groups = [(one.terms.length, one.terms.words if family is WORDS else one.terms.pairs) for one in read]
        bits = file_bits(groups, family)
        manifest[family.name] = [bits, *(round(saturation(level, family), 3) for level in range(1 << family.levels))]
        for number, (text, often) in enumerate(_buckets(groups, usual, family, bits)):
            parts[f"{family.name}-{number}"] = text
            if family is PAIRS:
                common |= {code: many for code, many in often if many > 1 or len(found) < 1000}
    letters = share(len(found))
    records = [record(s, e.places, kinds.get(s.kind, ""), letters) for s, e in zip(found, read, strict=True)]
    per = per_file(len(found))
    for number in range(0, len(records), per):
        parts[f"muc-{number // per}"] = f"[{','.join(records[number : number + per])}]"
    parts["tieng"] = json_text({"words": _lexicon(read), "pairs": _common(common), "bits": _COMMON_BITS})
    return parts, manifest


def file_bits(groups: Sequence[tuple[int, Grouped]], family: Family) -> int:
    """Return how many first bits of a code name its file."""
    many = sum(len(codes) for _, groups_of in groups for codes in groups_of.values())
    size = many * (1.25 if family is WORDS else 2.3)
    return max(0, min(11 if family is PAIRS else 10, round(size / family.size).bit_length()))


def _buckets(
    groups: Sequence[tuple[int, Grouped]], usual: float, family: Family, bits: int
) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    shift = family.levels + max(8, len(groups).bit_length())
    passes = min(_PASSES, 1 << bits)
    width = (1 << CODE_BITS + 7) // passes
    least = 1 + len(groups) // 4000 if family is PAIRS else 1
    for number in range(passes):
        values = postings(groups, usual, family, shift, number * width, (number + 1) * width)
        if least > 1:
            values = _frequent(values, shift + 7, least)
        start = 0
        each = width >> bits - (passes.bit_length() - 1)
        for end in range(number * width + each, (number + 1) * width + 1, each):
            stop = bisect_left(values, end << shift, start)
            yield bucket(values[start:stop], shift, family.levels, CODE_BITS - bits)
            start = stop


def _frequent(values: list[int], shift: int, least: int) -> list[int]:
    """Leave out the pairs that fewer than ``least`` documents have: on a large site most are chance neighbours, and
    they would be half of the index.
    """
    kept: list[int] = []
    start, code = 0, -1
    for at, value in enumerate(values):
        if value >> shift != code:
            if at - start >= least:
                kept += values[start:at]
            start, code = at, value >> shift
    return kept + values[start:] if len(values) - start >= least else kept


def _lexicon(read: Sequence[Entry]) -> str:
    """Return the exact syllables, each followed by a capital that tells how many entries have it: A one, B two …"""
    often: Counter[str] = Counter()
    for one in read:
        often.update(one.terms.spelt)
    least = 2 if len(read) > 1000 else 1
    words = sorted(word for word, many in often.items() if many >= least and word[0].isalpha() and len(word) < 9)
    return "".join(f"{word}{chr(64 + often[word].bit_length())}" for word in words if word == word.lower())


def _common(often: Mapping[int, int]) -> str:
    """Return the codes of the pairs that the most entries have, each as the step from the one before."""
    least = 1
    while sum(many >= least for many in often.values()) > _COMMON:
        least *= 2
    codes = sorted({code >> CODE_BITS - _COMMON_BITS for code, many in often.items() if many >= least})
    return "".join(letter(code - before) for before, code in zip([0, *codes], codes, strict=False))
