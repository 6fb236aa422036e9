"""The drafts that are put to the people, and what became of the opinions, as open data."""

from typing import Final

from infopage.content.addresses import address_of
from infopage.content.attached import attached
from infopage.content.catalogue import Catalogue
from infopage.content.consulted import Opinion, Reception
from infopage.content.html_text import plain
from infopage.content.indexes import of_type
from infopage.content.model import Draft
from infopage.content.stages import Stage, stage_of
from infopage.outputs.data.fields import DAY, RELATIVE, named, said
from infopage.outputs.data.json_schema import Schema, array, boolean, group, maybe, string
from infopage.outputs.data.records import JsonObject, related
from infopage.outputs.wording.encoding import absolute, stamp
from infopage.outputs.wording.frame import Settings

_COUNT: Final[Schema] = {"type": "integer", "minimum": 0}

CONSULTATION: Final[Schema] = {
    "ma": string(said(Draft, "ma")),
    "dia_chi": string("Trang có dự thảo", format="uri"),
    "tieu_de": string(said(Draft, "tieu_de")),
    "tom_tat": string(said(Draft, "tom_tat")),
    "tinh_trang": string("Tình trạng vào lúc dựng trang", enum=[stage.value for stage in Stage]),
    "co_quan": array("Các cơ quan lấy ý kiến", named("Một cơ quan")),
    "can_cu": string(said(Draft, "can_cu")),
    "tu_ngay": string(said(Draft, "tu_ngay"), pattern=DAY),
    "han": string(said(Draft, "han"), pattern=DAY),
    "gui_ve": array(said(Draft, "gui_ve"), {"type": "string"}),
    "du_thao": string("Chữ của dự thảo hoặc của lời giới thiệu, không có định dạng"),
    "tep": array(said(Draft, "tep"), {"type": "string", "format": "uri"}),
    "van_ban": array(said(Draft, "van_ban"), RELATIVE),
    "ban_hanh": array(said(Draft, "ban_hanh"), RELATIVE),
    "ket_qua": maybe(
        group(
            "Đã nhận bao nhiêu ý kiến, tiếp thu thế nào; null khi chưa công bố",
            ngay=string(said(Reception, "ngay"), pattern=DAY),
            so_y_kien={"description": said(Reception, "so_y_kien"), **_COUNT},
            tong_hop=array(
                said(Reception, "tong_hop"),
                group(
                    "Các ý kiến về một việc",
                    noi_dung=string(said(Opinion, "noi_dung")),
                    so_y_kien=maybe({"description": said(Opinion, "so_y_kien"), **_COUNT}),
                    tiep_thu=string(said(Opinion, "tiep_thu")),
                ),
            ),
        )
    ),
    "chu_de": array("Chủ đề", named("Một chủ đề")),
    "ngay_dang": string("Ngày, giờ đăng"),
    "cap_nhat": string("Lần thay đổi gần nhất"),
    "minh_hoa": boolean(said(Draft, "minh_hoa")),
}
"""The schema of each property of the JSON object of a draft."""


def draft_records(catalogue: Catalogue, settings: Settings) -> list[JsonObject]:
    """Return the JSON objects of the current drafts, in the order of ids."""
    drafts = sorted(of_type(catalogue.current, Draft), key=lambda one: one.id)
    return [_record(draft, catalogue, settings) for draft in drafts]


def _record(draft: Draft, catalogue: Catalogue, settings: Settings) -> JsonObject:
    lists = catalogue.registries
    return {
        "ma": draft.id,
        "dia_chi": absolute(address_of(draft.path), settings),
        "tieu_de": draft.title,
        "tom_tat": draft.summary,
        "tinh_trang": stage_of(draft, catalogue).value,
        "co_quan": [{"ma": id, "ten": lists.issuers[id].name} for id in draft.bodies],
        "can_cu": draft.ground,
        "tu_ngay": draft.since.isoformat(),
        "han": draft.until.isoformat(),
        "gui_ve": list(draft.send_to),
        "du_thao": plain(catalogue.text(draft).rendered.html),
        "tep": [absolute(path, settings) for path in attached(draft)],
        "van_ban": related(draft.documents, catalogue, settings),
        "ban_hanh": related(draft.issued_as, catalogue, settings),
        "ket_qua": _reception(draft.reception) if draft.reception else None,
        "chu_de": [{"ma": id, "ten": lists.topics[id].name} for id in draft.topics],
        "ngay_dang": stamp(draft.published),
        "cap_nhat": stamp(draft.changed),
        "minh_hoa": draft.illustrative,
    }


def _reception(result: Reception) -> JsonObject:
    opinions = [{"noi_dung": one.content, "so_y_kien": one.count, "tiep_thu": one.use} for one in result.opinions]
    return {"ngay": result.on.isoformat(), "so_y_kien": result.count, "tong_hop": opinions}
