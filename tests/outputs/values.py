"""Loads a project and its site as values, without rendering."""

from datetime import UTC, datetime
from pathlib import Path

from infopage.content import loading
from infopage.content.catalogue import Catalogue
from infopage.content.diagnostics import has_errors, report
from infopage.content.first_published import FirstPublished
from infopage.outputs.site.site import Site, site
from infopage.outputs.wording.frame import Settings
from tests.sites import INSTANT

SETTINGS = Settings("Trang thông tin", "https://minhhoa.example/")


NOW = datetime.fromtimestamp(int(INSTANT), UTC)


def gather(project: Path, instant: datetime = NOW, before: FirstPublished | None = None) -> tuple[Catalogue, Site]:
    """Return a project's catalogue and its site; ``before`` is the record of first publications of earlier releases."""
    found, faults = loading.build(project, instant, preview=False, before=before)
    assert found is not None, report(faults)
    contents, more = site(found, SETTINGS)
    assert not has_errors(faults + more), report(faults + more)
    return found, contents
