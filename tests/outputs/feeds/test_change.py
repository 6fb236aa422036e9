"""A change of one item changes exactly the feeds it should, compared byte by byte; nothing else changes them."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from infopage.content.catalogue import Catalogue
from infopage.content.diagnostics import has_errors
from infopage.content.loading import build
from infopage.outputs.feeds.feeds import Feeds
from infopage.outputs.feeds.formats import FORMATS
from infopage.outputs.site.site import Site
from tests.outputs.feeds.projects import many_project
from tests.outputs.feeds.values import ATOM, JSON, RSS, entries, made, slugs, walk, whole
from tests.outputs.values import NOW, SETTINGS, gather
from tests.sites import golden_project

Values = tuple[Catalogue, Site]
Changing = Callable[[Callable[[Path], object]], dict[str, bytes]]
NEWS = "docs/tin-tuc/2026/hoi-nghi.md"
NEW = """\
---
ma: tin-moi
tieu_de: Tin mới
tom_tat: Một tin mới.
pham_vi: cong-khai
ngay_dang: {day}
chu_de: [chuyen-doi-so]
---
Nội dung của tin mới.
"""


@pytest.fixture
def changed(tmp_path: Path, golden_values: Values) -> Changing:
    """Return a function that changes the golden project (valid, with many items) and returns its feeds."""

    def apply(change: Callable[[Path], object]) -> dict[str, bytes]:
        project = golden_project(tmp_path / "project")
        change(project)
        return whole(gather(project)[1])

    return apply


def rewrite(old: str, new: str) -> Callable[[Path], object]:
    def change(project: Path) -> None:
        file = project / NEWS
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    return change


def new_item(day: str) -> Callable[[Path], object]:
    return lambda project: (project / "docs/tin-tuc/2026/tin-moi.md").write_text(NEW.format(day=day), encoding="utf-8")


def different(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def of(names: set[str]) -> set[str]:
    return {f"nguon-tin/{name}/{file}" for name in names for file in FORMATS}


HAVING = {"tat-ca", "cap-nhat", "tin-tuc", "chu-de/chuyen-doi-so"}
DIGESTS = {"hang-ngay", "hang-tuan"}
TOPIC = {"chu-de/chuyen-doi-so"}


def test_the_order_of_files_and_the_folder_change_nothing(golden_values: Values, tmp_path: Path) -> None:
    catalogue, contents = golden_values
    library = replace(catalogue.library, items=tuple(reversed(catalogue.library.items)))
    turned = Catalogue(library, catalogue.instant, preview=False)
    assert made(Feeds(turned, SETTINGS)) == whole(contents)
    elsewhere = gather(golden_project(tmp_path / "thư mục khác" / "b"))[1]
    assert whole(elsewhere) == whole(contents)


def test_a_later_build_of_the_same_items_gives_the_same_bytes(golden_values: Values) -> None:
    catalogue, contents = golden_values
    later = Catalogue(catalogue.library, catalogue.instant + timedelta(hours=5), preview=False)
    assert {event.id for event in later.coming_events} == {event.id for event in catalogue.coming_events}
    assert made(Feeds(later, SETTINGS)) == whole(contents)


def test_one_new_item_is_one_new_entry_in_exactly_the_feeds_it_matches(
    golden_values: Values, changed: Changing
) -> None:
    before = whole(golden_values[1])
    after = changed(new_item("22/11/2026"))
    assert {path for path in different(before, after) if "/luu/" not in path} == of(HAVING | DIGESTS)
    for slug in HAVING:
        for file in (RSS, ATOM, JSON):
            ids = [entry.id for page in walk(slug, file, after) for entry in entries(*page)]
            assert ids[0] == "tag:minhhoa.example,2026-01-01:tin-moi"
            assert ids[1:] == [entry.id for page in walk(slug, file, before) for entry in entries(*page)]


def test_an_item_of_the_future_is_in_no_feed(golden_values: Values, changed: Changing) -> None:
    assert changed(new_item("24/11/2026")) == whole(golden_values[1])


def test_an_edit_keeps_the_id_and_the_day_and_tells_the_change(golden_values: Values, changed: Changing) -> None:
    before = whole(golden_values[1])
    after = changed(rewrite("pham_vi: cong-khai", "pham_vi: cong-khai\ncap_nhat: 20/11/2026 09:00"))
    assert different(before, after) == of(HAVING - TOPIC)
    old, new = (
        {entry.id: entry for entry in entries(f"nguon-tin/tin-tuc/{ATOM}", files[f"nguon-tin/tin-tuc/{ATOM}"])}
        for files in (before, after)
    )
    assert old == new
    told = re.search(rb"tin-hoi-nghi</id>.*?<updated>([^<]*)", after[f"nguon-tin/tin-tuc/{ATOM}"], re.DOTALL)
    assert told
    assert told[1].startswith(b"2026-11-20T09:00:")
    first = entries(f"nguon-tin/cap-nhat/{ATOM}", after[f"nguon-tin/cap-nhat/{ATOM}"])[0]
    assert first.id.endswith(":tin-hoi-nghi")


def test_a_change_that_is_announced_is_refused(tmp_path: Path) -> None:
    project = golden_project(tmp_path / "project")
    rewrite("pham_vi: cong-khai", "pham_vi: cong-khai\ncap_nhat: 30/12/2026")(project)
    found, faults = build(project, NOW, preview=False)
    assert found is None
    assert [fault.rule for fault in faults if has_errors([fault])] == ["cap-nhat"]


def test_a_correction_is_at_the_top_and_in_the_feed_of_corrections(golden_values: Values, changed: Changing) -> None:
    correction = "dinh_chinh:\n  - ngay: 21/11/2026\n    sai: 500 điểm cầu\n    dung: 50 điểm cầu <b>&</b>\n"
    after = changed(rewrite("pham_vi: cong-khai\n", f"pham_vi: cong-khai\n{correction}"))
    (entry, *_) = entries(f"nguon-tin/dinh-chinh/{RSS}", after[f"nguon-tin/dinh-chinh/{RSS}"])
    assert entry.text.startswith(
        "Đính chính ngày 21/11/2026: đã đăng “500 điểm cầu”, nội dung đúng là “50 điểm cầu <b>&"
    )
    assert entry.id.endswith(":tin-hoi-nghi")
    assert different(whole(golden_values[1]), after) == of(HAVING - TOPIC | {"dinh-chinh"})


def test_a_rename_is_no_new_entry(golden_values: Values, changed: Changing) -> None:
    def rename(project: Path) -> None:
        (project / "docs/tin-tuc/2026/tin-so-07.md").rename(project / "docs/tin-tuc/2026/ten-moi.md")

    before, after = whole(golden_values[1]), changed(rename)
    path = f"nguon-tin/tin-tuc/{RSS}"
    old, new = (entries(path, files[path]) for files in (before, after))
    assert [(one.id, one.published) for one in old] == [(one.id, one.published) for one in new]
    assert [one.link for one in old] != [one.link for one in new]


def test_a_withdrawal_takes_the_entry_and_leaves_the_feeds(golden_values: Values, changed: Changing) -> None:
    before = whole(golden_values[1])
    after = changed(lambda project: (project / "docs/tin-tuc/2026/tin-so-09.md").unlink())
    assert before.keys() == after.keys()
    assert different(before, after) == of({"tat-ca", "cap-nhat", "tin-tuc"} | DIGESTS)


def test_an_old_item_that_comes_late_leaves_other_archive_pages_as_they_are(
    many_values: Values, tmp_path: Path
) -> None:
    before = whole(many_values[1])
    oldest = sorted(path for path in before if path.startswith("nguon-tin/tin-tuc/luu/") and path.endswith(ATOM))[0]
    late = (
        "---\nma: tin-muon\ntieu_de: Tin muộn\ntom_tat: Đăng bù.\npham_vi: cong-khai\nngay_dang: 03/6/2024\n---\nChữ.\n"
    )
    project = many_project(tmp_path / "project")
    (project / "docs/tin-tuc/2024/tin-muon.md").write_text(late, encoding="utf-8")
    after = whole(gather(project)[1])
    pages = {path for path in different(before, after) if "/luu/" in path and path != oldest}
    assert {path.split("/luu/")[0] for path in pages} == {
        f"nguon-tin/{slug}" for slug in ("tat-ca", "cap-nhat", "tin-tuc")
    }
    assert before.keys() <= after.keys()
    for slug in slugs(before):
        touched = {path for path in pages if path.startswith(f"nguon-tin/{slug}/luu/")}
        assert len(touched) <= 2
