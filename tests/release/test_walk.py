"""Walking a folder gives every file in the order of addresses, and nothing behind a symbolic link."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infopage.release.proof.manifest import NAME, Manifest, refuse_changed
from infopage.release.reading.walk import entries, files_named, is_plain
from tests.properties import examples

_NAMES = st.sets(st.text("aB-./đ ", min_size=1, max_size=6).filter(lambda name: name.strip("./ ") != ""), max_size=6)


def _put(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, "utf-8")
    return folder


@examples(25)
@given(_NAMES)
def test_the_order_is_that_of_paths(names: set[str]) -> None:
    with TemporaryDirectory() as made:
        folder = Path(made)
        for name in sorted(names):
            (folder / "x" / name.replace("..", "b").strip("/")).mkdir(parents=True, exist_ok=True)
        assert [name for name, _ in entries(folder)] == [
            path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*"))
        ]


def test_a_file_is_known_by_its_name_and_by_where_it_stands(tmp_path: Path) -> None:
    _put(tmp_path, "b/c.html", "b-a.html", ".an/d.html", "a.xml")
    (tmp_path / "e.html").mkdir()
    (tmp_path / "lien-ket.html").symlink_to("a.xml")
    (tmp_path / "vong.html").symlink_to("vong.html")
    (tmp_path / "thu-muc").symlink_to(tmp_path / "b")
    found = list(files_named(tmp_path, "*.html"))
    assert [name for name, _ in found] == [".an/d.html", "b/c.html", "b-a.html", "lien-ket.html"]
    assert all(path == str(tmp_path / name) for name, path in found)
    links = [name for name, entry in entries(tmp_path) if not is_plain(entry)]
    assert links == ["lien-ket.html", "thu-muc", "vong.html"]


def test_a_folder_that_is_not_there_is_no_empty_one(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(files_named(tmp_path / "site"))


def test_a_site_is_held_against_its_manifest_where_it_has_one(tmp_path: Path) -> None:
    _put(tmp_path, "index.html", "a/b.txt")
    refuse_changed(tmp_path)
    (tmp_path / NAME).write_text(str(Manifest.of_folder(tmp_path)), "utf-8")
    refuse_changed(tmp_path)
    (tmp_path / "a/b.txt").write_text("khác", "utf-8")
    with pytest.raises(ValueError, match=r"a/b\.txt đã đổi sau khi lập bản kê"):
        refuse_changed(tmp_path)


@pytest.mark.parametrize("name", ["xuống\ndòng", "cuối "])
def test_a_site_without_a_manifest_has_no_name_that_none_can_list(tmp_path: Path, name: str) -> None:
    _put(tmp_path, "index.html", name)
    with pytest.raises(ValueError, match="tên tệp có ký tự không dùng được"):
        refuse_changed(tmp_path)


def test_a_site_without_a_manifest_has_no_links(tmp_path: Path) -> None:
    (_put(tmp_path, "index.html") / "a.html").symlink_to("index.html")
    with pytest.raises(ValueError, match=r"a\.html: không phải tệp thường"):
        refuse_changed(tmp_path)
