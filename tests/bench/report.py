"""Shows the bench's figures as a plain table, a Markdown table and a picture; the same figures give the same bytes."""

from collections.abc import Iterator, Mapping
from html import escape

from tests.bench.measuring import Figures
from tests.bench.scenarios import FULL

Rows = Mapping[str, Figures]
_OURS = "this project"
_LEFT, _WIDTH, _STEP, _TOP, _BAR = 260, 360, 26, 64, 16
_STYLE = (
    "text{font:13px system-ui,sans-serif;fill:#1f2328}.head{font-weight:600}.peer{fill:#6e7781}.ours{fill:#b42318}"
    "@media(prefers-color-scheme:dark){text{fill:#e6edf3}.peer{fill:#9198a1}.ours{fill:#ff8a7a}}"
)


def cells(peers: Rows, ours: Rows) -> Iterator[tuple[str, ...]]:
    """Yield the table's rows: build, CPU and wall-clock seconds, peak memory, and ratios of CPU seconds.

    The ratios are to our full build and to the build of each peer (another site generator).
    """
    full = ours[FULL].cpu
    yield ("build", "CPU s", "wall s", "peak MB", "of full", *(f"of {name}" for name in peers))
    for name, one in {**peers, **{_named(name): figures for name, figures in ours.items()}}.items():
        ratios = (one.cpu / base for base in (full, *(peer.cpu for peer in peers.values())))
        yield (
            name,
            f"{one.cpu:.1f}",
            f"{one.wall:.1f}",
            f"{one.memory / 1e6:.0f}",
            *(f"{ratio:.3f}" for ratio in ratios),
        )


def plain(peers: Rows, ours: Rows) -> str:
    """Return the table of builds by other generators and by us, with their costs, as plain text for a terminal."""
    rows = list(cells(peers, ours))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if at else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )


def markdown(peers: Rows, ours: Rows, about: str) -> str:
    """Return the table of builds and their costs in Markdown, below the text ``about``."""
    head, *rows = cells(peers, ours)
    lines = [head, ("---", *("---:" for _ in head[1:])), *rows]
    return f"{about}\n\n" + "".join(f"| {' | '.join(row)} |\n" for row in lines)


def picture(peers: Rows, ours: Rows, about: str) -> str:
    """Return the CPU seconds as an SVG bar chart, for light and dark pages; ``about`` is the text above the bars."""
    rows = [(name, one.cpu, "peer") for name, one in peers.items()]
    rows += [(_named(name), one.cpu, "ours") for name, one in ours.items()]
    most = max(cpu for _, cpu, _ in rows)
    height = _TOP + _STEP * len(rows) + 10
    told = "; ".join(f"{name}: {cpu:.1f} s" for name, cpu, _ in rows)
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_LEFT + _WIDTH + 80} {height}" role="img" '
        f'aria-labelledby="title desc">',
        f'<title id="title">CPU seconds of each build</title><desc id="desc">{escape(told)}</desc>',
        f"<style>{_STYLE}</style>",
        '<text class="head" x="10" y="24">CPU seconds of each build</text>',
        f'<text x="10" y="46">{escape(about)}</text>',
    ]
    for at, (name, cpu, kind) in enumerate(rows):
        y = _TOP + _STEP * at
        width = max(1, round(cpu / most * _WIDTH))
        drawn += [
            f'<text x="{_LEFT - 8}" y="{y + 13}" text-anchor="end">{escape(name)}</text>',
            f'<rect class="{kind}" x="{_LEFT}" y="{y}" width="{width}" height="{_BAR}" rx="2"/>',
            f'<text x="{_LEFT + width + 6}" y="{y + 13}">{cpu:.1f}</text>',
        ]
    return "\n".join((*drawn, "</svg>", ""))


def _named(scenario: str) -> str:
    return f"{_OURS}: {scenario}"
