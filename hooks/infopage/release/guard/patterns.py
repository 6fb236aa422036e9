"""The patterns of content that must not be published, compiled from the entries of their registry, data/bao-ve.yml."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from fnmatch import translate
from functools import cached_property
from pathlib import Path

from infopage.content.diagnostics import Diagnostic, has_errors
from infopage.content.registries import GUARD, IDENTITY, ISSUERS, load_one
from infopage.content.registry_entries import Protection
from infopage.content.shapes import literal_part
from infopage.content.source import read
from infopage.language.folding import strip_marks
from infopage.language.mojibake import legacy_spellings
from infopage.release.guard.open_drafts import RULE as DRAFT
from infopage.release.guard.open_drafts import OpenDrafts, open_drafts
from infopage.release.guard.persons.vocabulary import Vocabulary, vocabulary_of
from infopage.release.guard.spelling import normalised, squeezed

_NUMBERS = frozenset(("so-ca-nhan", "so-giay-to"))


@dataclass(frozen=True)
class Shaped:
    """The regular expression of a secret key or a personal number.

    ``rule`` is the rule that a match breaks. Every match contains the text ``part``, so that texts without it can be
    skipped quickly. ``part`` may be empty.
    """

    rule: str
    part: str
    pattern: re.Pattern[str]


@dataclass(frozen=True)
class Patterns:
    """The patterns of everything that must not be published.

    - ``stamps`` maps the letters of each stamp (a marking such as “TỐI MẬT”; see :func:`spelling.squeezed`) to its
      rule.
    - ``plain`` maps the letters of stamps without diacritics to their rules, for texts that have no diacritics at all.
    - ``labels`` are the letters of labels before a stamp, such as “Độ mật”.
    - ``names`` are patterns of file names, each with its rule.
    - ``own_numbers`` are the site's own telephone numbers, as digits.
    - ``words`` are the words by which data about persons is recognised.
    - ``public_names`` are the persons whose names a law makes public, as letters only.
    - ``secret_labels`` are the labels before a password, such as “Mật khẩu”.
    - ``drafts`` are the drafts that are put to the people.
    """

    stamps: dict[str, str] = field(default_factory=dict)
    plain: dict[str, str] = field(default_factory=dict)
    labels: frozenset[str] = frozenset()
    names: tuple[tuple[re.Pattern[str], str], ...] = ()
    shapes: tuple[Shaped, ...] = ()
    own_numbers: frozenset[str] = frozenset()
    public_names: frozenset[str] = frozenset()
    secret_labels: frozenset[str] = frozenset()
    words: Vocabulary = field(default_factory=lambda: vocabulary_of(()))
    drafts: OpenDrafts = field(default_factory=OpenDrafts)

    @cached_property
    def of_drafts(self) -> "Patterns":
        """The patterns for a draft that is put to the people: its stamp may pass, but “DỰ THẢO MẬT” is secret."""

        def kept(stamps: dict[str, str], secret: str) -> dict[str, str]:
            left = {letters: rule for letters, rule in stamps.items() if rule != DRAFT}
            return left | {one: "dau-mat" for one, rule in stamps.items() if rule == DRAFT and secret in one}

        names = tuple(one for one in self.names if one[1] != DRAFT)
        return replace(self, stamps=kept(self.stamps, "mật"), plain=kept(self.plain, "mat"), names=names)

    @cached_property
    def of_keys(self) -> tuple[Shaped, ...]:
        """The patterns of secret keys and tokens."""
        return tuple(shape for shape in self.shapes if shape.rule == "khoa-bi-mat")

    @cached_property
    def of_numbers(self) -> tuple[Shaped, ...]:
        """The patterns of personal numbers, such as those of telephones and identity cards."""
        return tuple(shape for shape in self.shapes if shape.rule in _NUMBERS)


def load(root: Path, earlier: Iterable[Protection] = ()) -> tuple[Patterns | None, list[Diagnostic]]:
    """Return the patterns from data/bao-ve.yml, and its faults. Faults in other data files do not matter.

    The entries ``earlier`` (of an earlier version of the file) are included. The patterns are None where the file is
    missing, invalid or empty, because a guard that searches for nothing would let everything pass.
    """
    registry, faults = load_one(root, GUARD)
    if not has_errors(faults) and not registry.entries:
        message = "danh mục trống thì tường bảo vệ không tìm gì cả; hãy lấy lại danh mục đã có"
        faults.append(Diagnostic(registry.path, 1, "thieu-khoa", message))
    if has_errors(faults):
        return None, faults
    patterns = of_entries((*registry, *earlier), _own_numbers(root))
    return replace(patterns, drafts=open_drafts(root)), faults


def of_entries(entries: tuple[Protection, ...], own_numbers: frozenset[str] = frozenset()) -> Patterns:
    """Compile the patterns in the ``entries`` of data/bao-ve.yml.

    ``own_numbers`` are the site's own telephone numbers.
    """
    stamps: dict[str, str] = {}
    plain: dict[str, str] = {}
    for entry in entries:
        for stamp in entry.stamps:
            small = normalised(stamp).casefold()
            for spelling in (small, *legacy_spellings(small)):
                stamps.setdefault(squeezed(normalised(spelling)), entry.rule)
            plain.setdefault(squeezed(strip_marks(small)), entry.rule)
    labels = {squeezed(normalised(label)) for entry in entries if entry.stamps for label in entry.labels}
    labels |= {squeezed(strip_marks(normalised(label))) for entry in entries if entry.stamps for label in entry.labels}
    return Patterns(
        stamps=stamps,
        plain=plain,
        labels=frozenset(labels),
        names=tuple((re.compile(translate(name.lower())), entry.rule) for entry in entries for name in entry.names),
        shapes=tuple(_shaped(entry, shape) for entry in entries for shape in entry.shapes),
        own_numbers=own_numbers,
        words=vocabulary_of(entries),
        secret_labels=frozenset(label for one in entries if one.rule == "khoa-bi-mat" for label in one.labels),
    )


def _shaped(entry: Protection, shape: str) -> Shaped:
    if entry.rule not in _NUMBERS:
        return Shaped(entry.rule, literal_part(shape), re.compile(shape))
    if entry.labels:
        labels = "|".join(sorted(map(re.escape, map(normalised, entry.labels)), key=len, reverse=True))
        led = rf"(?<!\w)(?:{labels})(?:\W{{0,3}}(?:số|so|no|là|la|{labels})){{0,3}}\W{{0,4}}{shape}(?![\w/]|[.,-][0-9])"
        return Shaped(entry.rule, "", re.compile(led, re.IGNORECASE))
    # A number is not personal if it is part of a longer number, a price or an address.
    return Shaped(entry.rule, literal_part(shape), re.compile(rf"(?<![\w./=,+-]){shape}(?![\w/=-]|[.,][0-9])"))


def _own_numbers(root: Path) -> frozenset[str]:
    """Return the telephone numbers of the site and of the issuing bodies, even from data files with faults."""
    sources = (read(root, f"data/{name}.yml")[0] for name in (IDENTITY, ISSUERS))
    lines = [line for source in sources if source for line in source.text.split("\n")]
    digits = (re.sub(r"\D", "", number) for line in lines for number in re.findall(r"[0-9][0-9 .()-]{7,20}", line))
    return frozenset(filter(None, digits))
