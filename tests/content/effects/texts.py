"""An official text, one that amends it, and modifications made from the two, for the tests of effects."""

from datetime import date
from typing import Any

from infopage.content.acts import Action
from infopage.content.effects.blocks import TextBlock, blocks_of
from infopage.content.effects.folding import Folded, Modification, text_on
from infopage.content.effects.new_words import new_words
from infopage.content.official import plain_text
from infopage.content.provisions.citation import citations
from infopage.content.provisions.lines import Provision, provisions

ISSUED = date(2026, 1, 10)
LATER = date(2027, 1, 1)

TEXT = """QUYẾT NGHỊ:
Điều 1. Mục tiêu
1. Đến năm 2030 có tám mươi phần trăm hồ sơ trực tuyến.
2. Siết chặt kỷ luật:
a) Không yêu cầu giấy tờ thừa;
b) Xin lỗi bằng văn bản.
Điều 2. Tổ chức thực hiện
1. Các xã, phường, thị trấn báo cáo hằng tháng với phường, xã bạn.
2. Văn phòng theo dõi.
Nơi nhận:
- Các chi bộ."""

AMENDING = """Điều 1. Sửa đổi
1. Sửa đổi khoản 2 Điều 1 như sau:
“2. Siết chặt kỷ luật, kỷ cương:
a) Không yêu cầu giấy tờ thừa, bản sao;
b) Xin lỗi bằng văn bản hoặc tin nhắn;
c) Công khai hằng tuần.”.
2. Bổ sung khoản 2a vào sau khoản 2 Điều 2 như sau:
“2a. Ban Tổ chức kiểm tra.”
3. Sửa đổi khoản 1 Điều 1 như sau: “Đến năm 2030 có chín mươi phần trăm hồ sơ trực tuyến.”
4. Sửa đổi điểm b khoản 2 Điều 1 như sau:
“Xin lỗi bằng văn bản, qua điện thoại.”
5. Bổ sung Điều 1a vào sau Điều 1 như sau:
“Điều 1a. Nguyên tắc
1. Công khai.
2. Minh bạch.”
6. Sửa đổi khoản 2 Điều 2 như sau:
"2. Văn phòng theo dõi, đôn đốc.
3. Ban Tổ chức giúp Văn phòng."; """


def read(text: str) -> list[Provision]:
    return provisions(enumerate(text.split("\n"), 1))


def blocks(text: str = TEXT) -> tuple[TextBlock, ...]:
    found = read(text)
    return blocks_of(plain_text(found, citations(found)).html, found)


def does(action: Action, anchor: str, place: str = "", **values: Any) -> Modification:
    """Return a modification: the provision at ``place`` of the amending text changes the one at ``anchor``."""
    given = {
        "document": "nq-12",
        "issued": ISSUED,
        "since": LATER,
        "words": new_words(place, blocks(AMENDING)),
    } | values
    return Modification(action=action, anchor=anchor, place=place, **given)


def on(day: date, *found: Modification) -> Folded:
    return text_on(day, blocks(), found)


def lines(folded: Folded, anchor: str = "") -> list[str]:
    """Return the lines of a text after its modifications; with ``anchor``, those whose anchors begin with it."""
    return [block.text for block in folded.blocks if block.anchor.startswith(anchor)]
