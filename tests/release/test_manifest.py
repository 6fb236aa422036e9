"""The manifest lists every file of a release with its SHA-256, and so shows what is wrong with a copy."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infopage.release.proof.manifest import NAME, SIGNATURE, Manifest
from tests.properties import examples

NAMES = st.text("abc/đ .-", min_size=1).filter(
    lambda s: s == s.strip() and ".." not in s.split("/") and s[0] != "/" and "//" not in s
)


def _site(folder: Path) -> Path:
    for name, text in {"index.html": "một", "tin tức/a.html": "hai", NAME: "cũ", SIGNATURE: "cũ"}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


@examples(100)
@given(st.dictionaries(NAMES, st.text("0123456789abcdef", min_size=64, max_size=64)))
def test_what_is_written_is_what_was_read(digests: dict[str, str]) -> None:
    assert dict(Manifest.parse(str(Manifest(digests))).digests) == digests


def test_coreutils_check_it(tmp_path: Path) -> None:
    manifest = Manifest.of_folder(_site(tmp_path))
    assert set(manifest.digests) == {"index.html", "tin tức/a.html"}
    (tmp_path / NAME).write_text(str(manifest), "utf-8")
    check = ["sha256sum", "--check", "--strict", "--quiet", NAME]
    assert subprocess.run(check, cwd=tmp_path, check=False).returncode == 0
    (tmp_path / "index.html").write_text("mốt", "utf-8")
    assert subprocess.run(check, cwd=tmp_path, check=False, capture_output=True).returncode == 1


def test_faults_are_named() -> None:
    listed = Manifest({"a": "1" * 64, "b": "2" * 64, "c": "3" * 64})
    found = {"a": "1" * 64, "b": "0" * 64, "d": "4" * 64}
    assert list(listed.faults(found)) == [("b", "changed"), ("c", "missing"), ("d", "foreign")]


@pytest.mark.parametrize("line", ["", "x", f"{'0' * 64}  ../a", f"{'0' * 64}  /a", f"{'0' * 64} a", f"{'G' * 64}  a"])
def test_a_line_of_something_else_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="dòng 2"):
        Manifest.parse(f"{'0' * 64}  a\n{line}\n")


def test_a_link_is_no_file_of_a_release(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("/etc/passwd")
    with pytest.raises(ValueError, match="tệp thường"):
        Manifest.of_folder(tmp_path)
