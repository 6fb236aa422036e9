"""The store (the cache of earlier builds) never changes a build: faults and texts are the same without it."""

import contextlib
import random
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from infopage.content import loading
from infopage.content.diagnostics import report
from infopage.content.reading import Reader
from infopage.store.store import Store
from tests import cases

AT = datetime(2026, 11, 20, tzinfo=UTC)
DOCUMENT = "docs/van-ban/tinh-uy/2025-2030/05-nq-tu.md"
PLAN = "docs/van-ban/ubnd-tinh/2026/45-kh-ubnd.md"
OLD = "docs/van-ban/huyen-uy-dong/2020-2025/03-nq-hu.md"
NEWS = "docs/tin-tuc/2026/hoi-nghi.md"
GUIDE = "docs/hoc-tap/de-cuong.md"
OUTSIDE = """\
- ma: nq-77-tw-2026
  loai: nghi-quyet
  so_ky_hieu: 77-NQ/TW
  co_quan: trung-uong
  ngay_ban_hanh: 05/3/2026
  trich_yeu: về một việc của cả nước
"""
PARTS = ("html", "headings", "anchors", "links", "images", "provisions", "is_plain", "cited")


def built(root: Path, store: Store | None = None, at: datetime = AT) -> list[object]:
    """Return all that a build finds out about the texts of a project: faults, HTML and so on."""
    found, faults = loading.build(root, at, preview=False, store=store)
    told: list[object] = [report(faults)]
    for text in found.library.texts if found else ():
        page, html = text.page, text.rendered
        told.append((text.item, text.digest, text.references, text.quotations, text.head, page.path, page.body))
        told.append((page.body_line, page.lines, [getattr(html, name) for name in PARTS]))
    if found:
        items = (*found.pages, *found.current)
        told += [(item.path, found.html(item)) for item in items]
        told.append({id: [item.id for item in citing] for id, citing in found.citing.items()})
    if store:
        store.commit()
        store.close()
    return told


def same(project: Path, folder: Path, at: datetime = AT) -> None:
    """Assert that a build with the store in ``folder`` gives the same as one without a store."""
    assert built(project, Store(folder), at) == built(project, at=at)


def walked(names: list[str], tmp_path: Path) -> None:
    """Build the project of each case in turn, in one folder and with one store, as if an editor had changed it."""
    project = tmp_path / "project"
    for name in names:
        shutil.rmtree(project, ignore_errors=True)
        cases.lay(name, project)
        same(project, tmp_path / "store")


def shuffled(seed: int) -> list[str]:
    names = cases.names()
    random.Random(seed).shuffle(names)
    return names


def test_from_one_faulty_project_to_the_next(tmp_path: Path) -> None:
    walked(shuffled(1)[:8], tmp_path)


@pytest.mark.thorough
def test_from_each_faulty_project_to_another(tmp_path: Path) -> None:
    walked([name for name in shuffled(2) for name in (name, "_base")], tmp_path)


def changes() -> Iterator[tuple[str, str, str]]:
    """Yield edits (file, old text, new text); each keeps the project valid, and most affect other texts."""
    yield (
        NEWS,
        "Đại biểu thảo luận",
        "Thảo luận Nghị quyết số 05-NQ/TU, Kế hoạch số 45/KH-UBND, Sổ tay Số và Nghị quyết 77",
    )
    yield DOCUMENT, "a) Phát triển chính quyền số.", "a) Phát triển chính quyền số, xã hội số."
    yield DOCUMENT, "trich_yeu: về chuyển đổi số", "trich_yeu: về kinh tế số và chuyển đổi số"
    yield GUIDE, "Đọc nghị quyết", "Đọc điểm a khoản 1 mục I Nghị quyết số 05-NQ/TU"
    yield DOCUMENT, "2. Mục tiêu cụ thể", "3. Mục tiêu cụ thể"
    yield PLAN, "so_ky_hieu: 45/KH-UBND", "so_ky_hieu: 45/KH-UBND\nngay_hieu_luc: 01/12/2026"
    yield GUIDE, "trả lời câu hỏi", "trả lời câu hỏi ở [kế hoạch](vb:kh-45-ubnd-2026#dieu-1)"
    yield OLD, "pham_vi:", "ten_goi: Sổ tay Số\npham_vi:"
    yield "data/van-ban-ngoai.yml", "", OUTSIDE
    yield "data/co-quan.yml", "ten: Ủy ban nhân dân", "ten: Uỷ ban nhân dân"
    yield "data/viet-tat.yml", "", "- viet_tat: ĐMST\n  day_du: đổi mới sáng tạo\n"


def test_from_one_edit_to_the_next_and_back(tmp_path: Path) -> None:
    project, store = tmp_path / "project", tmp_path / "store"
    cases.lay("_base", project)
    same(project, store)
    before = {file: (project / file).read_bytes() for file, _, _ in changes()}
    for file, words, others in changes():
        text = (project / file).read_text("utf-8")
        assert words in text, (file, words)
        (project / file).write_text(text.replace(words, others, 1) if words else text + others, "utf-8")
        same(project, store)
    for file, content in before.items():
        (project / file).write_bytes(content)
        same(project, store)


def test_from_one_day_to_another(tmp_path: Path) -> None:
    cases.lay("_base", tmp_path / "project")
    for at in (AT, AT.replace(month=12), AT.replace(day=2), AT):
        same(tmp_path / "project", tmp_path / "store", at)


def test_a_text_is_moved_copied_and_taken_away(tmp_path: Path) -> None:
    project, store = tmp_path / "project", tmp_path / "store"
    cases.lay("_base", project)
    same(project, store)
    news = project / NEWS
    other = news.with_name("hoi-nghi-2.md")
    for step in (
        lambda: shutil.copy(news, other),
        lambda: news.unlink(),
        lambda: other.rename(news),
        lambda: (project / DOCUMENT).unlink(),
    ):
        step()
        same(project, store)


@pytest.mark.parametrize("shelf", ["html", "provisions", "splices", "texts", "linked"])
def test_what_the_store_has_lost_is_made_again_and_kept(shelf: str, tmp_path: Path) -> None:
    project, store = tmp_path / "project", tmp_path / "store"
    cases.lay("_base", project)
    news = project / NEWS
    news.write_text(news.read_text("utf-8") + "\nNghị quyết số 05-NQ/TU của BTV.\n", "utf-8")
    built(project, Store(store))
    (file,) = store.glob("*.sqlite")
    with contextlib.closing(sqlite3.connect(file)) as known, known:
        before = known.execute("SELECT count(*) FROM made WHERE shelf = ?", (shelf,)).fetchone()
        known.execute("DELETE FROM made WHERE shelf = ?", (shelf,))
    assert before > (0,)
    same(project, store)
    with contextlib.closing(sqlite3.connect(file)) as known:
        assert known.execute("SELECT count(*) FROM made WHERE shelf = ?", (shelf,)).fetchone() == before


def test_what_is_said_of_a_file_is_said_of_its_content(tmp_path: Path) -> None:
    project, store = tmp_path / "project", tmp_path / "store"
    cases.lay("_base", project)
    picture = (project / NEWS).with_name("hoi-nghi.jpg")
    whole, other = picture.read_bytes(), (project / DOCUMENT).with_suffix(".pdf").read_bytes()
    for content in (whole, whole[:40], other, whole):
        picture.write_bytes(content)
        same(project, store)


ALL = {NEWS, GUIDE, DOCUMENT, PLAN, "docs/index.md"}


@pytest.mark.parametrize(
    ("file", "words", "others", "read"),
    [
        (NEWS, "Đại biểu", "Các đại biểu", {NEWS}),
        ("data/chu-de.yml", "", "- ma: chu-de-moi\n  ten: Chủ đề mới\n  mo_ta: Một chủ đề.\n", set()),
        ("data/co-quan.yml", "ten_ngan: Ủy ban nhân dân tỉnh", "ten_ngan: UBND tỉnh", {PLAN}),
        ("data/loai-van-ban.yml", "ten: Kế hoạch", "ten: Bản kế hoạch", {PLAN}),
        ("data/viet-tat.yml", "BTV", "BTVTU", set()),
    ],
)
def test_only_what_depends_on_a_change_is_read(
    file: str, words: str, others: str, read: set[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, store = tmp_path / "project", tmp_path / "store"
    cases.lay("_base", project)
    built(project, Store(store))
    seen: set[str] = set()
    whole = Reader.read

    def told(reader: Reader, name: str, data: bytes) -> object:
        seen.add(f"docs/{name}")
        return whole(reader, name, data)

    monkeypatch.setattr(Reader, "read", told)
    built(project, Store(store))
    assert seen == set()
    text = (project / file).read_text("utf-8")
    assert words in text
    (project / file).write_text(text.replace(words, others, 1) if words else text + others, "utf-8")
    built(project, Store(store))
    assert seen & ALL == read
