"""Captions in WebVTT: what is read of them, and what is reported, with its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infopage.files.captions import captions

GOOD = """WEBVTT - Bản tin

NOTE người viết phụ đề

mo-dau
00:01.000 --> 00:02.500 align:center
<v Người đọc>Xin chào <i>bà con</i> &lt;3

01:00:03.000 --> 01:00:04.000
- Câu một
- Câu hai
"""


def test_cues_are_read_with_times_names_and_marks_of_speakers() -> None:
    cues, faults = captions("\ufeff" + GOOD.replace("\n", "\r\n"))
    assert faults == []
    assert [(cue.line, cue.start, cue.end) for cue in cues] == [(6, 1.0, 2.5), (9, 3603.0, 3604.0)]
    assert [cue.text for cue in cues] == ["Xin chào bà con &lt;3", "- Câu một\n- Câu hai"]


BAD = {
    "1\n00:00:01,000 --> 00:00:02,000\nXin chào": (1, "SRT"),
    "00:01.000 --> 00:02.000\nXin chào": (1, "WEBVTT"),
    "": (1, "WEBVTT"),
    "WEBVTTX\n\n00:01.000 --> 00:02.000\na": (1, "WEBVTT"),
    "WEBVTT\n": (1, "chưa có dòng nào"),
    "WEBVTT\n\n00:01,000 --> 00:02,000\nXin chào": (3, "hãy viết 00:01.000 --> 00:02.000"),
    "WEBVTT\n\n00:01.000-->00:02.000\nXin chào": (3, "không phải giờ"),
    "WEBVTT\n\n00:99.000 --> 00:02.000\nXin chào": (3, "không phải giờ"),
    "WEBVTT\n\n00:05.000 --> 00:02.000\nXin chào": (3, "kết thúc trước khi bắt đầu"),
    "WEBVTT\n\n00:05.000 --> 00:06.000\na\n\n00:01.000 --> 00:02.000\nb": (6, "bắt đầu trước dòng ở trên"),
    "WEBVTT\n\n00:01.000 --> 00:02.000\n": (3, "chưa có lời"),
    "WEBVTT\n\n00:01.000 --> 00:02.000\n<script>alert(1)</script>": (4, "thẻ “<script>”"),
    "WEBVTT\n\n00:01.000 --> 00:02.000\n2 < 3": (4, "thẻ"),
    "WEBVTT\n\nSTYLE\n::cue { background: url(//x.example/a) }\n\n00:01.000 --> 00:02.000\na": (3, "STYLE"),
    "WEBVTT\n\nXin chào": (3, "không phải giờ"),
}


@pytest.mark.parametrize("text", BAD)
def test_a_fault_is_named_with_its_line(text: str) -> None:
    _, faults = captions(text)
    line, words = BAD[text]
    assert (faults[0].line, words in faults[0].message) == (line, True), faults


@given(st.text("WEBVT\n0123:.,-> <>/ab\ufeff", max_size=80))
def test_any_text_is_read_or_reported(text: str) -> None:
    cues, faults = captions(text)
    assert cues or faults
