"""A preview shows the pages of edited texts before the rest of the site, which then has the bytes of a clean build."""

import os
import shutil
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Event
from time import sleep

import pytest

from infopage.building.build import Build, Request
from infopage.building.early import _MOST
from infopage.building.preview import Preview, Shown
from infopage.building.unchanged import RECENT
from infopage.progress.phases import SILENT, Phase, Progress
from infopage.progress.stopping import Stoppable, StoppedError
from tests.outputs.values import NOW
from tests.sites import BASE, lay_out, tree

NEWS, SHOWN, LIST = "docs/tin-tuc/2026/hoi-nghi.md", "tin-tuc/2026/hoi-nghi/index.html", "tin-tuc/index.html"
OLD, NEW = "Hội nghị quán triệt nghị quyết", "Hội nghị triển khai nghị quyết"


def later() -> datetime:
    """Return a time so far ahead that the timestamps of all files written until now can be trusted."""
    return datetime.now(UTC) + RECENT


class Server:
    """Builds of one preview server, which has made its first site."""

    def __init__(self, folder: Path) -> None:
        self.root = lay_out(folder / "project", BASE)
        self.site = folder / "site"
        self._clean = folder / "clean"
        self.shown = Shown()
        assert not self.begin().is_shown_early

    def request(self, root: Path, site: Path) -> Request:
        return Request(
            root=root, settings_file=root / "mkdocs.yml", docs=root / "docs", theme=root / "hooks" / "theme", site=site,
            name="Trang", url="http://127.0.0.1/", first_published="", preview=True, serving=True,
        )  # fmt: skip

    def begin(self, progress: Progress = SILENT) -> Build:
        """Start a build and return it. It is finished, unless it has shown the pages of edited texts early."""
        build = Build(self.request(self.root, self.site), NOW, progress, lambda _: None)
        assert not build.is_unchanged(later())
        build.load()
        build.show_edited(self.shown)
        if not build.is_shown_early:
            self.finish(build)
        return build

    def finish(self, build: Build) -> None:
        build.plan()
        build.finish(is_refused=False)

    def write(self, name: str, text: str) -> None:
        (self.root / name).write_text(text, "utf-8")

    def edit(self, name: str, before: str, after: str) -> None:
        text = (self.root / name).read_text("utf-8")
        assert before in text
        self.write(name, text.replace(before, after))

    def says(self, name: str, words: str) -> bool:
        return words in (self.site / name).read_text("utf-8")

    def clean(self) -> dict[str, bytes]:
        """Return the files of a clean build of the project as it is now."""
        shutil.rmtree(self._clean, ignore_errors=True)
        shutil.copytree(self.root, self._clean / "project", ignore=shutil.ignore_patterns("build"))
        build = Build(self.request(self._clean / "project", self._clean / "site"), NOW, SILENT, lambda _: None)
        build.load()
        self.finish(build)
        return tree(self._clean / "site")


@pytest.fixture
def server(tmp_path: Path) -> Server:
    return Server(tmp_path)


def test_the_pages_of_edited_texts_are_shown_before_the_lists(server: Server) -> None:
    # An older site may have a hard link to this file, through which it must not change.
    os.link(server.site / SHOWN, server.root / "linked")
    server.edit(NEWS, OLD, NEW)
    server.edit("docs/index.md", "Trang đăng văn bản", "Trang chủ đăng văn bản")
    build = server.begin()
    assert build.is_shown_early
    assert server.says(SHOWN, NEW)
    assert server.says("index.html", "Trang chủ đăng văn bản")
    assert server.says(LIST, OLD)
    assert OLD in (server.root / "linked").read_text("utf-8")
    server.finish(build)
    assert server.says(LIST, NEW)
    assert tree(server.site) == server.clean()


def test_a_new_item_is_shown_early_and_a_deleted_one_goes_with_the_rest(server: Server) -> None:
    text = (server.root / NEWS).read_text("utf-8")
    server.write("docs/tin-tuc/2026/moi.md", text.replace("ma: tin-hoi-nghi", "ma: tin-moi").replace(OLD, NEW))
    (server.root / NEWS).unlink()
    build = server.begin()
    assert server.says("tin-tuc/2026/moi/index.html", NEW)
    assert server.says(SHOWN, OLD)
    server.finish(build)
    assert not (server.site / SHOWN).exists()
    assert tree(server.site) == server.clean()


def test_a_build_that_was_stopped_is_made_up_for_by_the_next(server: Server) -> None:
    progress = Stoppable(SILENT)
    server.edit(NEWS, OLD, NEW)
    build = server.begin(progress)
    progress.stop()
    with pytest.raises(StoppedError):
        server.finish(build)
    build.abandon()
    server.edit(NEWS, NEW, OLD)
    build = server.begin()
    assert server.says(SHOWN, OLD)
    build.abandon()
    build = server.begin()
    assert build.is_shown_early, "no item was edited since, but the lists are behind"
    server.finish(build)
    assert tree(server.site) == server.clean()


def test_where_more_has_changed_than_a_few_items_nothing_is_shown_early(server: Server) -> None:
    text = (server.root / NEWS).read_text("utf-8")
    server.write(NEWS, text)
    assert not server.begin().is_shown_early, "nothing has changed"
    server.edit("data/co-quan.yml", "ten: ", "ten: Một ")
    server.edit(NEWS, OLD, NEW)
    assert not server.begin().is_shown_early, "each page may name a body"
    server.edit("hooks/theme/partials/footer.html", "<footer", "<footer data-a")
    server.edit(NEWS, NEW, OLD)
    assert not server.begin().is_shown_early, "each page has a footer"
    for number in range(_MOST + 1):
        server.write(f"docs/tin-tuc/2026/so-{number}.md", text.replace("ma: tin-hoi-nghi", f"ma: tin-{number}"))
    assert not server.begin().is_shown_early, "many items have changed"


def test_after_faults_the_whole_site_is_shown_at_once(server: Server) -> None:
    server.edit(NEWS, "pham_vi: cong-khai", "pham_vi: noi-bo")
    assert not server.begin().is_shown_early
    assert server.says("index.html", "[pham-vi]")
    server.edit(NEWS, "pham_vi: noi-bo", "pham_vi: cong-khai")
    server.edit(NEWS, OLD, NEW)
    assert not server.begin().is_shown_early
    assert server.says(LIST, NEW)


def test_a_fault_of_the_site_is_shown_though_a_page_was_shown_early(server: Server) -> None:
    server.edit(NEWS, "Đại biểu thảo luận", "Xem [danh mục](../../khong-co/). Đại biểu thảo luận")
    build = server.begin()
    assert build.is_shown_early
    server.finish(build)
    assert server.says("index.html", "[lien-ket]")


class _Waiting(Progress):
    """Stops a build before it makes the pages with lists, until the test sets ``goes_on`` (at most 60 seconds)."""

    def __init__(self) -> None:
        self.goes_on = Event()

    def begin(self, phase: Phase, count: int = 0) -> None:
        assert phase != Phase.LISTS or self.goes_on.wait(60)


def _has_ended(stamp: Path) -> bool:
    """Wait up to a minute until a background build ends and writes to ``stamp``; tell whether it did."""
    for _ in range(6000):
        if stamp.read_bytes():
            return True
        sleep(0.01)
    return False


def test_the_rest_of_the_site_follows_in_a_thread_until_something_changes(server: Server) -> None:
    preview, failures = Preview(pause=0), list[Exception]()
    stamp = preview.open()

    def edited(before: str, after: str) -> Event:
        server.edit(NEWS, before, after)
        waiting = _Waiting()
        build = server.begin(preview.stoppable(waiting))
        preview.go_on(build, partial(build.finish, is_refused=False), failures.append)
        assert preview.is_current(later())
        return waiting.goes_on

    begun = edited(OLD, NEW)
    server.edit(NEWS, NEW, OLD)
    assert not preview.is_current(later())
    begun.set()
    preview.stop()
    assert server.says(SHOWN, NEW)
    assert server.says(LIST, OLD)
    assert stamp.read_bytes() == b""
    edited(OLD, NEW).set()
    assert _has_ended(stamp)
    assert preview.is_current(later()), "there is nothing to build: browsers only load the pages again"
    assert server.says(LIST, NEW)
    assert tree(server.site) == server.clean()
    preview.close()
    assert not stamp.exists()
    assert failures == []


def test_an_error_in_the_thread_is_reported_and_browsers_are_told(server: Server) -> None:
    preview, failures = Preview(pause=0), list[Exception]()
    stamp = preview.open()
    server.edit(NEWS, OLD, NEW)
    preview.go_on(server.begin(preview.stoppable(SILENT)), lambda: [][0], failures.append)
    assert _has_ended(stamp)
    assert [type(error) for error in failures] == [IndexError]
    preview.close()


def test_a_stopped_operation_ends_at_its_next_step_but_not_at_its_end() -> None:
    progress = Stoppable(SILENT)
    progress.begin(Phase.PAGES, 2)
    progress.step()
    progress.stop()
    progress.end()
    with pytest.raises(StoppedError):
        progress.step()
    with pytest.raises(StoppedError):
        progress.begin(Phase.LISTS)
