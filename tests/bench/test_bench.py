"""The bench reads the builds' timings, checks each limit, and draws the same picture of the same figures."""

import io
from pathlib import Path
from xml.etree import ElementTree

import pytest

from infopage.progress.followed import followed
from infopage.progress.phases import Phase
from tests.bench import report
from tests.bench.bars import bars
from tests.bench.corpus import samples
from tests.bench.measuring import BuildError, Figures, measured
from tests.bench.peers import MATERIAL
from tests.bench.projects import digest, edited
from tests.bench.scenarios import EDIT, FULL, NOTHING

PEERS = {MATERIAL: Figures(100, 110, 7 * 10**8), "Hugo & Co": Figures(50, 30, 2 * 10**9)}
KEPT = {
    FULL: Figures(130, 140, 10**9, {Phase.START: 1, Phase.READING: 33}),
    NOTHING: Figures(3, 3, 10**8),
    EDIT: Figures(5, 5, 10**8),
}
WEIGHTS = {1000: {"feeds": 9, "pages": 9}, 10_000: {"feeds": 5, "pages": 9}}
SMALLER = Figures(13, 13, 10**8, {Phase.START: 1, Phase.READING: 3})


def passed(**changed: object) -> list[str]:
    """Return the names of the limits that are exceeded if some figures are changed."""
    said = {"peers": PEERS, "ours": KEPT, "weights": WEIGHTS, "smaller": SMALLER} | changed
    return [bar.what for bar in bars(**said) if not bar.is_kept]  # type: ignore[arg-type]


def test_each_bar_can_be_kept_and_passed() -> None:
    assert passed() == []
    assert passed(ours=KEPT | {FULL: Figures(131, 140, 10**9)}) == [f"full build, of {MATERIAL}'s CPU"]
    assert len(passed(ours=KEPT | {NOTHING: Figures(4, 4, 0)})) == 2
    assert len(passed(ours=KEPT | {EDIT: Figures(8, 8, 0)})) == 2
    assert passed(ours=KEPT | {EDIT: Figures(5, 5, 10**9 + 10**8)}) == ["peak memory of any build"]
    assert len(passed(weights=WEIGHTS | {10_000: {"feeds": 10, "pages": 9}})) == 1
    assert passed(smaller=Figures(11, 11, 0, SMALLER.phases)) == ["CPU of ten times the items, all"]
    slower = Figures(13, 13, 0, {Phase.START: 1, Phase.READING: 2.9})
    assert passed(smaller=slower) == ["CPU of ten times the items, đọc bài"]


def test_a_build_is_measured_with_what_it_says_of_its_phases(tmp_path: Path) -> None:
    progress = followed(lambda: 0.0, lambda: 1234.5, io.StringIO(), print, is_heard=False)
    (tmp_path / "told").write_text(progress.table(), "utf-8")
    found = measured(tmp_path, ("true",), {}, "told")
    assert found.phases == {Phase.START: 1234.5}
    assert found.memory > 0
    with pytest.raises(BuildError, match="nothing here"):
        measured(tmp_path, ("sh", "-c", "echo nothing here; exit 3"), {})


def test_the_picture_and_the_tables_say_every_figure_and_are_the_same_each_time() -> None:
    drawn = report.picture(PEERS, KEPT, "2 < 3 texts")
    assert drawn == report.picture(PEERS, KEPT, "2 < 3 texts")
    picture = ElementTree.fromstring(drawn)
    texts = [one.text for one in picture.iter("{http://www.w3.org/2000/svg}text")]
    assert {"Hugo & Co", f"this project: {EDIT}", "2 < 3 texts", "130.0"} <= set(texts)
    assert picture.find("{http://www.w3.org/2000/svg}desc").text.count(" s") >= len(PEERS) + len(KEPT)
    assert "prefers-color-scheme:dark" in drawn
    assert "| this project: nothing changed | 3.0 | 3.0 | 100 | 0.023 | 0.030 | 0.060 |" in report.markdown(
        PEERS, KEPT, ""
    )
    assert len({len(line) for line in report.plain(PEERS, KEPT).splitlines()}) == 1


def test_the_texts_are_the_same_each_time_and_an_edit_that_edits_nothing_is_none(tmp_path: Path) -> None:
    assert digest(samples(20)) == digest(samples(20)) != digest(samples(21))
    (tmp_path / "a").write_text("a a", "utf-8")
    edited(tmp_path / "a", "a", "b")
    assert (tmp_path / "a").read_text("utf-8") == "b a"
    with pytest.raises(ValueError, match="has no"):
        edited(tmp_path / "a", "c", "d")
