"""Progress of a long run is reported by phase, with injected clocks, and the times are added up."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from infopage.progress.followed import followed
from infopage.progress.phases import SILENT, Phase, Progress
from tests.sites import BASE, build, lay_out


class Clock:
    """A clock that the test moves forward."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Terminal(io.StringIO):
    """A stream that claims to be a terminal."""

    def isatty(self) -> bool:
        return True


def work(progress: Progress, wall: Clock, cpu: Clock, second: Callable[[], None] = lambda: None) -> None:
    """Simulate reading 1,000 texts in 50 seconds and making the feeds in one second."""
    progress.begin(Phase.READING, 1000)
    for _ in range(1000):
        wall.now += 0.05
        cpu.now += 0.04
        progress.step()
    progress.begin(Phase.FEEDS)
    wall.now += 1
    second()
    progress.end()
    progress.end()


@pytest.fixture
def wall() -> Clock:
    return Clock()


@pytest.fixture
def cpu() -> Clock:
    return Clock()


def test_a_terminal_shows_phase_count_and_time_left_on_one_line_and_keeps_none_of_it(wall: Clock, cpu: Clock) -> None:
    stream, said = Terminal(), list[str]()
    work(followed(wall, cpu, stream, said.append, is_heard=True), wall, cpu)
    shown = [one.rstrip() for one in stream.getvalue().split("\r")]
    assert any(re.fullmatch(r"Đọc bài: (499|50.)/1\.000, còn khoảng 25 giây", line) for line in shown), shown
    assert "Nguồn tin…" in shown
    assert "\n" not in stream.getvalue()
    assert stream.getvalue().endswith(f"\r{' ' * len('Nguồn tin…')}\r")
    assert 200 < len(shown) < 600
    assert said == []


def test_a_shorter_line_leaves_nothing_of_a_longer_one(wall: Clock, cpu: Clock) -> None:
    stream = Terminal()
    work(followed(wall, cpu, stream, print, is_heard=True), wall, cpu)
    row = ""
    for text in filter(None, stream.getvalue().split("\r")):
        row = text + row[len(text) :]
        assert row.rstrip() == text.rstrip()


def test_a_log_has_one_line_for_each_phase(wall: Clock, cpu: Clock) -> None:
    said = list[str]()
    work(followed(wall, cpu, io.StringIO(), said.append, is_heard=True), wall, cpu)
    assert said == ["Đọc bài (1.000): 50,0 giây", "Nguồn tin: 1,0 giây"]


def test_a_phase_of_minutes_is_heard_of_in_a_log_each_minute(wall: Clock, cpu: Clock) -> None:
    said = list[str]()
    progress = followed(wall, cpu, io.StringIO(), said.append, is_heard=True)
    progress.begin(Phase.RENDERING, 10)
    for _ in range(10):
        wall.now += 30
        progress.step()
    progress.end()
    assert said[0] == "Dựng trang: 2/10, còn khoảng 4 phút"
    assert len(said) == 6


def test_more_than_was_announced_is_counted_and_no_time_left_is_made_up(wall: Clock, cpu: Clock) -> None:
    said = list[str]()
    progress = followed(wall, cpu, io.StringIO(), said.append, is_heard=True)
    progress.begin(Phase.RENDERING, 1)
    progress.step()
    wall.now += 90
    progress.step()
    assert said == ["Dựng trang: 2/1"]


def test_where_nobody_listens_nothing_is_said_and_all_is_added_up(wall: Clock, cpu: Clock) -> None:
    stream, said = Terminal(), list[str]()
    cpu.now = 2
    progress = followed(wall, cpu, stream, said.append, is_heard=False)
    work(progress, wall, cpu, lambda: work(SILENT, Clock(), Clock()))
    work(progress, wall, cpu)
    assert (stream.getvalue(), said) == ("", [])
    assert progress.table() == (
        "giai đoạn                 giây CPU  giây thực   số lượng\n"
        "khởi động                     2,00       0,00\n"
        "đọc bài                      80,00     100,00      2.000\n"
        "nguồn tin                     0,00       2,00\n"
        "tổng cộng                    82,00     102,00\n"
    )


def test_a_build_tells_where_its_time_went_if_it_is_asked(tmp_path: Path) -> None:
    project = lay_out(tmp_path / "project", BASE)
    ran = build(project, project / "site", INFOPAGE_TIMINGS="build/thoi-gian.txt")
    assert (ran.returncode, ran.stderr) == (0, "")
    told = (project / "build/thoi-gian.txt").read_text("utf-8").splitlines()
    built = set(Phase) - {Phase.PROVING, Phase.UPLOAD}
    assert {line[:24].rstrip() for line in told[1:-1]} == built
    assert sum(_cpu(line) for line in told[1:-1]) == pytest.approx(_cpu(told[-1]), abs=0.1)


def _cpu(line: str) -> float:
    return float(line[24:].split()[0].replace(",", "."))
