"""Sites for the tests of feeds: the golden one, one with archives, the demonstration."""

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
    """Return a site with enough items that most feeds have archive pages."""
    return gather(many_project(tmp_path_factory.mktemp("many") / "project"))


@pytest.fixture(scope="session")
def shown_values(tmp_path_factory: pytest.TempPathFactory) -> tuple[Catalogue, Site]:
    """Return the demonstration's catalogue and site."""
    project = lay_out(tmp_path_factory.mktemp("shown") / "project")
    for part in ("docs", "data"):
        shutil.copytree(ROOT / part, project / part)
    return gather(project)


@pytest.fixture(scope="session", params=["golden_values", "many_values", "shown_values"])
def each_site(request: pytest.FixtureRequest) -> tuple[Catalogue, Site]:
    """Return each of the tested sites in turn."""
    found: tuple[Catalogue, Site] = request.getfixturevalue(request.param)
    return found
