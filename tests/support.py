"""What tests of every part share."""

import os
from pathlib import Path
from typing import NoReturn

import pytest

ROOT = Path(__file__).resolve().parents[1]
"""The project's own folder."""


IN_CI = os.environ.get("CI", "").lower() not in ("", "0", "false")
"""There nothing may be skipped: tests/conftest.py makes a failure of every skip."""


def skip_or_fail(reason: str, command: str) -> NoReturn:
    """Skip a test that cannot run here, naming the command that gets what is missing; with CI set it fails."""
    pytest.skip(f"{reason}; to have it: {command}")
