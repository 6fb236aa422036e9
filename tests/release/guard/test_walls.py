"""Each made-up leak is stopped before a commit or publication; harmless texts pass; no message repeats a leak."""

import json
import os
import subprocess
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from infopage.content.diagnostics import Diagnostic
from infopage.release.guard.files import Guard
from infopage.release.guard.git import GitError
from infopage.release.guard.history import commits, pushed, staged
from infopage.release.guard.patterns import Patterns
from infopage.release.guard.site import check_site
from tests.release.guard.leaks import HEADER, SECRET, SITE, STAGED, TOKEN, Leak
from tests.release.guard.made import pdf, word
from tests.support import sampled

INNOCENT = [
    text
    for name in ("innocent.txt", "innocent_neighbours.txt")
    for text in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
]


class Repository:
    """A git repository in a folder, without user or system configuration."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str) -> str:
        """Run git and return its output."""
        names = ("author", "committer")
        who = {f"GIT_{n.upper()}_{k}": v for n in names for k, v in (("NAME", "A"), ("EMAIL", "a@minhhoa.example"))}
        environment = {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        ran = subprocess.run(["git", *arguments], cwd=self.folder, env=environment, capture_output=True, check=True)
        return ran.stdout.decode().strip()

    def write(self, path: str, content: bytes) -> None:
        """Write a file."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    def commit(self, message: str = "Một lần ghi", **files: bytes) -> str:
        """Write files (``__`` for ``/`` and ``_`` for ``.`` in names), commit them and return the commit's id."""
        for path, content in files.items():
            self.write(path.replace("__", "/").replace("_", "."), content)
        self.git("add", "--all", "--force")
        self.git("commit", "--quiet", "--allow-empty", "--no-verify", "-m", message)
        return self.git("rev-parse", "HEAD")


def by_path(found: Iterator[Diagnostic]) -> Mapping[str, list[Diagnostic]]:
    """Return the findings by file."""
    paths: dict[str, list[Diagnostic]] = defaultdict(list)
    for one in found:
        paths[one.path].append(one)
    return paths


@pytest.fixture(scope="module")
def before_the_commit(patterns: Patterns, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[Diagnostic]]:
    """Return the findings of the check before a commit, with all leaks staged."""
    repository = Repository(tmp_path_factory.mktemp("staged") / "kho có dấu cách")
    for leak in STAGED:
        repository.write(leak.path, leak.content)
    repository.git("add", "--all", "--force")
    return by_path(staged(repository.folder, patterns))


@pytest.fixture(scope="module")
def before_the_public(patterns: Patterns, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[Diagnostic]]:
    """Return the findings of the check before publishing, in a site with all leaks."""
    folder = tmp_path_factory.mktemp("site")
    for leak in SITE:
        file = folder / leak.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(leak.content)
    return by_path(check_site(folder, patterns))


def stops(found: Mapping[str, list[Diagnostic]], leak: Leak) -> None:
    """Assert that a leak is found by its rule, and that no message repeats it."""
    here = found.get(leak.path, [])
    assert leak.rule in {one.rule for one in here}, [str(one) for one in here]
    if leak.found:
        assert [one.message for one in here if leak.found in one.message] == []


@pytest.mark.parametrize("leak", STAGED, ids=lambda leak: leak.name)
def test_a_leak_is_stopped_before_the_commit(before_the_commit: Mapping[str, list[Diagnostic]], leak: Leak) -> None:
    stops(before_the_commit, leak)


@pytest.mark.parametrize("leak", SITE, ids=lambda leak: leak.name)
def test_a_leak_is_stopped_before_the_public(before_the_public: Mapping[str, list[Diagnostic]], leak: Leak) -> None:
    stops(before_the_public, leak)


def test_there_are_leaks_enough_and_each_has_a_place_of_its_own() -> None:
    assert len(STAGED) + len(SITE) >= 60
    for leaks in (STAGED, SITE):
        assert len({leak.path for leak in leaks}) == len(leaks)


@pytest.mark.parametrize("text", INNOCENT)
def test_an_innocent_text_passes_every_wall(patterns: Patterns, text: str) -> None:
    title = text.replace('"', "'")
    markdown = f'---\ntieu_de: "{title}"\npham_vi: cong-khai\n---\nĐoạn đầu.\n\n{text}\n\nĐoạn sau.\n'
    page = f"<title>Trang</title>\n<p>Đầu.</p>\n<p>{text}</p>\n<p>Cuối.</p>"
    assert list(Guard(patterns).check("docs/tin-tuc/2026/a.md", markdown.encode())) == []
    public = Guard(patterns, published=True)
    assert list(public.check("a/index.html", page.encode())) == []
    assert list(public.check("du-lieu/a.json", json.dumps({"ten": text}).encode())) == []
    assert list(public.check("a/van-ban.txt", unicodedata.normalize("NFD", text).encode())) == []


@pytest.mark.parametrize("between", [" ", ". "])
def test_innocent_texts_pass_one_after_another_as_a_search_keeps_them(patterns: Patterns, between: str) -> None:
    guard = Guard(patterns, published=True)
    for first in range(len(INNOCENT) - 2):
        text = between.join(["Mở đầu của bài viết", *INNOCENT[first : first + 3], "Đoạn sau của bài"])
        shard = f"part({json.dumps([text], ensure_ascii=False)})".encode()
        assert [str(one) for one in guard.check("tim-kiem/chi-muc/0a/muc-1.js", shard)] == [], text


def test_bits_that_look_like_a_key_by_chance_pass_and_nothing_beside_them_does(patterns: Patterns) -> None:
    guard = Guard(patterns, published=True)
    chance = "AIza" + "a1B2c" * 7
    shard = f'thamsau.part("cap-3538944","AbC/{chance}+x=");\n'
    path = "tim-kiem/chi-muc/0a1b2c3d4e/cap-3538944.js"
    assert list(guard.check(path, shard.encode())) == []
    beside = '[[7,[3,"tin/a/","Tin “mới”"]]]'
    assert list(guard.check(path, shard.replace('"AbC', '["AbC').replace('=")', f'=",{beside}])').encode())) == []
    for name, text in {
        "assets/cap-3538944.js": shard,
        path: shard.replace("AbC/", "AbC "),
        path.replace("cap", "muc"): shard.replace('"AbC', '["AbC').replace('=")', '="])'),
        path.replace("3538944", "1"): f"{shard}// {chance}\n",
        path.replace("3538944", "2"): shard.replace(
            '"AbC/' + chance + '+x="', f'["AbC=",{beside.replace("mới", chance)}]'
        ),
        path.replace("3538944", "3"): f'thamsau.part("muc-1",["{chance}",[[1]]]);\n',
    }.items():
        assert {one.rule for one in guard.check(name, text.encode())} == {"khoa-bi-mat"}, name


def test_innocent_texts_pass_in_pdf_and_word_too(patterns: Patterns) -> None:
    guard = Guard(patterns)
    assert [str(one) for one in guard.check("docs/a.pdf", pdf(*INNOCENT))] == []
    plain = [text.replace("&", "và").replace("<", "") for text in INNOCENT]
    assert [str(one) for one in guard.check("docs/a.docx", word(*plain))] == []


def test_there_are_innocent_texts_enough() -> None:
    assert len(set(INNOCENT)) >= 400


def test_what_was_taken_away_again_is_found_in_the_history(patterns: Patterns, tmp_path: Path) -> None:
    repository = Repository(tmp_path / "kho")
    base = repository.commit(README_txt=b"x")
    leaked = repository.commit(docs__a_md=f"{HEADER}{SECRET}\n".encode())
    (repository.folder / "docs" / "a.md").unlink()
    repository.commit()
    (one,) = commits(repository.folder, [f"{base}..HEAD"], patterns)
    assert (one.path, one.line, one.rule) == ("docs/a.md", 6, "dau-mat")
    assert leaked[:10] in one.message
    assert "lịch sử" in one.message
    assert list(commits(repository.folder, [f"{leaked}..HEAD"], patterns)) == []


def test_what_a_merge_brings_in_is_found(patterns: Patterns, tmp_path: Path) -> None:
    repository = Repository(tmp_path / "kho")
    base = repository.commit(a_txt=b"x")
    repository.git("checkout", "--quiet", "-b", "nhanh")
    repository.commit(b_txt=SECRET.encode())
    repository.git("rm", "--quiet", "b.txt")
    repository.commit()
    repository.git("checkout", "--quiet", "main")
    repository.commit(c_txt=b"y")
    repository.git("merge", "--quiet", "--no-ff", "-m", "Gộp", "nhanh")
    assert {one.path for one in commits(repository.folder, [f"{base}..HEAD"], patterns)} == {"b.txt"}


def test_the_message_of_a_commit_is_read_too(patterns: Patterns, tmp_path: Path) -> None:
    repository = Repository(tmp_path / "kho")
    commit = repository.commit(f"Thêm khóa {TOKEN}", a_txt=b"x")
    (one,) = commits(repository.folder, ["HEAD"], patterns)
    assert (one.path, one.rule) == (f"lời ghi của {commit[:10]}", "khoa-bi-mat")
    assert TOKEN not in str(one)


def test_a_push_is_held_against_what_the_other_side_has(patterns: Patterns, tmp_path: Path) -> None:
    repository = Repository(tmp_path / "kho")
    old = repository.commit(a_txt=SECRET.encode())
    new = repository.commit(b_txt=b"x")
    nobody = "0" * 40
    assert list(pushed(repository.folder, [f"refs/heads/main {new} refs/heads/main {old}"], patterns)) == []
    (one,) = pushed(repository.folder, [f"refs/heads/main {new} refs/heads/main {nobody}"], patterns)
    assert one.path == "a.txt"
    assert list(pushed(repository.folder, [f"(delete) {nobody} refs/heads/main {old}"], patterns)) == []


def test_a_part_of_the_history_is_not_taken_for_all_of_it(patterns: Patterns, tmp_path: Path) -> None:
    repository = Repository(tmp_path / "kho")
    repository.commit(a_txt=b"x")
    repository.commit(a_txt=b"y")
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.folder}", str(tmp_path / "nong"))
    with pytest.raises(GitError, match="fetch-depth: 0"):
        list(commits(tmp_path / "nong", ["HEAD"], patterns))


def test_files_are_read_as_staged_and_links_and_modules_are_refused(patterns: Patterns, tmp_path: Path) -> None:
    repository = Repository(tmp_path / "kho")
    repository.write("a.txt", SECRET.encode())
    (repository.folder / "b").symlink_to("/etc/passwd")
    repository.git("add", "--all")
    repository.write("a.txt", b"x")
    found = by_path(staged(repository.folder, patterns))
    assert [one.rule for one in found["a.txt"]] == ["dau-mat"]
    assert [one.rule for one in found["b"]] == ["khong-kiem-duoc"]


def test_a_file_taken_away_is_no_fault(patterns: Patterns, tmp_path: Path) -> None:
    repository = Repository(tmp_path / "kho")
    repository.commit(a_txt=SECRET.encode())
    repository.git("rm", "--quiet", "a.txt")
    assert list(staged(repository.folder, patterns)) == []


LONG = (
    *("M" * 250_000, "M Ậ" * 80_000, " " * 250_000, "(" * 250_000, "- " * 125_000, "[^" * 125_000),
    *("<a" * 125_000, '="' * 125_000, "&#" * 125_000, "mật " * 50_000, "“" * 125_000, "u" * 125_000),
)


@pytest.mark.parametrize("line", sampled(LONG, 5), ids=lambda line: line[:4])
def test_hundreds_of_kilobytes_on_one_line_are_read_to_their_end(patterns: Patterns, line: str) -> None:
    for name in ("docs/a.md", "a/index.html", "a.json", "a.txt", "a.csv", "a.ics"):
        found = Guard(patterns, published=not name.startswith("docs")).check(name, f"mật {line}\n{SECRET}\n".encode())
        assert "dau-mat" in {one.rule for one in found} or name.endswith(("json", "csv", "ics"))
