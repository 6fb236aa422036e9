"""Digest feeds: each past day or week is one entry with its news; the e-mail digest says the same."""

import email
import email.policy
import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from infopage.cli import main
from infopage.content.catalogue import Catalogue
from infopage.language.dates import HANOI
from infopage.outputs.feeds.digest import Period, digest_of, digests
from infopage.outputs.feeds.letter import letter
from infopage.outputs.site.site import Site
from tests.outputs.feeds.values import ATOM, JSON, RSS, URL, whole
from tests.outputs.feeds.w3c import ATOM as A
from tests.outputs.values import SETTINGS, gather
from tests.properties import examples
from tests.sites import INSTANT, golden_project

Values = tuple[Catalogue, Site]
DAILY, WEEKLY = (f"nguon-tin/{slug}/" for slug in ("hang-ngay", "hang-tuan"))
WEEK = Period.week(date(2026, 11, 4))
NEWS = """\
---
ma: tin-{id}
tieu_de: "Tin “{id}” <b>&</b>"
tom_tat: Tóm tắt của tin {id}.
pham_vi: cong-khai
ngay_dang: {day}
{more}---
Nội dung.
"""


def write(project: Path, id: str, day: str, more: str = "") -> None:
    (project / f"docs/tin-tuc/2026/{id}.md").write_text(NEWS.format(id=id, day=day, more=more), encoding="utf-8")


@pytest.fixture
def after(tmp_path: Path) -> Callable[..., dict[str, dict[str, str]]]:
    """Return a function that adds news to the golden project and returns its digests, by feed and id."""

    def apply(*news: tuple[str, ...]) -> dict[str, dict[str, str]]:
        project = golden_project(tmp_path / "project")
        for one in news:
            write(project, *one)
        return said(gather(project)[1])

    return apply


def said(site: Site) -> dict[str, dict[str, str]]:
    files = whole(site)
    return {
        folder: {
            item["id"].rpartition("/")[2]: item["content_html"] for item in json.loads(files[folder + JSON])["items"]
        }
        for folder in (DAILY, WEEKLY)
    }


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HANOI)


@examples(60)
@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_a_week_begins_on_monday_and_every_day_is_in_one(day: date) -> None:
    week = Period.week(day)
    assert week.first <= day < week.after == week.first + timedelta(days=7)
    assert week.first.weekday() == 0
    assert Period.week(week.last) == week != Period.week(week.after)
    year, number = week.id.removeprefix("hang-tuan/").split("-W")
    assert date.fromisocalendar(int(year), int(number), 1) == week.first


def test_a_day_or_week_is_told_when_it_is_over_and_only_with_something_new(golden_values: Values) -> None:
    catalogue = golden_values[0]
    for moment, days, weeks in (
        ("2026-11-04T23:59:59", "2026-11-03", "2026-W43"),
        ("2026-11-05T00:00:00", "2026-11-04", "2026-W43"),
        ("2026-11-08T23:59:59", "2026-11-04", "2026-W43"),
        ("2026-11-09T00:00:00", "2026-11-04", "2026-W45"),
    ):
        found = digests(Catalogue(catalogue.library, at(moment), preview=False))
        newest = [found[slug][0].period.id.rpartition("/")[2] for slug in ("hang-ngay", "hang-tuan")]
        assert newest == [days, weeks], moment
    told = said(golden_values[1])
    assert "2026-11-05" not in told[DAILY]
    assert "2026-W46" not in told[WEEKLY]


def test_what_a_digest_said_stays_whatever_comes_later(golden_values: Values, after: Callable[..., object]) -> None:
    before = said(golden_values[1])
    now = after(
        ("hom-nay", "23/11/2026 06:00"),
        ("hom-qua", "22/11/2026 23:59"),
        ("sua-sau", "22/11/2026 08:00", "cap_nhat: 23/11/2026 05:00\n"),
    )
    assert isinstance(now, dict)
    for folder in (DAILY, WEEKLY):
        kept = {id: text for id, text in now[folder].items() if id in before[folder]}
        assert kept == {id: before[folder][id] for id in kept}
        assert len(kept) >= len(before[folder]) - 1
    assert "2026-11-23" not in now[DAILY]
    assert now[DAILY]["2026-11-22"] == now[WEEKLY]["2026-W47"]
    title = "Tin “{0}” &lt;b&gt;&amp;&lt;/b&gt;</a><br>Tóm tắt của tin {0}.</p>"
    assert now[DAILY]["2026-11-22"].split("\n") == [
        "<h2>Tin tức</h2>",
        *(f'<p><a href="{URL}tin-tuc/2026/{id}/">{title.format(id)}' for id in ("sua-sau", "hom-qua")),
    ]


def test_what_was_taken_back_is_named_no_more(after: Callable[..., dict[str, dict[str, str]]]) -> None:
    def withdrawn(day: str) -> str:
        return f"thu_hoi: {{ngay: {day}, ly_do: Nhầm}}\n"

    told = after(
        ("cung-ngay", "17/11/2026 08:00", withdrawn("17/11/2026")),
        ("hom-sau", "17/11/2026 09:00", withdrawn("18/11/2026")),
        ("tuan-sau", "17/11/2026 10:00", withdrawn("23/11/2026")),
        ("het-han", "17/11/2026 11:00", "het_han: 17/11/2026 20:00\n"),
        ("het-han-sau", "17/11/2026 12:00", "het_han: 23/11/2026 06:00\n"),
    )
    back = [f"<p>Một mục đã bị thu hồi ngày {day}</p>" for day in ("18/11/2026", "23/11/2026")]
    expired = "<p>Một mục đã hết hạn đăng từ ngày 23/11/2026</p>"
    assert told[DAILY]["2026-11-17"].split("\n")[1:] == [*back, expired]
    assert told[WEEKLY]["2026-W47"].split("\n")[1:] == [back[1], expired]


def test_an_entry_is_of_the_midnight_its_day_ended_at(golden_values: Values) -> None:
    files = whole(golden_values[1])
    feed = etree.fromstring(files[DAILY + ATOM])
    first = feed.find(f"{A}entry")
    assert first.findtext(f"{A}id") == "tag:minhhoa.example,2026-01-01:hang-ngay/2026-11-04"
    assert first.findtext(f"{A}title") == "1 mục mới, ngày 04/11/2026"
    assert first.findtext(f"{A}updated") == "2026-11-05T00:00:00.000+07:00"
    assert feed.findtext(f"{A}updated") == "2026-11-05T00:00:00+07:00"


def read(content: bytes) -> EmailMessage:
    found = email.message_from_bytes(content, policy=email.policy.default)
    assert isinstance(found, EmailMessage)
    assert [part.defects for part in found.walk()] == [[], [], []]
    assert max(map(len, content.split(b"\r\n"))) <= 78
    assert content.replace(b"\r\n", b"").isascii()
    assert b"\n" not in content.replace(b"\r\n", b"")
    return found


def test_a_letter_is_text_and_html_and_always_the_same_bytes(golden_values: Values) -> None:
    catalogue = golden_values[0]
    content = letter(digest_of(WEEK, catalogue), "chibo@minhhoa.example", catalogue, SETTINGS)
    assert letter(digest_of(WEEK, catalogue), "chibo@minhhoa.example", catalogue, SETTINGS) == content
    found = read(content)
    assert found["Subject"] == "Trang thông tin: 4 mục mới, tuần từ ngày 02/11/2026 đến ngày 08/11/2026"
    assert found["From"] == "Tỉnh ủy Minh Họa <banbientap@minhhoa.example>"
    assert found["To"] == "chibo@minhhoa.example"
    assert parsedate_to_datetime(found["Date"]) == at("2026-11-09T00:00:00")
    assert found["Message-ID"] == "<hang-tuan.2026-W45@minhhoa.example>"
    assert found.get_content_type() == "multipart/alternative"
    text, html = (found.get_body((kind,)).get_content().replace("\r\n", "\n") for kind in ("plain", "html"))
    told = "- Hội nghị quán triệt nghị quyết\nToàn tỉnh học tập nghị quyết về chuyển đổi số.\n"
    assert f"{told}{URL}tin-tuc/2026/hoi-nghi/" in text
    assert "Không muốn nhận thư này nữa" in text
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    links = {link.get("href") for link in page.iter("a")}
    assert links == {
        f"{URL}{end}/"
        for end in (
            "van-ban/ubnd-tinh/2026/45-kh-ubnd",
            "tin-tuc/2026/hoi-nghi",
            "hoc-tap/de-cuong",
            "lich/hoi-nghi-truc-tuyen",
        )
    }
    assert not list(page.iter("img"))


def test_the_command_writes_the_week_that_is_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = golden_project(tmp_path / "project")
    write(project, "hom-qua", "22/11/2026 08:00")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", INSTANT)

    def run(*options: str) -> tuple[int, str]:
        code = main(["--root", str(project), "digest", *options])
        told = capsys.readouterr()
        return code, (told.out + told.err).replace(str(project), "").strip()

    file = "/build/thu/hang-tuan-2026-W47.eml"
    assert run() == (0, f"{file}: 1 mục mới, tuần từ ngày 16/11/2026 đến ngày 22/11/2026")
    assert "Tin “hom-qua” &lt;b&gt;" in read((project / file[1:]).read_bytes()).get_body(("html",)).get_content()
    assert run("--day", "3/11/2026", "--output", str(tmp_path / "a.eml"))[0] == 0
    assert read((tmp_path / "a.eml").read_bytes())["Subject"].endswith("1 mục mới, ngày 03/11/2026")
    for options, code, words in (
        (("--day", "23/11/2026"), 2, "ngày 23/11/2026 chưa hết; hãy chờ đến 24/11/2026 hoặc chọn ngày khác"),
        (("--week", "hôm qua"), 2, "“hôm qua” không phải là ngày; hãy viết như 16/11/2026"),
        (("--day", "01/1/2020"), 1, "ngày 01/01/2020 không có mục nào mới; không ghi thư"),
        (
            ("--to", "Chi bộ <a@b>"),
            2,
            "“Chi bộ <a@b>” không phải địa chỉ thư điện tử; hãy viết như banbientap@minhhoa.example",
        ),
        (("--url", "tinh.vn"), 2, "“tinh.vn” không phải địa chỉ của trang; hãy viết như https://tinh.vn/tuyen-truyen/"),
    ):
        assert run(*options) == (code, f"infopage: {words}")
    assert sorted(path.name for path in (project / "build/thu").iterdir()) == ["hang-tuan-2026-W47.eml"]


def test_a_hub_is_named_by_every_subscription_document_where_there_is_one(
    golden_values: Values, tmp_path: Path
) -> None:
    assert not [path for path, content in whole(golden_values[1]).items() if b'"hub' in content]
    project = golden_project(tmp_path / "project")
    file = project / "data/trang.yml"
    file.write_text("may_chu_websub: https://hub.minhhoa.example/\n" + file.read_text("utf-8"), encoding="utf-8")
    files = whole(gather(project)[1])
    for path, content in files.items():
        if path.endswith((f"/{RSS}", f"/{ATOM}")):
            links = {link.get("rel"): link.get("href") for link in etree.fromstring(content).iter(f"{A}link")}
            assert links.get("hub") == (None if "/luu/" in path else "https://hub.minhhoa.example/"), path
        elif path.endswith(JSON):
            assert json.loads(content)["hubs"] == [{"type": "WebSub", "url": "https://hub.minhhoa.example/"}]
