"""Fixtures: a guard with the project's own list of patterns."""

import pytest

from infopage.release.guard.files import Guard
from infopage.release.guard.patterns import Patterns, load
from tests.support import ROOT


@pytest.fixture(scope="module")
def patterns() -> Patterns:
    """Return the project's own patterns."""
    found, faults = load(ROOT)
    assert found is not None, faults
    return found


@pytest.fixture(scope="module")
def guard(patterns: Patterns) -> Guard:
    """Return a guard with the project's own patterns."""
    return Guard(patterns)
