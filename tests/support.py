"""What tests of every part share."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn, TypeVar

import pytest

T = TypeVar("T")

ROOT = Path(__file__).resolve().parents[1]
"""The project's own folder."""


IN_CI = os.environ.get("CI", "").lower() not in ("", "0", "false")
"""There nothing may be skipped: tests/conftest.py makes a failure of every skip."""


def skip_or_fail(reason: str, command: str) -> NoReturn:
    """Skip a test that cannot run here, naming the command that gets what is missing; with CI set it fails."""
    pytest.skip(f"{reason}; to have it: {command}")


def thorough() -> bool:
    """Tell whether this is ``make test-thorough``, which tries in full what every run tries in part."""
    return os.environ.get("INFOPAGE_THOROUGH") == "1"


def sampled(cases: Iterable[T], every: int) -> list[T]:
    """Return the cases of a long set as parameters: one in so many is tried in every run, all when it is thorough."""
    return [case if n % every == 0 else pytest.param(case, marks=pytest.mark.thorough) for n, case in enumerate(cases)]  # type: ignore[misc]  # pytest takes both
