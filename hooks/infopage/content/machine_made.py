"""The label of texts that a machine made: readers and programs are told wherever the text or its card is shown."""

from dataclasses import dataclass

from infopage.content.field_types.plain import Flag
from infopage.content.schema import key

GENERATED = "do máy tạo ra (AI)"
"""The words added to the kind of a picture or text that a machine made, as in “Ảnh do máy tạo ra (AI)”."""


@dataclass(frozen=True, kw_only=True)
class MachineMade:
    """A base class of items whose text may be made by a machine. Official documents and events are not of this class.

    The text of a document is its issuer's, and an event is no creative work.
    """

    is_generated: bool = key(
        "ai", Flag(), "bài do máy viết ra, viết lại hay dịch (AI); trang ghi rõ ở bài và ở danh sách", default=False
    )


def is_machine_made(item: object) -> bool:
    """Tell whether an item is labelled as made by a machine."""
    return isinstance(item, MachineMade) and item.is_generated
