"""A new site reuses files of the old one, but only those equal to what would be written."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infopage.outputs.site.keeping import KeptFolder, WrittenFile
from infopage.outputs.site.staging import put
from tests.properties import examples

NAMES = ["index.html", "a/index.html", "a/b/index.html", "a/b", "c.txt", ".well-known/security.txt"]
SITES = st.lists(st.dictionaries(st.sampled_from(NAMES), st.sampled_from(["một", "hai", "ba"])), min_size=2, max_size=5)


def content_of(site: Path) -> dict[str, str]:
    return {p.relative_to(site).as_posix(): p.read_text("utf-8") for p in sorted(site.rglob("*")) if p.is_file()}


def build(site: Path, wanted: Mapping[str, str], known: Mapping[str, WrittenFile]) -> dict[str, WrittenFile]:
    """Write a site of the files ``wanted`` as a build does, with each file's text as the fingerprint of its inputs.

    ``known`` describes the files of the site before. Return the description of the files of this site.
    """
    made = site.with_name("made")
    folder = KeptFolder(made, site, known)
    for name, text in wanted.items():
        if not folder.keeps((name,), text):
            folder.put(name, text.encode(), text)
    if not folder.is_as_it_was():
        base = site.with_name("base")
        made.mkdir(exist_ok=True)
        put(folder.fill(base), site, base)
    shutil.rmtree(made, ignore_errors=True)
    return folder.known


@examples(60)
@given(sites=SITES)
def test_whatever_sites_follow_one_another_each_is_what_was_wanted(
    sites: list[dict[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    site = tmp_path_factory.mktemp("kept") / "site"
    known: dict[str, WrittenFile] = {}
    for wanted in sites:
        without_clash = {
            name: text for name, text in wanted.items() if not (name == "a/b" and "a/b/index.html" in wanted)
        }
        known = build(site, without_clash, known)
        assert content_of(site) == without_clash
        assert [
            folder
            for folder in site.rglob("*")
            if folder.is_dir() and folder.name[0] != "." and not any(folder.iterdir())
        ] == []


def test_what_is_kept_is_not_opened_and_what_is_written_is_not_shared(tmp_path: Path) -> None:
    site = tmp_path / "site"
    known: dict[str, WrittenFile] = {}
    inodes = []
    for text in ("một", "hai", "ba"):
        known = build(site, {"index.html": text, "a/index.html": "giữ"}, known)
        inodes.append([(site / name).stat().st_ino for name in ("index.html", "a/index.html")])
    changed, same = zip(*inodes, strict=True)
    assert len(set(changed)) == 3
    assert len(set(same)) == 1
    assert content_of(tmp_path / "base") == {"index.html": "hai", "a/index.html": "giữ"}


@pytest.mark.parametrize("name", ["index.html", "a/index.html"])
def test_a_file_that_somebody_changed_is_written_again(tmp_path: Path, name: str) -> None:
    site = tmp_path / "site"
    wanted = {"index.html": "một", "a/index.html": "hai"}
    known = build(site, wanted, build(site, wanted, {}))
    (site / name).write_text("khác", "utf-8")
    build(site, wanted, known)
    assert content_of(site) == wanted


def test_the_site_before_the_last_is_trusted_no_more_than_the_last(tmp_path: Path) -> None:
    site, known = tmp_path / "site", {}
    for text in ("một", "hai"):
        known = build(site, {"index.html": text, "a/index.html": "giữ", "c.txt": "cũ"}, known)
    before = (tmp_path / "base" / "a" / "index.html").stat()
    (tmp_path / "base" / "a" / "index.html").unlink()
    (tmp_path / "base" / "a" / "index.html").write_text("sửa", "utf-8")
    os.utime(tmp_path / "base" / "a" / "index.html", ns=(0, before.st_mtime_ns + 1))
    (tmp_path / "base" / "c.txt").unlink()
    (tmp_path / "base" / "la.txt").write_text("lạ", "utf-8")
    wanted = {"index.html": "ba", "a/index.html": "giữ", "c.txt": "cũ"}
    build(site, wanted, known)
    assert content_of(site) == wanted


def test_files_made_together_are_kept_together(tmp_path: Path) -> None:
    site = tmp_path / "site"
    known = build(site, {"index.html": "một", "c.txt": "hai"}, {})
    folder = KeptFolder(tmp_path / "made", site, {**known, "c.txt": known["c.txt"]._replace(key="một")})
    assert folder.keeps(("index.html", "c.txt"), "một")
    assert not folder.keeps(("index.html", "a/index.html"), "một")
    assert not folder.keeps(("index.html",), "hai")


def moved(
    site: Path, wanted: Mapping[str, str], known: Mapping[str, WrittenFile]
) -> tuple[dict[str, WrittenFile], list[str]]:
    """Build a site whose files are identified by their bytes, not by their addresses.

    Return the description of its files for the next build, and the addresses of the files that were written anew.
    """
    made, base = site.with_name("made"), site.with_name("base")
    folder = KeptFolder(made, site, known)
    written = [name for name, text in wanted.items() if not folder.keeps_bytes(name, text)]
    for name in written:
        folder.put(name, wanted[name].encode(), wanted[name])
    if not folder.is_as_it_was():
        made.mkdir(exist_ok=True)
        put(folder.fill(base), site, base)
    shutil.rmtree(made, ignore_errors=True)
    return folder.known, written


MOVED = ["c.txt", *(f"{folder}/{name}" for folder in ("a", "a/b", "x", "y/1", "y/2", "y/2/z") for name in ("p", "q"))]


@examples(60)
@given(
    sites=st.lists(st.dictionaries(st.sampled_from(MOVED), st.sampled_from("mhb"), min_size=1), min_size=3, max_size=6)
)
def test_bytes_that_move_to_any_address_are_those_that_were_wanted(
    sites: list[dict[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    site = tmp_path_factory.mktemp("moved") / "site"
    known: dict[str, WrittenFile] = {}
    for wanted in sites:
        known, _ = moved(site, wanted, known)
        assert content_of(site) == wanted


def test_a_folder_of_another_name_is_not_written_again(tmp_path: Path) -> None:
    site = tmp_path / "site"
    known: dict[str, WrittenFile] = {}
    for build in range(4):
        files = {f"muc/{build}/{name}": name for name in "abc"} | {f"muc/{build}/d": str(build), "muc/e": str(build)}
        known, written = moved(site, files, known)
        assert written == (list(files) if build == 0 else [f"muc/{build}/d", "muc/e"])
        assert content_of(site) == files
