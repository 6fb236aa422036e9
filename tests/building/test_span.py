"""The period in which a build stays valid: within it, a build gives the same site; after it, another one."""

from datetime import timedelta
from pathlib import Path

from tests.outputs.values import gather
from tests.sites import golden_project


def test_at_both_ends_of_its_span_a_site_is_the_same_and_beyond_it_is_not(tmp_path: Path) -> None:
    project = golden_project(tmp_path / "project")
    catalogue, site = gather(project)
    made = _whole(site)
    since, until = catalogue.span
    assert since <= catalogue.instant < until
    for instant in (since, until - timedelta(microseconds=1)):
        assert _whole(gather(project, instant)[1]) == made
    assert _whole(gather(project, until)[1]) != made


def _whole(site: object) -> dict[str, object]:
    return {
        "pages": dict(site.pages),  # type: ignore[attr-defined]
        "files": dict(site.files),  # type: ignore[attr-defined]
        "feeds": {one.path: one.make() for one in site.feeds.documents()},  # type: ignore[attr-defined]
    }
