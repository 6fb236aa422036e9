"""The builds of ours that are measured: a full one, and one after each change of a usual working day."""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.bench.corpus import Sample
from tests.bench.measuring import Figures, emptied, measured
from tests.bench.projects import INSTANT, edited, write

FULL, NOTHING, EDIT, NEW, REGISTRY, TEMPLATE = (
    "full build, no store",
    "nothing changed",
    "one document edited",
    "one document new",
    "one registry entry",
    "one template",
)
MADE = ("site", "build")
_COMMAND = (sys.executable, "-m", "mkdocs", "build", "--quiet")
_TIMINGS = "build/thoi-gian.txt"


def build(project: Path) -> Figures:
    """Build our project, which reuses what earlier builds have left, and return the CPU time and so on."""
    environment = {"SOURCE_DATE_EPOCH": INSTANT, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    return measured(project, _COMMAND, {**environment, "INFOPAGE_TIMINGS": _TIMINGS}, _TIMINGS)


def full(project: Path) -> Figures:
    """Build our project without anything that earlier builds have left, and return the CPU time and so on."""
    emptied(project, MADE)
    return build(project)


def changes(project: Path, made: Sequence[Sample]) -> Iterator[tuple[str, Figures]]:
    """Yield the incremental builds that follow a full one, each after one more change.

    Each is the name of the change, and the cost (CPU time and so on) of the build after it. ``made`` are the texts.
    """
    document = next(sample for sample in made[len(made) // 2 :] if sample.path.startswith("van-ban/"))
    changed: dict[str, Callable[[], object]] = {
        NOTHING: lambda: None,
        EDIT: lambda: edited(project / "docs" / document.path, "a) ", "a) Sửa: "),
        NEW: lambda: _new(project, document),
        REGISTRY: lambda: edited(project / "data/chu-de.yml", "ten: Chủ đề chu-de-1", "ten: Chủ đề thứ nhất"),
        TEMPLATE: lambda: edited(project / "hooks/theme/item.html", '<article class="', '<article class="lan-hai '),
    }
    for name, change in changed.items():
        change()
        yield name, build(project)


def _new(project: Path, sample: Sample) -> None:
    """Change: add a document, a copy of ``sample`` with a new number and id."""
    path = project / "docs" / sample.path
    text = path.read_text("utf-8")
    number = sample.header[2].removeprefix("so_ky_hieu: ")
    new = f"9999-{number.partition('-')[2]}"
    text = text.replace(f"so_ky_hieu: {number}", f"so_ky_hieu: {new}").replace(sample.header[0], "ma: vb-moi")
    write(path.with_name(f"9999-{path.name.partition('-')[2]}"), text)
