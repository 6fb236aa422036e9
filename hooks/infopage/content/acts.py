"""The effects that an amending document states in its front matter (``tac_dong``), in Akoma Ntoso's terms."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from infopage.content.field_types.choices import Choice
from infopage.content.field_types.dates import Day
from infopage.content.field_types.plain import Line, Number
from infopage.content.field_types.references import Anchor, ItemReference, Reference
from infopage.content.schema import key


class Action(StrEnum):
    """What an effect does to its target. The values must never change: front matter and open data use them."""

    SUBSTITUTION = "thay-loi"
    INSERTION = "them-sau"
    REPEAL = "bai-bo"
    SUSPENSION = "tam-ngung"
    RESUMPTION = "phuc-hoi"
    ANNULMENT = "huy-bo"
    CORRECTION = "dinh-chinh"
    PROLONGATION = "keo-dai"
    REPLACEMENT = "thay-the"
    """Another document replaces the one acted on.

    Editors write the key ``thay_the`` for it, never ``viec: thay-the``.
    """


ACTIONS = {
    Action.SUBSTITUTION: ("Sửa đổi", "Được sửa đổi bởi"),
    Action.INSERTION: ("Bổ sung", "Được bổ sung bởi"),
    Action.REPEAL: ("Bãi bỏ", "Bị bãi bỏ bởi"),
    Action.SUSPENSION: ("Tạm ngưng hiệu lực", "Bị tạm ngưng hiệu lực bởi"),
    Action.RESUMPTION: ("Khôi phục hiệu lực", "Được khôi phục hiệu lực bởi"),
    Action.ANNULMENT: ("Hủy bỏ", "Bị hủy bỏ bởi"),
    Action.CORRECTION: ("Đính chính", "Được đính chính bởi"),
    Action.PROLONGATION: ("Kéo dài hiệu lực", "Được kéo dài hiệu lực bởi"),
    Action.REPLACEMENT: ("Thay thế", "Được thay thế bởi"),
}
"""The Vietnamese names of each action: what the acting document does (``Sửa đổi``), and what is done to its target."""

OF_WORDS = frozenset((Action.SUBSTITUTION, Action.INSERTION, Action.CORRECTION))
"""The actions that put new words into the text of the document acted on."""

ENDING = frozenset((Action.REPEAL, Action.REPLACEMENT, Action.ANNULMENT))
"""The actions after which the document or provision acted on is no longer in force."""

_STATED = {one.value: name.lower() for one, (name, _) in ACTIONS.items() if one is not Action.REPLACEMENT}
_LONGEST = 500


@dataclass(frozen=True, kw_only=True)
class Effect:
    """An effect of a document on another document, or on one of its provisions."""

    target: Reference = key("vao", ItemReference(), "văn bản, hoặc chỗ trong văn bản, chịu tác động")
    action: Action = key("viec", Choice(_STATED), "việc tác động")
    source: str = key("theo", Anchor(), "điều khoản của chính văn bản này quy định việc ấy", default="")
    words: str = key("loi", Anchor(), "đoạn trong ngoặc kép có lời mới, khi khác cả điều khoản ở theo", default="")
    phrase: str = key("cum_tu", Line("xã, phường, thị trấn", _LONGEST), "cụm từ cũ, khi chỉ thay cụm từ", default="")
    new_phrase: str = key("thanh", Line("xã, phường", _LONGEST), "cụm từ mới; bỏ trống là bỏ cụm từ cũ", default="")
    times: int = key("so_lan", Number("1", "lần", most=1000), "số lần cụm từ cũ có ở chỗ ấy", default=1)
    since: date | None = key("tu", Day(), "ngày bắt đầu tác động, khi khác ngày có hiệu lực của văn bản", default=None)
    until: date | None = key("den", Day(), "ngày cuối cùng còn tác động, khi đã biết", default=None)

    def __post_init__(self) -> None:
        """Turn the action, which front matter gives as a string, into an :class:`Action`."""
        object.__setattr__(self, "action", Action(self.action))


RELATIONS = {
    "based_on": ("Căn cứ", "Là căn cứ của"),
    "implements": ("Cụ thể hóa", "Được cụ thể hóa bởi"),
    "amends": ("Sửa đổi, bổ sung", "Được sửa đổi, bổ sung bởi"),
    "replaces": ("Thay thế", "Được thay thế bởi"),
    "repeals": ("Bãi bỏ", "Bị bãi bỏ bởi"),
    "consolidates": ("Hợp nhất", "Được hợp nhất tại"),
}
"""The relations between documents: their names on the page of the declaring document and on that of the other one."""
