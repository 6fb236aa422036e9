"""The subpackages ("rooms") of each part depend only on those that README lists below them."""

import re
from graphlib import CycleError, TopologicalSorter

import pytest

from tests.rooms import arrows
from tests.support import ROOT

PACKAGE = ROOT / "hooks" / "infopage"
PARTS = ("content", "outputs", "release", "language", "files", "store")


def listed(part: str) -> list[str]:
    """Return the rooms (subpackages) of a part in the order of README's map, the lowest first."""
    return re.findall(
        rf"^\| `hooks/infopage/{part}/([a-z_]+)/` \|", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE
    )


@pytest.mark.parametrize("part", PARTS)
def test_no_arrows_go_in_a_circle(part: str) -> None:
    drawn = arrows(PACKAGE, part)
    assert drawn
    try:
        list(TopologicalSorter(drawn).static_order())
    except CycleError as error:
        pytest.fail(f"{part}: {' <- '.join(error.args[1])}")


@pytest.mark.parametrize("part", ["content", "outputs", "release"])
def test_the_map_lists_each_room_above_those_that_it_uses(part: str) -> None:
    rooms = listed(part)
    assert set(rooms) == {path.parent.name for path in (PACKAGE / part).glob("*/__init__.py")}
    turned = [
        f"{room} -> {used}"
        for room, below in arrows(PACKAGE, part).items()
        for used in below
        if room in rooms and used in rooms and rooms.index(used) > rooms.index(room)
    ]
    assert turned == []


def test_few_arrows_lead_from_room_to_room_of_the_outputs() -> None:
    drawn = arrows(PACKAGE, "outputs")
    assert len(drawn) >= 10
    assert sum(map(len, drawn.values())) <= 50


def test_no_module_is_long() -> None:
    long = {
        path.relative_to(PACKAGE).as_posix(): count
        for path in PACKAGE.rglob("*.py")
        if (count := len(path.read_text("utf-8").splitlines())) > 250
    }
    assert long == {}
