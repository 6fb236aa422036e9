"""The changes of a release are listed by page, with titles."""

from pathlib import Path

from infopage.release.proof.manifest import Manifest
from infopage.release.publishing.changes import Changes


def _page(folder: Path, name: str, title: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(f"<!doctype html><title>{title} – Trang</title>", "utf-8")


def test_new_changed_and_gone_pages_are_listed_with_their_titles(tmp_path: Path) -> None:
    _page(tmp_path, "tin/a/index.html", "Tin &amp; bài")
    _page(tmp_path, "index.html", "Trang chủ")
    old = Manifest({"index.html": "1" * 64, "cu/index.html": "2" * 64, "a.pdf": "3" * 64, "b.pdf": "3" * 64})
    new = Manifest({"index.html": "4" * 64, "tin/a/index.html": "5" * 64, "a.pdf": "6" * 64, "b.pdf": "3" * 64})
    found = Changes.between(old, new)
    assert found.pages == ("tin/a/index.html", "index.html")
    assert list(found.describe(tmp_path)) == [
        "Trang mới (1):",
        "  + /tin/a/  Tin & bài",
        "Trang đổi (1):",
        "  ~ /  Trang chủ",
        "Trang bỏ (1):",
        "  - /cu/",
        "Tệp khác: 0 mới, 1 đổi, 0 bỏ",
    ]


def test_the_same_site_changes_nothing(tmp_path: Path) -> None:
    same = Manifest({"index.html": "1" * 64})
    assert not Changes.between(same, same)
    assert list(Changes.between(same, same).describe(tmp_path)) == []


def test_a_long_list_is_cut_and_says_so(tmp_path: Path) -> None:
    found = Changes.between(Manifest(), Manifest({f"{n:03}/index.html": "1" * 64 for n in range(60)}))
    lines = list(found.describe(tmp_path))
    assert (lines[0], len(lines), lines[-1]) == ("Trang mới (60):", 52, "  … và 10 trang nữa")
