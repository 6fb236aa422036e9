"""The stamp of a draft that is put to the people passes in its own files and in what is made of them, nowhere else."""

import json
import shutil
from pathlib import Path

import pytest

from infopage.release.guard.files import Guard
from infopage.release.guard.patterns import load
from infopage.release.guard.site import check_site
from tests.release.guard.made import pdf
from tests.support import ROOT

ITEM = "docs/lay-y-kien/quy-che.md"
TITLE = "Quy chế trả lời bạn đọc (DỰ THẢO)"
BRIEF = "Dự thảo nói câu hỏi của bạn đọc được trả lời trong bao lâu."
RIGHT = f"""---
ma: y-kien-quy-che
tieu_de: {TITLE}
tom_tat: {BRIEF}
co_quan: tinh-uy
can_cu: Thông báo số 15-TB/TU ngày 10/7/2026 của Ban Thường vụ Tỉnh ủy
tu_ngay: 15/7/2026
han: 30/7/2026
gui_ve: Văn phòng Tỉnh ủy
tep: du-thao-quy-che.pdf
pham_vi: cong-khai
ngay_dang: 15/7/2026
---
"""
STAMPED = f"{RIGHT}DỰ THẢO LẦN 2\n\nĐiều 1. Thời hạn\n"
PAGE = f"<!doctype html><title>{TITLE}</title><h1>{TITLE}</h1><p>{BRIEF}</p><p>DỰ THẢO LẦN 2</p><p>Thời hạn trả lời</p>"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with one draft that is put to the people, and the project's own list of patterns."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / ITEM).parent.mkdir(parents=True)
    (tmp_path / ITEM).write_text(STAMPED, encoding="utf-8")
    return tmp_path


def in_repository(project: Path, path: str, data: bytes | str) -> list[str]:
    """Return the rules that a file breaks in the repository of a project."""
    patterns, _ = load(project)
    assert patterns
    return [one.rule for one in Guard(patterns).check(path, data.encode() if isinstance(data, str) else data)]


def in_site(project: Path, files: dict[str, str | bytes]) -> list[tuple[str, str]]:
    """Return the files of a built site that break rules, each with the rule; the page of the draft is among them."""
    patterns, _ = load(project)
    assert patterns
    for path, data in {"lay-y-kien/quy-che/index.html": PAGE, **files}.items():
        (project / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (project / "site" / path).write_bytes(data.encode() if isinstance(data, str) else data)
    return [(one.path, one.rule) for one in check_site(project / "site", patterns)]


def test_the_stamp_passes_in_the_item_and_in_its_attached_file(project: Path) -> None:
    assert in_repository(project, ITEM, STAMPED) == []
    assert in_repository(project, "docs/lay-y-kien/du-thao-quy-che.pdf", pdf("DỰ THẢO", "Quy chế")) == []


@pytest.mark.parametrize(
    "path", ["docs/tin-tuc/2026/tin.md", "docs/lay-y-kien/khac.md", "docs/lay-y-kien/du-thao-khac.pdf", "ghi-chu.md"]
)
def test_it_passes_in_no_other_file(project: Path, path: str) -> None:
    data = pdf("DỰ THẢO") if path.endswith(".pdf") else "DỰ THẢO\n"
    assert "dau-du-thao" in in_repository(project, path, data)


@pytest.mark.parametrize("key", ["can_cu", "han", "tu_ngay", "gui_ve", "co_quan", "pham_vi"])
def test_it_does_not_pass_in_an_item_without_the_keys(project: Path, key: str) -> None:
    lines = [line for line in STAMPED.split("\n") if not line.startswith(f"{key}:")]
    (project / ITEM).write_text("\n".join(lines), encoding="utf-8")
    assert "dau-du-thao" in in_repository(project, ITEM, "\n".join(lines))
    assert "dau-du-thao" in in_repository(project, "docs/lay-y-kien/du-thao-quy-che.pdf", pdf("DỰ THẢO"))


@pytest.mark.parametrize(
    ("stamp", "rule"),
    [
        ("DỰ THẢO MẬT", "dau-mat"),
        ("Dự thảo mật", "dau-mat"),
        ("DỰ THẢO – MẬT", "dau-mat"),
        ("DỰ THẢO\n\nTỐI MẬT", "dau-mat"),
        ("LƯU HÀNH NỘI BỘ", "dau-noi-bo"),
        ("DỰ THẢO – LƯU HÀNH NỘI BỘ", "dau-noi-bo"),
        ("(DỰ THẢO) (LƯU HÀNH NỘI BỘ)", "dau-noi-bo"),
    ],
)
def test_other_stamps_pass_nowhere(project: Path, stamp: str, rule: str) -> None:
    assert in_repository(project, ITEM, f"{RIGHT}{stamp}\n") == [rule]
    lines = stamp.split("\n\n")
    assert rule in in_repository(project, "docs/lay-y-kien/du-thao-quy-che.pdf", pdf(*lines))
    page = "".join(f"<p>{line}</p>" for line in lines)
    feed = json.dumps({"items": [{"id": "y-kien-quy-che", "title": TITLE, "content_html": page}]})
    made = in_site(project, {"lay-y-kien/quy-che/index.html": PAGE + page, "nguon-tin/tat-ca/feed.json": feed})
    assert {path for path, broken in made if broken == rule} == {
        "lay-y-kien/quy-che/index.html",
        "nguon-tin/tat-ca/feed.json",
    }


def test_what_is_made_of_the_draft_may_repeat_its_words(project: Path) -> None:
    card = f'<ul><li><h3><a href="lay-y-kien/quy-che/">{TITLE}</a></h3><p>{BRIEF}</p></li></ul>'
    content = {"title": TITLE, "summary": BRIEF, "content_html": "<p>DỰ THẢO LẦN 2</p>\n<p>Thời hạn trả lời</p>"}
    made: dict[str, str | bytes] = {
        "index.html": f"<!doctype html>{card}",
        "tin-tuc/2026/tin/index.html": f"<!doctype html><p>Xem thêm</p>{card}",
        "lay-y-kien/index.html": f"<!doctype html><h1>Lấy ý kiến</h1>{card}",
        "lay-y-kien/du-thao-quy-che.pdf": pdf("DỰ THẢO", "Quy chế"),
        "nguon-tin/tat-ca/rss.xml": f"<rss><item><title>{TITLE}</title><p>DỰ THẢO LẦN 2</p></item></rss>",
        "nguon-tin/tat-ca/feed.json": json.dumps({"items": [content]}, ensure_ascii=False),
        "du-lieu/lay-y-kien.json": json.dumps({"tieu_de": TITLE, "du_thao": "DỰ THẢO LẦN 2 Thời hạn trả lời"}),
        "tim-kiem/chi-muc/a.js": f'thamsau.part("muc-1",{json.dumps([[TITLE, BRIEF, "DỰ THẢO LẦN 2"]])});',
    }
    assert in_site(project, made) == []


def test_the_stamp_passes_in_no_other_page_of_the_site(project: Path) -> None:
    made: dict[str, str | bytes] = {
        "index.html": "<!doctype html><p>DỰ THẢO LẦN 2</p>",
        "tin-tuc/2026/tin/index.html": '<!doctype html><a href="lay-y-kien/quy-che/">Xem</a><p>DỰ THẢO LẦN 2</p>',
        "nguon-tin/tat-ca/rss.xml": "<rss><item><title>Nghị quyết về du lịch (DỰ THẢO)</title></item></rss>",
        "van-ban/du-thao-khac.pdf": pdf("DỰ THẢO"),
        "lay-y-kien/khac/index.html": "<!doctype html><h1>Kế hoạch về du lịch (DỰ THẢO)</h1>",
    }
    assert {path for path, rule in in_site(project, made) if rule == "dau-du-thao"} == set(made)


def test_a_project_without_drafts_is_checked_as_before(project: Path) -> None:
    (project / ITEM).unlink()
    assert set(in_repository(project, ITEM, STAMPED)) == {"dau-du-thao"}
    assert ("lay-y-kien/quy-che/index.html", "dau-du-thao") in in_site(project, {})
