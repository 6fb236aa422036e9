"""Without a server, the digests of words stay in a private file, which CI keeps as an artefact of the last release."""

import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from infopage.cli import main
from infopage.release.publishing.releases import ReleaseError
from infopage.release.publishing.words import keep, words_in
from infopage.release.words.record import NAME
from tests.release.lab import make_site
from tests.release.test_words import DATE, DOCUMENT, POINT, catalogue, edit
from tests.sites import BASE, INSTANT
from tests.support import ROOT

SECRET = "mot bi mat cua CI, dai hon ba muoi hai chu cai"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the test project, with whose texts the tests make releases."""
    return Path(shutil.copytree(BASE, tmp_path / "project"))


@pytest.mark.parametrize("secret", [SECRET, ""])
def test_the_words_of_the_last_release_are_compared_by_a_private_file(project: Path, secret: str) -> None:
    file, said = project / "build" / NAME, list[str]()
    first = words_in(file, secret, first=True, say=said.append)
    assert list(first.silent(catalogue(project))) == []
    assert first.record
    keep(file, first.record)
    private = [one for one in file.parent.iterdir() if one.stat().st_mode & 0o777 == 0o600]
    assert {one.name for one in private} == {NAME} | ({"khoa-cau-chu.txt"} if not secret else set())
    edit(project, (DOCUMENT, POINT, "a) Phát triển chính phủ số."))
    assert len(list(words_in(file, secret, first=False, say=said.append).silent(catalogue(project)))) == 1
    assert said == []
    assert words_in(file, f"{SECRET} khác", first=False, say=said.append).previous is None
    file.unlink()
    assert words_in(file, secret, first=False, say=said.append).previous is None
    assert [line.partition(";")[0] for line in said] == [
        "Sổ câu chữ của bản trước đã hỏng, hoặc ghi bằng khóa khác, cách khác",
        "Không có sổ câu chữ của bản trước",
    ]
    with pytest.raises(ReleaseError, match="khóa câu chữ phải có ít nhất 32 ký tự; hãy tạo bằng: openssl rand -hex 32"):
        words_in(file, "ngắn", first=False, say=said.append)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Return a folder with the script last-words, an old record, and a folder ``bin`` for stand-ins of programs."""
    folder = tmp_path / "clone"
    (folder / "scripts/lib").mkdir(parents=True)
    shutil.copy(ROOT / "scripts/lib/last-words", folder / "scripts/lib")
    (folder / "build").mkdir()
    (folder / "build" / NAME).write_text("cũ", "utf-8")
    (folder / "bin").mkdir()
    return folder


def last_words(clone: Path, program: str, script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run last-words in the ``environment`` of a CI system; the shell code ``script`` stands in for ``program``."""
    file = clone / "bin" / program
    file.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    file.chmod(0o755)
    path = f"{clone / 'bin'}:{os.environ['PATH']}"
    command = [str(clone / "scripts/lib/last-words")]
    return subprocess.run(
        command, env={"PATH": path, "HERE": str(clone), **environment}, capture_output=True, text=True, check=False
    )


def held(clone: Path) -> str | None:
    file = clone / "build" / NAME
    return file.read_text("utf-8") if file.is_file() else None


def test_github_gives_the_artefact_of_its_own_main(clone: Path) -> None:
    with zipfile.ZipFile(clone / "kept.zip", "w") as archive:
        archive.writestr(NAME, "mới")
    gh = 'case $2 in *\\?name=so-cau-chu*) echo "$4" >"$HERE/asked"; echo 7 ;; */7/zip) cat "$HERE/kept.zip" ;; esac'
    assert last_words(clone, "gh", gh, GITHUB_REPOSITORY="tinh/trang").returncode == 0
    assert held(clone) == "mới"
    assert sorted(one.name for one in (clone / "build").iterdir()) == [NAME]
    asked = (clone / "asked").read_text("utf-8")
    assert '.head_branch == "main"' in asked
    assert ".repository_id == .workflow_run.head_repository_id" in asked
    if shutil.which("jq"):
        run = '"workflow_run": {"head_branch": "main", "repository_id": 1, "head_repository_id": %d}'
        listed = "".join(
            f'{{"id": {id}, "expired": {gone}, "created_at": "2026-11-{id}", {run % repository}}}, '
            for id, gone, repository in ((11, "false", 1), (12, "false", 1), (13, "true", 1), (14, "false", 2))
        )
        found = subprocess.run(
            ["jq", "-r", asked], input=f'{{"artifacts": [{listed[:-2]}]}}', capture_output=True, text=True, check=True
        )
        assert found.stdout == "12\n"
    assert last_words(clone, "gh", "true", GITHUB_REPOSITORY="tinh/trang").returncode == 0
    assert held(clone) is None
    assert last_words(clone, "gh", "exit 1", GITHUB_REPOSITORY="tinh/trang").returncode != 0


def test_gitlab_gives_the_artefact_of_the_last_release(clone: Path) -> None:
    variables = {
        "CI_API_V4_URL": "https://gitlab.example/api/v4", "CI_PROJECT_ID": "5", "CI_JOB_TOKEN": "x",
        "CI_COMMIT_BRANCH": "main",
    }  # fmt: skip
    curl = 'for word; do last=$word; done; echo "$last" >"$HERE/asked"; printf mới >build/so-cau-chu.txt; printf {}'
    assert last_words(clone, "curl", curl.format(200), **variables).returncode == 0
    assert held(clone) == "mới"
    address = "https://gitlab.example/api/v4/projects/5/jobs/artifacts/main/raw/build/so-cau-chu.txt?job=pages\n"
    assert (clone / "asked").read_text("utf-8") == address
    assert last_words(clone, "curl", curl.format(404), **variables).returncode == 0
    assert held(clone) is None
    ran = last_words(clone, "curl", curl.format(500), **variables)
    assert (ran.returncode, ran.stderr) == (1, "last-words: GitLab trả lời 500; hãy chạy lại việc này\n")
    assert held(clone) is None
    assert last_words(clone, "curl", "exit 6", **variables).returncode != 0


def test_elsewhere_the_file_of_this_machine_stays(clone: Path) -> None:
    assert last_words(clone, "gh", "exit 1").returncode == 0
    assert held(clone) == "cũ"


def test_the_ledger_command_compares_the_words_too(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", INSTANT)
    site = make_site(tmp_path / "site", "a", pages=1)
    words = ["--words", str(tmp_path / NAME)]
    root = ["--root", str(project), "ledger", str(site)]
    assert main([*root, "--first", *words]) == 0
    kept = (tmp_path / NAME).read_bytes()
    edit(project, (DOCUMENT, POINT, "a) Phát triển chính phủ số."))
    assert main([*root, "--previous", str(site), *words]) == 1
    assert "lỗi [sua-khong-ghi]: " in capsys.readouterr().out
    assert (tmp_path / NAME).read_bytes() == kept
    edit(project, (DOCUMENT, DATE, f"{DATE}cap_nhat: 18/11/2026\nghi_chu_sua: Sửa tên.\n"))
    assert main([*root, "--previous", str(site), *words]) == 0
    assert (tmp_path / NAME).read_bytes() != kept
    edit(project, (DOCUMENT, DATE, "ngay_dang: hôm qua\n"))
    assert main([*root, "--previous", str(site), *words]) == 2
    assert "bài hay danh mục có lỗi; hãy sửa theo scripts/infopage check" in capsys.readouterr().err
