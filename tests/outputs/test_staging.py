"""A new site replaces the old one as a whole, in any folder."""

import shutil
from pathlib import Path

import pytest

from infopage.outputs.site.staging import put, staging


def written(folder: Path, **files: str) -> Path:
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(text)
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def made(tmp_path: Path) -> Path:
    return written(staging(tmp_path / "site", tmp_path / "build"), moi="1")


def test_the_first_site_is_put_where_there_was_none(tmp_path: Path, made: Path) -> None:
    put(made, tmp_path / "a" / "site")
    assert names(tmp_path / "a" / "site") == ["moi"]
    assert names(tmp_path / "build") == []


def test_an_old_statement_of_whom_to_tell_of_holes_is_not_kept_with_what_is_hidden(tmp_path: Path, made: Path) -> None:
    site = written(tmp_path / "site", cu="0")
    statement = written(site / ".well-known", **{"security.txt": "Contact: mailto:a@b.example"}) / "security.txt"
    (site / ".well-known" / "khac").write_text("0")
    put(made, site)
    assert not statement.exists()
    assert names(site / ".well-known") == ["khac"]


def test_nothing_of_the_old_site_stays_but_what_is_hidden(tmp_path: Path, made: Path) -> None:
    site = written(tmp_path / "site", **{"cu": "0", ".git": "0", ".htaccess": "0"})
    (made / ".htaccess").write_text("1")
    put(made, site)
    assert names(site) == [".git", ".htaccess", "moi"]
    assert (site / ".htaccess").read_text() == "1"
    assert names(tmp_path / "build") == []


def test_a_link_to_the_site_stays_a_link(tmp_path: Path, made: Path) -> None:
    target = written(tmp_path / "that", cu="0")
    (tmp_path / "site").symlink_to(target)
    put(made, tmp_path / "site")
    assert (tmp_path / "site").is_symlink()
    assert names(target) == ["moi"]


def test_a_folder_that_cannot_be_renamed_is_filled_anew(
    tmp_path: Path, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = written(tmp_path / "site", **{"cu": "0", ".git": "0"})
    written(site / "thu-muc", cu="0")

    def refuse(path: Path, target: Path) -> None:
        raise OSError(target)

    monkeypatch.setattr(Path, "rename", refuse)
    put(made, site)
    assert names(site) == [".git", "moi"]


def test_what_a_build_left_that_was_broken_off_is_no_part_of_the_next(tmp_path: Path, made: Path) -> None:
    assert staging(tmp_path / "site", tmp_path / "build") == made
    assert not made.exists()
    assert staging(tmp_path / "other", tmp_path / "build") != made
    shutil.rmtree(tmp_path / "build")


def test_a_site_in_the_folder_of_work_is_made_beside_that(tmp_path: Path) -> None:
    assert staging(tmp_path / "build", tmp_path / "build").parent == tmp_path
