"""Rewrites each case's expected.txt. Read the diff as an office clerk would before you keep it."""

import os
import tempfile
from pathlib import Path

from tests.cases import CASES, INSTANT, lay, names, options_of, report_of

os.environ["SOURCE_DATE_EPOCH"] = INSTANT
for name in names():
    with tempfile.TemporaryDirectory() as folder:
        lay(name, Path(folder, "project"))
        found = report_of(Path(folder, "project"), *options_of(name))
    expected = CASES / name / "expected.txt"
    if not expected.exists() or expected.read_text(encoding="utf-8") != found:
        expected.write_text(found, encoding="utf-8")
        print(f"{name}\n{found}")
