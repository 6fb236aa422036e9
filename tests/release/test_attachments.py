"""A file that may not be attached is refused by the check, and by the guard before a commit and before publication."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from infopage.content import loading
from infopage.content.lints.attachments import RULES
from infopage.files.attachable import flaws
from infopage.outputs.feeds.selection import groups
from infopage.outputs.site.generated import ADDED_LATER, Ground, is_own
from infopage.outputs.site.site import plan, site
from infopage.outputs.wording.feed_links import daily_feed, notices_feed, weekly_feed
from infopage.outputs.wording.frame import Settings
from infopage.release.addresses.ledger import NAME as LEDGER
from infopage.release.guard.attached import unfit
from infopage.release.proof.manifest import NAME as MANIFEST
from infopage.release.proof.manifest import SIGNATURE
from tests.cases import lay, report_of
from tests.outputs.feeds.values import whole
from tests.release.attachments import HOSTILE, SHOWN_YET_HARMLESS
from tests.sites import INSTANT, golden_project

AT = datetime.fromtimestamp(int(INSTANT), UTC)
NEWS = "docs/tin-tuc/2026"
SETTINGS = Settings("Trang", "https://minhhoa.example/")


def test_the_walls_agree_on_every_hostile_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", INSTANT)
    lay("_base", tmp_path / "project")
    item = tmp_path / "project" / NEWS / "hoi-nghi.md"
    links = "".join(f"[Tệp {name}](<{name}>)\n" for name in HOSTILE)
    item.write_text(f"{item.read_text(encoding='utf-8')}\n{links}", encoding="utf-8")
    for name, content in HOSTILE.items():
        (item.parent / name).write_bytes(content)
    report = report_of(tmp_path / "project").split("\n")
    for name, content in HOSTILE.items():
        rule, message = next((RULES[flaw], said) for flaw, said in flaws(f"tin-tuc/2026/{name}", content))
        assert f"{NEWS}/{name}:1: lỗi [{rule}]: {message}" in report
        assert [str(one) for one in unfit(f"{NEWS}/{name}", content)] == [f"{NEWS}/{name}:1: lỗi [{rule}]: {message}"]
        public = [(one.rule, one.message) for one in unfit(f"tin-tuc/2026/{name}", content, published=True)]
        assert public == ([] if is_own(f"tin-tuc/2026/{name}") else [(rule, message)])


def test_a_file_of_a_type_on_the_list_is_that_whatever_it_carries() -> None:
    assert [name for name, content in SHOWN_YET_HARMLESS.items() if list(flaws(name, content))] == []


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the golden project (valid, with many items)."""
    return golden_project(tmp_path_factory.mktemp("project") / "project")


def test_every_file_that_the_build_writes_is_known_as_its_own(project: Path) -> None:
    found, _ = loading.build(project, AT, preview=False)
    assert found is not None
    planned = plan(found, SETTINGS)
    assert planned.faults == []
    heads = [*planned.heads]
    contents, _ = site(found, SETTINGS)
    feeds = [feed.link for group in groups(found, SETTINGS) for feed in group.feeds]
    ground = Ground(heads, [*feeds, daily_feed(SETTINGS), weekly_feed(SETTINGS), notices_feed(SETTINGS)])
    written = {f"{page.address}index.html" for page in heads if not page.gone} | contents.files.keys()
    written |= whole(contents).keys() | set(ADDED_LATER)
    redirected = {name for name in written if name.rpartition("/")[0] + "/" in {*planned.moved, "du-lieu-cu/"}}
    assert [name for name in sorted(written - redirected) if not ground.is_taken(name)] == []
    assert [name for name in sorted(written) if not is_own(name) and not name.endswith((".csv", ".txt"))] == []


def test_what_a_release_adds_has_the_names_it_gives() -> None:
    assert ADDED_LATER == (LEDGER, MANIFEST, SIGNATURE)


@pytest.mark.parametrize(
    ("first", "second", "is_fault"),
    [
        ("Anh.pdf", "anh.pdf", True),
        ("anh.pdf", "anh.pdf/b.pdf", True),
        ("anh.pdf/b.pdf", "Anh.pdf", True),
        ("anh.pdf", "anh-2.pdf", False),
        ("tin-tuc/anh.pdf", "anh.pdf", False),
    ],
)
def test_no_two_files_take_one_place_on_any_disk(first: str, second: str, is_fault: bool) -> None:
    ground = Ground((), ())
    ground.take(first)
    assert ground.is_taken(second) is is_fault


@pytest.mark.parametrize(
    "old",
    [
        "index.html", "van-ban/INDEX.html/", "404.html", "410.html/", "robots.txt/cu/", "Sitemap.xml", "so-dia-chi.txt",
        "MANIFEST.sha256/a", "assets/cu/", "tim-kiem/chi-muc/cu.js", "nguon-tin/tat-ca/feed.json", "nguon-tin/tat-ca/",
        "van-ban/tinh-uy/2025-2030/05-nq-tu.pdf/cu/", "van-ban/tinh-uy/2025-2030/05-NQ-TU.PDF", "Van-Ban/",
        "du-lieu/schema/cu.json", ".git/", "a/.an", "a /b", "a./", "a//b", "../a", "x" * 201, "đ" * 101,
    ],
)  # fmt: skip
def test_a_redirect_that_would_break_the_build_is_a_fault_at_check(project: Path, tmp_path: Path, old: str) -> None:
    here = Path(shutil.copytree(project, tmp_path / "project", ignore=shutil.ignore_patterns("hooks")))
    (here / "data/chuyen-huong.yml").write_text(f'- tu: "{old}"\n  den: van-ban/\n', encoding="utf-8")
    found, faults = loading.build(here, AT, preview=False)
    assert found is not None, faults
    assert [(one.path, one.line, one.rule) for one in plan(found, SETTINGS).faults] == [
        ("data/chuyen-huong.yml", 1, "tu")
    ]
