"""Made-up leaks of each kind are stopped before a commit or publication, and no message repeats the leaked text."""

from pathlib import Path

import pytest

from infopage.release.guard.attached import unfit
from infopage.release.guard.cleaning import CleaningError, clean_bytes
from infopage.release.guard.files import Guard
from infopage.release.guard.patterns import Patterns
from tests.release.guard import hidden_office, hidden_pdf, hidden_pictures, leaks, secrets
from tests.release.guard.leaks import TOP
from tests.release.guard.seeds import Seed, git, keys, office, pdf, pictures, stamps, types
from tests.release.guard.test_stamps import SEEDS as STAMPS
from tests.support import sampled

KINDS: dict[str, tuple[Seed, ...]] = {
    "pdf": pdf.SEEDS,
    "stamps": stamps.SEEDS,
    "office": office.SEEDS,
    "pictures": pictures.SEEDS,
    "types": types.SEEDS,
    "keys": keys.SEEDS,
}
"""The leaks in files, by kind."""

BEFORE = {
    "pdf": (hidden_pdf.WORDS, hidden_pdf.PROGRAMS, hidden_pdf.METADATA),
    "stamps": (STAMPS, leaks.STAGED, leaks.SITE),
    "office": (hidden_office.WORDS, hidden_office.METADATA, hidden_office.HIDDEN),
    "pictures": (hidden_pictures.WORDS, hidden_pictures.METADATA),
    "keys": (secrets.KEYS, secrets.PASSWORDS, secrets.PHONES),
}
"""The older tables of leaks, by kind. Other tests try them; here they count towards the number of each kind."""

_EVERY = 5
"""An ordinary run tries one leak in this many, ``make test-thorough`` all."""


def _tried(rule: str = "") -> list[object]:
    each = [(kind, seed) for kind, seeds in KINDS.items() for seed in seeds if rule in (seed.rule, "")]
    return [
        pytest.param(kind, seed, id=f"{kind}-{seed.name}", marks=() if n % _EVERY == 0 else pytest.mark.thorough)
        for n, (kind, seed) in enumerate(each)
    ]


@pytest.mark.parametrize(("kind", "seed"), _tried())
def test_a_leak_is_stopped(guard: Guard, kind: str, seed: Seed) -> None:
    content = seed.make()
    found = [*unfit(seed.path, content), *guard.check(seed.path, content)]
    assert seed.rule in {one.rule for one in found}, [str(one) for one in found]
    assert not [one for one in found if TOP in one.message and "tên tệp" not in one.message]


@pytest.mark.parametrize(("kind", "seed"), _tried("sieu-du-lieu"))
def test_what_names_a_person_or_a_place_can_be_cleaned_away(guard: Guard, kind: str, seed: Seed) -> None:
    if seed.path.endswith(".rtf"):
        with pytest.raises(CleaningError, match=r"lưu lại thành \.docx"):
            clean_bytes(seed.make())
        return
    cleaned, told = clean_bytes(seed.make())
    assert told
    assert [str(one) for one in guard.check(seed.path, cleaned)] == []


@pytest.mark.parametrize("name", sampled(git.SEEDS, _EVERY))
def test_a_leak_in_git_is_stopped(name: str, patterns: Patterns, tmp_path: Path) -> None:
    rule, laid = git.SEEDS[name]
    assert rule in laid(git.Kept(tmp_path / "kho", patterns))


def test_there_are_forty_leaks_of_each_kind_and_each_is_another() -> None:
    for kind, seeds in KINDS.items():
        assert len({seed.name for seed in seeds}) == len(seeds) >= 40, kind
    assert len(git.SEEDS) >= 40
    known = sum(len(table) for tables in BEFORE.values() for table in tables)
    assert known + len(git.SEEDS) + sum(map(len, KINDS.values())) >= 1000
