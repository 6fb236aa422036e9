"""Fixtures of the outputs' tests."""

import pytest

from infopage.content.catalogue import Catalogue
from infopage.outputs.site.site import Site
from tests.outputs.values import gather
from tests.sites import golden_project


@pytest.fixture(scope="session")
def golden_values(tmp_path_factory: pytest.TempPathFactory) -> tuple[Catalogue, Site]:
    """Return the catalogue and the site of the golden project (valid, with many items)."""
    return gather(golden_project(tmp_path_factory.mktemp("values") / "project"))
