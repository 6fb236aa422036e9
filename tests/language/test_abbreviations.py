"""Abbreviations are learnt where a text defines them, in each way in which official texts do."""

import pytest

from infopage.language.abbreviations import introduced


@pytest.mark.parametrize(
    "text",
    [
        "bảo hiểm y tế (BHYT)",
        "bảo hiểm y tế (sau đây gọi là BHYT)",
        "bảo hiểm y tế (sau đây gọi tắt là “BHYT”)",
        "bảo hiểm y tế (dưới đây gọi chung là BHYT)",
        "bảo hiểm y tế (viết tắt: BHYT)",
        "bảo hiểm y tế (tên viết tắt là BHYT)",
        "thẻ bảo hiểm y tế (thẻ BHYT)",
        "thẻ bảo hiểm y tế (sau đây gọi là thẻ BHYT)",
        "bảo hiểm y tế, viết tắt là BHYT, của người dân",
        "BHYT (bảo hiểm y tế)",
    ],
)
def test_a_definition_is_learnt(text: str) -> None:
    assert introduced(text) == {"BHYT": "bảo hiểm y tế"}


@pytest.mark.parametrize(
    "text",
    ["bảo hiểm y tế (TNHH)", "xe bảo hiểm y tế (thẻ BHYT)", "BHYT (mức đóng hằng năm)", "Quy định này (QĐ)", "(BHYT)"],
)
def test_other_brackets_define_nothing(text: str) -> None:
    assert introduced(text) == {}
