"""The sites of other bodies to which the site leads: those above the site's owner, beside it and below it."""

from dataclasses import dataclass

from infopage.content.field_types.addresses import WebAddress
from infopage.content.field_types.choices import Choice
from infopage.content.field_types.plain import Identifier, Line
from infopage.content.schema import key

STANDINGS = {"cap-tren": "Cấp trên", "cung-cap": "Cùng cấp", "cap-duoi": "Cấp dưới", "khac": "Cơ quan khác"}
"""Where a body stands, seen from the site's owner; in the order of the page."""


@dataclass(frozen=True, kw_only=True)
class LinkedBody:
    """A body with a site of its own."""

    id: str = key("ma", Identifier("cong-tinh"), "mã của mục")
    name: str = key("ten", Line("Cổng thông tin điện tử tỉnh Minh Họa", 200), "tên cơ quan hoặc trang")
    address: str = key("dia_chi", WebAddress(), "địa chỉ trang của cơ quan ấy")
    standing: str = key("quan_he", Choice(STANDINGS), "ở cấp nào so với đơn vị của trang")
    description: str = key("mo_ta", Line("Tin chỉ đạo, điều hành, dịch vụ công.", 300), "trang ấy có gì", default="")
