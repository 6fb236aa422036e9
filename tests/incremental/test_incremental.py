"""An incremental build gives the same bytes as a clean build, whatever changed in between."""

from pathlib import Path

import pytest

from tests.incremental.changes import DAMAGE, spoil
from tests.incremental.lab import ALL, KILLED, TWO, Lab

WORDS = ("body", "letter", "title", "header", "addition", "renaming", "deletion", "registry", "day", KILLED)
FRAME = ("template", "asset", "settings", "attachment", "release", "site", "before", "entry", TWO)
CODE = ("code", KILLED)


def test_a_build_gives_the_bytes_of_a_clean_one_after_a_few_changes(tmp_path: Path) -> None:
    lab = Lab(tmp_path, seed="a few", news=12)
    # The kinds are separate, because a change that rebuilds everything would hide faults in partial rebuilds.
    for kinds in (WORDS, FRAME, CODE):
        assert lab.step(*kinds) == []
        assert not lab.refused, lab.log.read_text("utf-8")
    spoil(lab.random, "garbage", lab.project.root / "build")
    assert lab.build() == 0
    assert lab.changed() == []


def test_each_kind_of_change_is_tried() -> None:
    assert {*WORDS, *FRAME, *CODE, "store"} == {*ALL}


@pytest.mark.thorough
def test_a_build_gives_the_bytes_of_a_clean_one_after_each_of_200_changes(tmp_path: Path) -> None:
    lab, kinds, refused = Lab(tmp_path, seed="200"), list[str](), 0
    for number in range(200):
        kinds = kinds or lab.random.sample(ALL, len(ALL))
        kind = kinds.pop()
        assert lab.step(kind) == [], f"change {number}: {kind}"
        refused += lab.refused
    assert refused < 20


@pytest.mark.thorough
@pytest.mark.parametrize(("kind", "times"), [(KILLED, 20), (TWO, 10)])
def test_builds_that_were_killed_or_ran_at_once_leave_the_next_one_right(tmp_path: Path, kind: str, times: int) -> None:
    lab = Lab(tmp_path, seed=kind)
    for _ in range(times):
        assert lab.step(lab.random.choice(("body", "addition", "template", "day")), kind) == []


@pytest.mark.thorough
@pytest.mark.parametrize("how", DAMAGE)
def test_what_builds_keep_may_be_lost_or_spoilt_at_any_time(tmp_path: Path, how: str) -> None:
    lab = Lab(tmp_path, seed=how)
    spoil(lab.random, how, lab.project.root / "build")
    assert lab.step("letter") == []
