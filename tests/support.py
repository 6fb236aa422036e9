"""Helpers shared by all tests."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn, TypeVar

import pytest

T = TypeVar("T")

ROOT = Path(__file__).resolve().parents[1]
"""The project's root folder."""


IN_CI = os.environ.get("CI", "").lower() not in ("", "0", "false")
"""In CI no test may be skipped: tests/conftest.py turns every skip into a failure."""


def skip_or_fail(reason: str, command: str) -> NoReturn:
    """Skip a test that cannot run here, naming the command that installs what is missing; fail if CI is set."""
    pytest.skip(f"{reason}; to have it: {command}")


def thorough() -> bool:
    """Tell whether this is ``make test-thorough``, which runs all examples; ordinary runs take a sample."""
    return os.environ.get("INFOPAGE_THOROUGH") == "1"


def sampled(cases: Iterable[T], every: int) -> list[T]:
    """Return the cases as test parameters: an ordinary run takes one in ``every``, a thorough run all."""
    return [case if n % every == 0 else pytest.param(case, marks=pytest.mark.thorough) for n, case in enumerate(cases)]  # type: ignore[misc]  # pytest takes both
