"""Counts of views from a server's logs: what counts, what is forgotten, what is hidden, and logs that are broken."""

import csv
import gzip
import io
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from infopage.cli import main
from infopage.release.hosting import usage as usage_module
from infopage.release.hosting.access_log import LogError, LoggedRequest, requests
from infopage.release.hosting.usage import LEAST, OTHERS, Sort, Usage, by_address, by_day, sort_of, told_cells
from infopage.release.hosting.usage_report import csv_text, picture, text

DAY = date(2026, 11, 20)
PERSON = "Mozilla/5.0 (Linux; Android 10) Chrome/120 Mobile"
Said = pytest.CaptureFixture[str]


def line(
    target: str = "/tin-tuc/",
    status: int = 200,
    agent: str = PERSON,
    at: str = "20/Nov/2026:10:00:00 +0700",
    method: str = "GET",
    who: str = "203.0.113.9 - -",
) -> str:
    return f'{who} [{at}] "{method} {target} HTTP/2.0" {status} 512 "https://minhhoa.example/" "{agent}"\n'


def read(folder: Path, *lines: str | bytes) -> list[LoggedRequest | None]:
    log = folder / "access.log"
    log.write_bytes(b"".join(one if isinstance(one, bytes) else one.encode() for one in lines))
    return list(requests(log))


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("/tin-tuc/", "/tin-tuc/"),
        ("/tin-tuc/index.html", "/tin-tuc/"),
        ("//tin-tuc//2026/", "/tin-tuc/2026/"),
        ("/tim-kiem/?q=Nguy%E1%BB%85n+V%C4%83n+A", "/tim-kiem/"),
        ("/tim-kiem/#q=x", "/tim-kiem/"),
        ("https://minhhoa.example/lich/?a=1", "/lich/"),
        ("/van-ban/Ph%E1%BB%A5%20l%E1%BB%A5c.pdf", "/van-ban/Phụ lục.pdf"),
        ("/van-ban/Ph\\xE1\\xBB\\xA5.pdf", "/van-ban/Phụ.pdf"),
        ("/%1B[31m/", ""),
        ("/%0A/x", ""),
        ("/%FF%FE/", ""),
        ("/" + "a" * 500, ""),
        ("*", ""),
        ("", ""),
    ],
)
def test_an_address_is_the_path_alone(tmp_path: Path, target: str, address: str) -> None:
    (found,) = read(tmp_path, line(target))
    assert found is not None
    assert found.address == address


@pytest.mark.parametrize(
    ("address", "sort"),
    [
        ("/", Sort.PAGE),
        ("/nguon-tin/", Sort.PAGE),
        ("/moved.html", Sort.PAGE),
        ("/404.html", None),
        ("/van-ban/05-nq-tu.pdf", Sort.FILE),
        ("/van-ban/05-nq-tu/van-ban.json", Sort.FILE),
        ("/robots.txt", None),
        ("/nguon-tin/tat-ca/feed.json", None),
        ("/assets/site.0a1b2c3d.css", None),
        ("/tin-tuc/anh.jpg.480.webp", None),
        ("/tim-kiem/chi-muc/0a1b2c3d.json", None),
        ("/.well-known/security.txt", None),
        ("", None),
    ],
)
def test_pages_and_files_count_and_their_parts_do_not(address: str, sort: Sort | None) -> None:
    assert sort_of(address) is sort


def test_the_day_is_that_of_ha_noi(tmp_path: Path) -> None:
    found = read(tmp_path, line(at="20/Nov/2026:23:30:00 +0000"), line(at="20/Nov/2026:00:30:00 +0700"))
    assert [one.day for one in found if one] == [date(2026, 11, 21), DAY]


def test_only_what_was_delivered_counts(tmp_path: Path) -> None:
    found = read(tmp_path, line(), line(status=304), line(status=404), line(status=206), line(method="HEAD"))
    assert len(found) == 2


@pytest.mark.parametrize(
    "agent", ["Googlebot/2.1", "curl/8.0", "-", "", "python-requests/2", "FeedFetcher", "coccocbot-web"]
)
def test_a_robot_is_counted_apart(tmp_path: Path, agent: str) -> None:
    usage = Usage()
    usage.add(read(tmp_path, line(agent=agent)))
    assert usage.robots == {DAY: 1}
    assert not usage.views[Sort.PAGE]


BROKEN = (
    b"\x00\xff\xfe junk\n",
    b'203.0.113.9 - - [20/Nov/2026:10:00:00 +0700] "GET / HTTP/1.1" 200 512\n',
    line(at="32/Nov/2026:10:00:00 +0700").encode(),
    line(at="20/Xyz/2026:10:00:00 +0700").encode(),
    line(at="20/Nov/9999:10:00:00 +0700").encode(),
    line(at="20/Nov/2026:10:00:00 +9999").encode(),
    line(who="203.0.113.9 - [x]").encode(),
    b"a" * 200_000 + b"\n",
    line().encode()[:60],
)


@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_line_is_told_and_the_next_one_counts(tmp_path: Path, broken: bytes) -> None:
    found = read(tmp_path, line(), broken if broken.endswith(b"\n") else broken + b"\n", line(), b"\n")
    assert [one is None for one in found] == [False, True, False]


def test_noise_that_is_no_request_is_neither_told_nor_counted(tmp_path: Path) -> None:
    noise = b'203.0.113.9 - - [20/Nov/2026:10:00:00 +0700] "\\x16\\x03\\x01" 400 157 "-" "-"\n'
    assert read(tmp_path, noise) == []


def test_a_compressed_log_is_read_and_a_damaged_one_refused(tmp_path: Path) -> None:
    packed = gzip.compress("".join(line() for _ in range(500)).encode())
    log = tmp_path / "access.log.2.gz"
    log.write_bytes(packed)
    assert len(list(requests(log))) == 500
    for damaged in (packed[:-9], packed[:20], packed[:30] + b"\xff" * 9 + packed[39:]):
        log.write_bytes(damaged)
        with pytest.raises(LogError, match="bị hỏng hoặc bị cắt cụt"):
            list(requests(log))


def test_many_different_addresses_take_no_more_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(usage_module, "_MOST_CELLS", 10)
    usage = Usage()
    usage.add(LoggedRequest(DAY, f"/{number}/", is_robot=False) for number in range(500))
    counts = usage.views[Sort.PAGE]
    assert len(counts) == 11
    assert counts[DAY, OTHERS] == 490
    assert by_day(counts) == {DAY: 500}
    assert OTHERS not in by_address(counts)


CELLS = st.dictionaries(
    st.tuples(st.integers(0, 3).map(lambda n: DAY + timedelta(n)), st.sampled_from(["/a/", "/b/", "/c/", OTHERS])),
    st.integers(1, 12),
)


@given(CELLS)
def test_no_small_count_can_be_found_by_subtraction(cells: dict[tuple[date, str], int]) -> None:
    counts = Counter(cells)
    told = list(told_cells(counts))
    assert all(count >= LEAST for _, _, count in told)
    for sums, part in ((by_day(counts), 0), (by_address(counts), 1)):
        for key, count in sums.items():
            rest = count - sum(cell[2] for cell in told if cell[part] == key)
            assert count == 0 or count >= LEAST
            assert rest == 0 or rest >= LEAST


def used(tmp_path: Path) -> Usage:
    usage = Usage()
    lines = [line("/tim-kiem/?q=bimat", who=f"203.0.113.{n} - someone") for n in range(7)]
    lines += [line("/van-ban/a/b.pdf") for _ in range(3)]
    lines += [line("/tin-tuc/%3Cscript%3Ex%22%26/") for _ in range(6)]
    usage.add(read(tmp_path, *lines))
    return usage


def test_no_reader_and_no_search_is_in_any_output(tmp_path: Path) -> None:
    usage = used(tmp_path)
    for said in (text(usage), csv_text(usage), picture(usage), repr(usage)):
        assert not [word for word in ("203.0.113", "someone", "bimat", "Android") if word in said]


def test_the_table_and_the_picture_tell_the_same(tmp_path: Path) -> None:
    usage = used(tmp_path)
    rows = list(csv.reader(io.StringIO(csv_text(usage).removeprefix("\ufeff"))))
    assert rows == [
        ["ngay", "loai", "dia_chi", "luot"],
        ["2026-11-20", "trang", "", "13"],
        ["2026-11-20", "trang", "/tim-kiem/", "7"],
        ["2026-11-20", "trang", '/tin-tuc/<script>x"&/', "6"],
    ]
    assert "20/11/2026             13       dưới 5" in text(usage)
    words = [one.text for one in etree.fromstring(picture(usage).encode()).iter("{*}text")]
    assert words[-3:] == ["20/11/2026", "13", "dưới 5"]


def test_the_command_reads_several_logs_and_writes_both_files(tmp_path: Path, capsys: Said) -> None:
    (tmp_path / "a.log").write_text("".join(line() for _ in range(5)), "utf-8")
    (tmp_path / "b.gz").write_bytes(
        gzip.compress("".join(line(at="21/Nov/2026:10:00:00 +0700") for _ in range(6)).encode())
    )
    logs = [str(tmp_path / "a.log"), str(tmp_path / "b.gz"), str(tmp_path / "a.log")]
    assert main(["--root", str(tmp_path), "stats", *logs, "--from", "20/11/2026"]) == 0
    assert "20/11/2026              5" in capsys.readouterr().out
    folder = tmp_path / "build" / "luot-xem"
    assert sorted(one.name for one in folder.iterdir()) == ["luot-xem.csv", "luot-xem.svg"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["a.log", "--from", "hôm qua"], 2, "--from hôm qua: không phải ngày; hãy viết như 16/11/2026"),
        (["a.log", "--from", "2/11/2026", "--to", "1/11/2026"], 2, "trước --from"),
        (["a.log", "--to", "1/11/2026"], 1, "không có lượt xem nào để đếm"),
        (["khong-co.log"], 2, "khong-co.log"),
        (["."], 2, "infopage: "),
        (["rac.log"], 1, "1 dòng không đúng dạng “combined”; không ghi gì"),
    ],
)
def test_misuse_is_told_and_nothing_is_written(
    tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.log").write_text(line(), "utf-8")
    Path("rac.log").write_text("rác\n", "utf-8")
    assert main(["stats", *arguments]) == code
    assert said in capsys.readouterr().err
    assert not Path("build").exists()
