"""Sites for the tests of feeds: the golden site, one with archive pages, and the demonstration site."""

import shutil

import pytest

from infopage.content.catalogue import Catalogue
from infopage.outputs.site.site import Site
from tests.outputs.feeds.projects import many_project
from tests.outputs.values import gather
from tests.sites import lay_out
from tests.support import ROOT


@pytest.fixture(scope="session")
def many_values(tmp_path_factory: pytest.TempPathFactory) -> tuple[Catalogue, Site]:
    """Return a site, with its catalogue, that has enough items for archive pages in most feeds."""
    return gather(many_project(tmp_path_factory.mktemp("many") / "project"))


@pytest.fixture(scope="session")
def shown_values(tmp_path_factory: pytest.TempPathFactory) -> tuple[Catalogue, Site]:
    """Return the demonstration site, with its catalogue (all its items)."""
    project = lay_out(tmp_path_factory.mktemp("shown") / "project")
    for part in ("docs", "data"):
        shutil.copytree(ROOT / part, project / part)
    return gather(project)


@pytest.fixture(scope="session", params=["golden_values", "many_values", "shown_values"])
def each_site(request: pytest.FixtureRequest) -> tuple[Catalogue, Site]:
    """Return each of the tested sites in turn, with its catalogue."""
    found: tuple[Catalogue, Site] = request.getfixturevalue(request.param)
    return found
