"""Fixtures for the tests of the site's outputs, such as pages, feeds and open data."""

import pytest

from infopage.content.catalogue import Catalogue
from infopage.outputs.site.site import Site
from tests.outputs.values import gather
from tests.sites import golden_project


@pytest.fixture(scope="session")
def golden_values(tmp_path_factory: pytest.TempPathFactory) -> tuple[Catalogue, Site]:
    """Return the site of the golden project (valid, with many items), with its catalogue (all its items)."""
    return gather(golden_project(tmp_path_factory.mktemp("values") / "project"))
