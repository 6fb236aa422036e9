"""Columns: standing sections of the site under which news and study guides are published, such as a series."""

from dataclasses import dataclass

from infopage.content.field_types.choices import RegistryId
from infopage.content.field_types.plain import Flag, Identifier, Line
from infopage.content.schema import key


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column. Its place in the registry is its place on the home page and in the list of columns."""

    id: str = key("ma", Identifier("dan-van-kheo"), "mã của chuyên mục, dùng trong địa chỉ")
    name: str = key("ten", Line("Dân vận khéo", 80), "tên chuyên mục")
    description: str = key("mo_ta", Line("Những cách làm hay trong công tác dân vận.", 300), "lời giới thiệu")
    is_on_home: bool = key("trang_chu", Flag(), "chuyên mục có trên trang chủ; không ghi là có", default=True)
    has_feed: bool = key("nguon_tin", Flag(), "chuyên mục có nguồn tin riêng; không ghi là có", default=True)


@dataclass(frozen=True, kw_only=True)
class InColumn:
    """A base class of items that may be in a column."""

    column: str = key("chuyen_muc", RegistryId("chuyen-muc"), "chuyên mục của bài, nhiều nhất một", default="")


def column_of(item: object) -> str:
    """Return the id of an item's column; empty if it is in none."""
    return item.column if isinstance(item, InColumn) else ""
