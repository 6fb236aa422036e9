"""The keys of an event, besides those of every item: when, where and how it takes place."""

from dataclasses import dataclass

from infopage.content.field_types.addresses import Attachment, FilePath
from infopage.content.field_types.choices import Choice
from infopage.content.field_types.dates import Time
from infopage.content.field_types.plain import Line
from infopage.content.field_types.references import ItemReference, Reference
from infopage.content.fields import ListOf
from infopage.content.model_parts import ProgrammePart
from infopage.content.schema import RecordOf, key
from infopage.language.dates import Moment

EVENT_FORMS = {"truc-tiep": "Trực tiếp", "truc-tuyen": "Trực tuyến", "ket-hop": "Trực tiếp kết hợp trực tuyến"}


@dataclass(frozen=True, kw_only=True)
class Scheduled:
    """A base class of items about something that takes place at a certain time."""

    start: Moment = key("bat_dau", Time(), "lúc bắt đầu")
    end: Moment = key("ket_thuc", Time(), "lúc kết thúc")
    form: str = key("hinh_thuc", Choice(EVENT_FORMS), "hình thức tổ chức")
    place: str = key("dia_diem", Line("Hội trường Tỉnh ủy", 300), "nơi tổ chức hoặc điểm cầu chính")
    connection_points: tuple[str, ...] = key(
        "diem_cau", ListOf(Line("Điểm cầu xã Đông Minh", 200)), "các điểm cầu", default=()
    )
    programme: tuple[ProgrammePart, ...] = key(
        "chuong_trinh", ListOf(RecordOf(ProgrammePart)), "chương trình", default=()
    )
    documents: tuple[Reference, ...] = key(
        "van_ban", ListOf(ItemReference()), "văn bản và tài liệu của hội nghị", default=()
    )
    files: tuple[FilePath, ...] = key("tep", ListOf(Attachment()), "tệp tài liệu công khai", default=())
