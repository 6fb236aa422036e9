"""The lab, once for each module: its servers run, nothing is published yet."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.release.lab import Lab


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[Lab]:
    """Return a running server that has no release yet."""
    folder = tmp_path / "lab"
    folder.mkdir()
    with Lab(folder).running() as lab:
        yield lab
