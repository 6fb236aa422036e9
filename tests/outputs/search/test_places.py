"""What the index lists of the provisions of documents."""

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from infopage.outputs.search import tuning
from infopage.outputs.search.places import files, listed
from infopage.outputs.theme.assets import ENGINE, PLACES, fingerprinted, joined
from tests.support import ROOT


def decoded(text: str) -> Iterator[tuple[str, str]]:
    """Yield the anchors and headings of ``listed``'s JSON, as the browser reads them."""
    before: list[str] = []
    heading = ""
    for at, part in enumerate(json.loads(text)):
        if at % 2:
            heading = part
            continue
        for code in part.split():
            rest = code.lstrip(".")
            before = [*before[: len(code) - len(rest)], *rest.split(".")]
            yield ".".join(before), heading
            heading = ""


PARTS = st.sampled_from(["dieu-1", "dieu-2", "I", "II", "1", "2", "a", "dd", "q", "phu-luc", "mau-01", "1~2"])


@given(st.lists(st.tuples(st.lists(PARTS, min_size=1, max_size=5), st.sampled_from(["", "Điều 5. Việc làm"]))))
def test_the_places_listed_are_read_back_whatever_they_are(found: list[tuple[list[str], str]]) -> None:
    given = [(".".join(parts), heading) for parts, heading in found]
    text = listed(given, 10_000)
    kept = [one for one in given if "q" not in one[0].split(".")[:-1]]
    assert list(decoded(text or '[""]')) == kept


def test_places_take_few_bytes_and_headings_share_what_there_is() -> None:
    law = [
        (anchor, f"Điều {n}. Việc làm thứ {n} của cơ quan" if anchor == f"dieu-{n}" else "")
        for n in range(1, 101)
        for anchor in (f"dieu-{n}", f"dieu-{n}.1", f"dieu-{n}.2", f"dieu-{n}.2.a")
    ]
    assert listed(law[:4], 1000) == '["","Điều 1. Việc làm thứ 1 của cơ quan","dieu-1 .1 .2 ..a"]'
    assert len(listed(law, 0)) < 10 * len(law)
    assert next(heading for _, heading in decoded(listed(law, 2000)) if heading) == "Điều 1. Việc làm …"
    assert not any(heading for _, heading in decoded(listed(law, 100)))


@given(st.lists(st.integers(0, 20_000), max_size=60))
def test_the_files_of_places_are_few_and_have_each_entry_once(lengths: list[int]) -> None:
    texts = [json.dumps(["x" * length]) if length else "" for length in lengths]
    found, firsts = files(texts)
    assert len(found) == len(firsts) <= tuning.PLACES_FILES
    rows = [row for first in firsts for row in json.loads(found[f"cho-{first}"])]
    assert rows == ([json.loads(text) if text else 0 for text in texts] if any(lengths) else [])
    assert all(len(found[f"cho-{first}"]) >= tuning.SMALLEST_PLACES for first, _ in pairwise(firsts))


def test_the_engine_names_the_file_of_its_places_by_content() -> None:
    scripts = joined(ROOT / "hooks" / "theme")
    assert f'"{Path(fingerprinted(PLACES, scripts[PLACES])).name}"'.encode() in scripts[ENGINE]
