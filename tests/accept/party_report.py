"""Reports for each Party text how complete its page in the built site is, and which warnings ``check`` gave."""

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from infopage.content.addresses import address_of
from infopage.intake.plain_text import escape_line
from infopage.language.lookalikes import without_lookalikes
from tests.accept.item import RealText
from tests.accept.pages import first_loss, visible, visible_words, words


@dataclass(frozen=True)
class PartyReport:
    """The report on one text: words that its page lacks, number of provisions with an address, ``check``'s warnings."""

    path: str
    moved: int
    """The number of lines that ``check --fix`` removed from the text, because the page prints them from keys."""
    lost: list[str]
    places: int
    warnings: list[str]
    """The lines that ``check --fix`` printed about the file: warnings, and what it corrected."""

    def __str__(self) -> str:
        """Return a line of figures about the text, and below it a line for each lost word and each warning."""
        counts = f"{len(self.lost)} lost, {self.moved} lines printed from keys, {self.places} places"
        said = [f"{self.path}: {counts}, {sum('cảnh báo [' in one for one in self.warnings)} warnings"]
        return "\n  ".join([*said, *(f"lost “{one}”" for one in self.lost), *self.warnings])


def report(project: Path, text: RealText, checked: str) -> PartyReport:
    """Compare a Party text with its page in the built ``project``; ``checked`` is what ``check`` printed."""
    file = f"docs/{text.path}"
    # The original is corrected in the same way, because ``check --fix`` has corrected lookalike letters in the item.
    source = "\n".join(map(without_lookalikes, text.text.split("\n")))
    kept, moved = _parted(source, (project / file).read_text(encoding="utf-8").split("\n---\n", 1)[1])
    folder = project / "site" / address_of(text.path)
    page = (folder / "index.html").read_text(encoding="utf-8")
    loss = first_loss("\n".join(kept), visible(page))
    printed = visible_words(page)
    lost = [word for line in moved for word in words(line) if word not in printed]
    data = json.loads((folder / "van-ban.json").read_text(encoding="utf-8"))
    warnings = [line.removeprefix(f"{file}:") for line in checked.split("\n") if line.startswith(f"{file}:")]
    return PartyReport(text.path, len(moved), [*lost, *([loss] if loss else [])], _places(data["noi_dung"]), warnings)


def _parted(source: str, body: str) -> tuple[list[str], list[str]]:
    """Return (lines of the original text ``source`` that are in ``body``, lines that are not).

    ``body`` is the text of the item.
    """
    remaining = Counter(line for line in body.split("\n") if line)
    kept: list[str] = []
    moved: list[str] = []
    for line in source.splitlines():
        escaped = escape_line(line)
        if escaped:
            (kept if remaining[escaped] > 0 else moved).append(line)
            remaining[escaped] -= 1
    return kept, moved


def _places(nodes: list[dict[str, object]]) -> int:
    return sum(bool(node["neo"]) + _places(node["muc_con"]) for node in nodes)  # type: ignore[arg-type]
