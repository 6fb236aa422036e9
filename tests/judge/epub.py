"""``python -m tests.judge.epub``: lets EPUBCheck, the W3C's validator, read all EPUBs of the golden site."""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.outputs.values import gather
from tests.sites import golden_project


def main() -> int:
    """Print what EPUBCheck says of each EPUB; the exit code is 1 if it finds a fault, 2 if it is missing."""
    command = shutil.which("epubcheck")
    if command is None:
        sys.stderr.write("make judge-epub needs: apt-get install epubcheck\n")
        return 2
    faulty = False
    with TemporaryDirectory(prefix="infopage-judge-") as folder:
        _, site = gather(golden_project(Path(folder, "project")))
        for name, content in site.files.items():
            if name.endswith(".epub"):
                file = Path(folder, Path(name).name)
                file.write_bytes(content)
                ran = subprocess.run([command, file], capture_output=True, text=True, check=False)
                sys.stdout.write(f"{name}: {'valid' if ran.returncode == 0 else ran.stdout + ran.stderr}\n")
                faulty = faulty or ran.returncode != 0
    return int(faulty)


if __name__ == "__main__":
    sys.exit(main())
