"""The limits (“bars”) of measured times, memory and sizes; ``python -m tests.bench`` fails if one is exceeded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tests.bench.measuring import Figures
from tests.bench.peers import MATERIAL
from tests.bench.scenarios import EDIT, FULL, NOTHING

_GROWTH = 11
"""Ten times the items may take at most this many times the CPU seconds, in all and in each phase of a build."""

_WORTH = 0.5
"""The growth of a phase of fewer CPU seconds than this is not limited: start-up and chance decide its time."""


@dataclass(frozen=True)
class Bar:
    """A measured figure, ``found``, and its limit, ``most``."""

    what: str
    found: float
    most: float
    unit: str = ""

    @property
    def is_kept(self) -> bool:
        """Tell whether the figure is within its limit."""
        return self.found <= self.most

    def __str__(self) -> str:
        """Return the figure and its limit as a line of the report."""
        verdict = "kept  " if self.is_kept else "MISSED"
        return f"{verdict}  {self.what}: {self.found:.3g}{self.unit} (at most {self.most:g})"


def bars(
    peers: Mapping[str, Figures],
    ours: Mapping[str, Figures],
    weights: Mapping[int, Mapping[str, int]],
    smaller: Figures,
) -> Iterator[Bar]:
    """Yield each figure that has a limit.

    ``peers`` has the costs of a full build by each other site generator, and ``ours`` those of our build after each
    change, by name. ``weights`` has the sizes of our sites by number of items. ``smaller`` are the costs of our full
    build of a tenth of the items.
    """
    full = ours[FULL]
    yield Bar(f"full build, of {MATERIAL}'s CPU", full.cpu / peers[MATERIAL].cpu, 1.3)
    for name, share, seconds in ((NOTHING, 0.03, 3), (EDIT, 0.06, 5)):
        yield Bar(f"{name}, of the own full build's CPU", ours[name].cpu / full.cpu, share)
        yield Bar(f"{name}, CPU", ours[name].cpu, seconds, " s")
    yield Bar("peak memory of any build", max(one.memory for one in ours.values()) / 1e9, 1.0, " GB")
    for items, found in weights.items():
        yield Bar(f"feeds of {items:,} items, of the pages' bytes of HTML", found["feeds"] / found["pages"], 1.0)
    yield Bar("CPU of ten times the items, all", full.cpu / smaller.cpu, _GROWTH)
    for phase, cpu in full.phases.items():
        if cpu >= _WORTH:
            yield Bar(f"CPU of ten times the items, {phase}", cpu / max(smaller.phases[phase], 0.01), _GROWTH)
