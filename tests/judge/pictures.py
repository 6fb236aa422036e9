"""``python -m tests.judge.pictures``: ExifTool looks for metadata in every picture of the built demonstration.

A published picture must not tell who made it, when, where, or with what. ExifTool (exiftool.org) knows the notes of all
formats; this project's own reader is not asked.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.sites import build
from tests.support import ROOT

ENDINGS = ("jpg", "jpeg", "png", "webp", "gif", "avif", "ico")
STRUCTURE = {
    "ExifTool": {"ExifToolVersion"},  # not its errors and warnings
    "PNG": {"ImageWidth", "ImageHeight", "BitDepth", "ColorType", "Compression", "Filter", "Interlace", "Palette"},
    "RIFF": {
        "VP8Version",
        "VP8LVersion",
        "HorizontalScale",
        "VerticalScale",
        "ImageWidth",
        "ImageHeight",
        "AlphaIsUsed",
    },
}
"""The tags of a format, by ExifTool's name of the group, that only say how the picture is stored."""
ALL_PUBLIC = "1798736400"
"""The first instant of 2027 in Hà Nội, when all items of the demonstration are public."""
ALL_ARE_STRUCTURE = {"System", "File", "JFIF", "Composite"}
"""The groups of tags about the file itself, or computed from it."""


def notes(told: Mapping[str, object]) -> list[str]:
    """Return the tags of one picture that are metadata; ``told`` is what ExifTool tells of it, by ``group:tag``."""
    tags = (name.partition(":") for name in told if ":" in name)
    return [
        f"{group}:{tag}"
        for group, _, tag in tags
        if group not in ALL_ARE_STRUCTURE and tag not in STRUCTURE.get(group, ())
    ]


def main() -> int:
    """Print the pictures of the demonstration that have metadata; the exit code is 1 if any has, 2 without ExifTool."""
    command = shutil.which("exiftool")
    if command is None:
        sys.stderr.write("make judge-pictures needs: apt-get install libimage-exiftool-perl\n")
        return 2
    with TemporaryDirectory(prefix="infopage-judge-") as folder:
        built = build(ROOT, Path(folder, "site"), SOURCE_DATE_EPOCH=ALL_PUBLIC)
        if built.returncode:
            sys.stderr.write(built.stderr)
            return 1
        chosen = [part for one in ENDINGS for part in ("-ext", one)]
        ran = subprocess.run([command, "-r", "-q", "-j", "-G1", *chosen, folder], capture_output=True, check=False)
    found = json.loads(ran.stdout or b"[]")
    faulty = {one["SourceFile"]: told for one in found if (told := notes(one))}
    sys.stdout.writelines(f"{path}: {', '.join(told)}\n" for path, told in faulty.items())
    sys.stdout.write(f"{len(found)} pictures, {len(faulty)} with metadata\n")
    return int(bool(faulty) or not found)


if __name__ == "__main__":
    sys.exit(main())
