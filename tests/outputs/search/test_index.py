"""The index as files: the same bytes for the same texts, and nothing that is not public."""

import shutil
from pathlib import Path

import pytest

from infopage.outputs.search.scripts import FOLDER
from infopage.outputs.search.store import IndexStore
from tests.outputs.search.values import Index, index_of, manifest_of, parts_of, records_of, write_document, write_news
from tests.sites import BASE, lay_out


def test_the_same_texts_give_the_same_bytes_in_any_folder_and_order(small: Path, tmp_path: Path) -> None:
    first = index_of(small)
    other = tmp_path / "thư mục khác"
    for file in sorted(small.rglob("*"), reverse=True):
        if file.is_file():
            (other / file.relative_to(small)).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, other / file.relative_to(small))
    assert index_of(other) == first


def test_the_folder_is_named_by_all_that_is_in_it(small: Path) -> None:
    before = index_of(small)
    news = write_news(small, "tin", "Tin", "Chữ một.")
    after = index_of(small)
    news.write_text(news.read_text("utf-8").replace("một", "hai"), "utf-8")
    again = index_of(small)
    folders = {f"{FOLDER}{manifest_of(index)['folder']}/" for index in (before, after, again)}
    assert len(folders) == 3
    for index in (before, after, again):
        folder = f"{FOLDER}{manifest_of(index)['folder']}/"
        assert {name for name in index[1] if not name.startswith(folder)} == {index[0]}


HIDDEN = {
    "future": ("2027", {"ngay_dang": "01/01/2027 00:00"}),
    "expired": ("2026", {"het_han": "10/11/2026 12:00"}),
}


@pytest.mark.parametrize(("year", "header"), HIDDEN.values(), ids=HIDDEN)
def test_what_is_not_public_now_leaves_no_trace_in_any_byte(small: Path, year: str, header: dict[str, str]) -> None:
    before = index_of(small)
    text = "## Wxyzabc\n\nTên riêng Wxyzabc, Ban Bí Mật (BBM), số 77-NQ/TU."
    public = write_news(small, "kin", "Wxyzabc", text)
    assert b"Wxyzabc" in b"".join(index_of(small)[1].values())
    public.unlink()
    hidden = write_news(small, "kin", "Wxyzabc", text, **header)
    hidden.parent.with_name(year).mkdir(exist_ok=True)
    hidden.rename(hidden.parent.with_name(year) / "kin.md")
    assert index_of(small) == before


def test_an_ended_document_stays_and_stands_behind_its_number(small: Path) -> None:
    assert records_of(index_of(small))["van-ban/huyen-uy-dong/2020-2025/03-nq-hu/"][8][0] == "het"


def test_a_site_of_standing_pages_alone_has_an_index_and_so_has_one_of_none(tmp_path: Path) -> None:
    project = lay_out(tmp_path / "project", BASE)
    for folder in ("van-ban", "tin-tuc", "hoc-tap", "lich"):
        shutil.rmtree(project / "docs" / folder)
    (project / "data/van-ban-ngoai.yml").unlink()
    shutil.copy(project / "data/chuyen-huong.yml", tmp_path)
    (project / "data/chuyen-huong.yml").write_text("[]\n", "utf-8")
    assert manifest_of(index_of(project))["n"] == 1
    (project / "docs/nguon-tin.md").unlink()
    empty = index_of(project)
    assert manifest_of(empty)["n"] == 0
    assert parts_of(empty[1], "tieng")["tieng"]["words"] == ""
    assert len(empty[1]) == 3  # only the manifest, the facets and the lists of the site's words are left


def test_new_items_come_last_and_leave_the_others_places_alone(small: Path) -> None:
    def order(index: Index) -> list[str]:
        parts = parts_of(index[1], "muc-")
        return [r[0] for name in sorted(parts, key=lambda name: int(name[4:])) for r in parts[name]]

    before = order(index_of(small))
    write_document(small, "31-NQ/TU", "Mới.", ngay_ban_hanh="20/11/2026", ngay_dang="20/11/2026")
    after = order(index_of(small))
    at = after.index("van-ban/tinh-uy/2025-2030/31-nq-tu/")
    assert [one for one in after if one != after[at]] == before
    assert at == len(after) - 2  # entries are ordered by date, and only an event has a later one


def test_a_large_site_forgets_neighbours_that_one_text_alone_has(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_news(small, "mot", "Một", "Chim sẻ. Cá vàng.")
    write_news(small, "hai", "Hai", "Chim sẻ.")
    whole = index_of(small)
    monkeypatch.setattr("infopage.outputs.search.tuning.ENTRIES_PER_PAIR_FREQUENCY", 5)
    forgetful = index_of(small)

    def pairs(index: Index) -> int:
        return sum(len(content) for name, content in index[1].items() if "/cap-" in name)

    assert pairs(forgetful) < pairs(whole)
    assert manifest_of(whole)["least"] == 1
    assert manifest_of(forgetful)["least"] == manifest_of(forgetful)["n"] // 5 + 1
    assert records_of(forgetful) == records_of(whole)


def test_a_store_is_no_part_of_what_is_written(small: Path) -> None:
    store = IndexStore()
    assert index_of(small, store) == index_of(small, store) == index_of(small)
