"""A document number is never broken across lines, and nothing else in a page changes."""

import re

import pytest

from infopage.outputs.theme.words import whole_numbers


def found(html: str) -> list[str]:
    """Return the texts that get the class ``whole`` (no line break in them); assert that nothing else changes."""
    told = whole_numbers(html)
    assert re.sub(r'<span class="whole">([^<]*)</span>', r"\1", told) == html
    return re.findall(r'<span class="whole">([^<]*)</span>', told)


@pytest.mark.parametrize(
    "number",
    ["16-NQ/TU", "08-CTr/TU", "21-KH/ĐU", "145/KH-UBND", "31/NQ-HĐND", "03/2022/QH15", "13/2023/NĐ-CP", "05a-NQ/TU",
     "16–NQ/TU", "9/ƯB", "4114-QĐ/VPTW"],
)  # fmt: skip
def test_a_number_stays_whole_wherever_it_is_said(number: str) -> None:
    assert found(f"<p>Nghị quyết số {number}, ngày 05/8/2021 ({number}).</p>") == [number, number]
    assert found(f'<a href="../x/" title="{number}">Kế hoạch {number}</a>;{number}<br>') == [number, number]


@pytest.mark.parametrize(
    "text",
    ["12/10/2026", "3/4 số hộ", "24/7", "2025-2030", "TCVN 6909:2001", "và/hoặc", "https://a.vn/16-NQ/TU", "A4",
     "5-10 hộ", "x16-NQ/TU", "123456789012-ABCDEFGHIJKL/MNOPQ", "16-NQ-ABCDEFGHIJKLMNO/TU-VXY"],
)  # fmt: skip
def test_other_words_may_break(text: str) -> None:
    assert found(f"<p>{text}</p>") == []


def test_only_words_are_touched() -> None:
    for html in (
        "<head><title>16-NQ/TU</title><script>'16-NQ/TU'</script></head><body>x</body>",
        '<p title="a > 16-NQ/TU" data-x=\'"16-NQ/TU\'>x</p>',
        "<!-- 16-NQ/TU -->",
        '<span class="number">16-NQ/TU</span>',
        "<p>một < hai, 16",
    ):
        assert whole_numbers(html) == html
