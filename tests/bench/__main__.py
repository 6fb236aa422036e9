"""``python -m tests.bench``: build the same made-up texts with this project and with plain MkDocs and Material."""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.corpus import ISSUERS, KINDS, TERMS, TOPICS, Sample, samples

ROOT = Path(__file__).resolve().parents[2]
BAR = 1.6
INSTANT = "1798736400"  # the first instant of 2027 in Hà Nội: all the texts are public
PEER = """\
site_name: Trang thông tin tuyên truyền
site_url: https://minhhoa.example/
theme: {name: material, language: vi, font: false}
plugins: [{search: {lang: vi}}]
nav: [index.md]
not_in_nav: "*"
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; the exit code is 1 where the project takes more than the bar allows."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--items", type=int, default=1000, help="how many texts (default: 1000)")
    parser.add_argument("--runs", type=int, default=3, help="how often each builds, turn by turn (default: 3)")
    options = parser.parse_args(arguments)
    made = samples(options.items)
    # In memory where there is such a place: what a disk costs the kernel varies more than the builds do.
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with TemporaryDirectory(prefix="infopage-bench-", dir=memory) as folder:
        builders = {"MkDocs + Material": Path(folder, "peer"), "this project": Path(folder, "ours")}
        write_peer(builders["MkDocs + Material"], made)
        write_ours(builders["this project"], made)
        figures: dict[str, list[tuple[float, float]]] = {name: [] for name in builders}
        for _ in range(options.runs):
            for name, project in builders.items():
                figures[name].append(build(project))
    words = sum(len(sample.body.split()) for sample in made)
    print(f"{options.items} texts, {words:,} words; CPU seconds (user + system) of each build, turn by turn")
    print(f"{'':20}" + "".join(f"{f'run {n + 1}':>8}" for n in range(options.runs)) + "  median  peak MiB")
    for name, runs in figures.items():
        cells = "".join(f"{cpu:8.2f}" for cpu, _ in runs)
        print(f"{name:20}{cells}{median(cpu for cpu, _ in runs):8.2f}{max(memory for _, memory in runs):10.0f}")
    peer, ours = (median(cpu for cpu, _ in runs) for runs in figures.values())
    print(f"ratio {ours / peer:.2f} (bar: {BAR})")
    return int(ours / peer > BAR)


def write_peer(project: Path, made: Sequence[Sample]) -> None:
    """Write a plain project: the same Markdown, its title the only header, all but the home page outside the nav."""
    write(project / "mkdocs.yml", PEER)
    write(project / "docs/index.md", "# Trang chủ\n")
    for sample in made:
        write(project / "docs" / sample.path, f'---\ntitle: "{sample.title}"\n---\n{sample.body}')


def write_ours(project: Path, made: Sequence[Sample]) -> None:
    """Copy this project's machinery, with the lists of tests/project and of the bench in the place of its own."""
    shutil.copytree(ROOT / "hooks", project / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tests" / "project" / "data", project / "data")
    shutil.copy(ROOT / "mkdocs.yml", project)
    for page in (ROOT / "tests/project/docs").glob("*.md"):
        write(project / "docs" / page.name, page.read_text("utf-8"))
    issuer = "- ma: {0}\n  ten: Cơ quan {0}\n  ten_ngan: Cơ quan {0}\n  cap: tinh\n  khoi: dang\n  danh_so: nhiem-ky\n"
    term = "- ma: {0}\n  ten: Nhiệm kỳ {0}\n  tu: {1:%d/%m/%Y}\n  den: {2:%d/%m/%Y}\n"
    kind = "- ma: {0}\n  ten: Loại {0}\n  viet_tat: {1}\n"
    topic = "- ma: {0}\n  ten: Chủ đề {0}\n  mo_ta: Các bài về chủ đề {0}.\n"
    write(project / "data/co-quan.yml", "".join(issuer.format(id) for id in ISSUERS))
    write(project / "data/nhiem-ky.yml", "".join(term.format(id, *days) for id, days in TERMS.items()))
    write(project / "data/chu-de.yml", "".join(topic.format(id) for id in TOPICS))
    write(project / "data/loai-van-ban.yml", "".join(kind.format(*names) for names in KINDS.items()))
    for sample in made:
        write(project / "docs" / sample.path, "\n".join(("---", *sample.header, "---", sample.body)))


def write(path: Path, text: str) -> None:
    """Write a file and the folders it stands in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def build(project: Path) -> tuple[float, float]:
    """Build as in a fresh clone, in a process of its own; return its CPU seconds and its peak of memory in MiB."""
    for made in ("site", "build"):
        shutil.rmtree(project / made, ignore_errors=True)
    environment = {**os.environ, "SOURCE_DATE_EPOCH": INSTANT, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    with Path(project, "log").open("w+b") as log:
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
        process = subprocess.Popen(command, cwd=project, env=environment, stdout=log, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"the build of {project.name} failed:\n{Path(project, 'log').read_text('utf-8')[-4000:]}")
    peak = usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    return usage.ru_utime + usage.ru_stime, peak


if __name__ == "__main__":
    sys.exit(main())
