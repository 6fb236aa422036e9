"""A randomly damaged project ends in a site or a report: a few rounds here, many in ``make test-thorough``."""

from pathlib import Path

import pytest

from tests.fuzz.rounds import Lab


@pytest.mark.parametrize("rounds", [25, pytest.param(2500, marks=pytest.mark.thorough)])
def test_a_spoiled_project_ends_in_a_site_or_in_a_report(tmp_path: Path, rounds: int) -> None:
    lab = Lab(tmp_path, seed=20261130)
    assert [fault for number in range(rounds) for fault in lab.round(number)] == []
    assert lab.counts["không lỗi"]
    assert lab.counts["có lỗi"]
    assert lab.counts["dựng"]


def test_a_round_is_told_by_its_seed_and_number(tmp_path: Path) -> None:
    from random import Random

    from tests.fuzz.changes import changed
    from tests.sites import BASE

    base = {f"docs/{path.name}": path.read_bytes() for path in BASE.glob("docs/*.md")} | {"data/a.yml": b"- ma: a\n"}
    assert changed(Random("1-2"), base) == changed(Random("1-2"), base)
    assert changed(Random("1-2"), base) != changed(Random("1-3"), base)
