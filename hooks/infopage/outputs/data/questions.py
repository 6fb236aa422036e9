"""The questions from readers and the answers to them, as open data."""

from typing import Final

from infopage.content.addresses import address_of
from infopage.content.asked import ASKERS
from infopage.content.catalogue import Catalogue
from infopage.content.html_text import plain
from infopage.content.indexes import of_type
from infopage.content.model import Question
from infopage.outputs.data.fields import DAY, RELATIVE, named, said
from infopage.outputs.data.json_schema import Schema, array, boolean, maybe, string
from infopage.outputs.data.records import JsonObject, related
from infopage.outputs.wording.encoding import absolute, stamp
from infopage.outputs.wording.frame import Settings

QUESTION: Final[Schema] = {
    "ma": string(said(Question, "ma")),
    "dia_chi": string("Trang có câu hỏi và lời trả lời", format="uri"),
    "tieu_de": string(said(Question, "tieu_de")),
    "cau_hoi": string("Lời hỏi"),
    "nguoi_hoi": string("Nhóm người hỏi; trang không nêu tên", enum=list(ASKERS)),
    "ngay_hoi": maybe(string(said(Question, "ngay_hoi"), pattern=DAY)),
    "co_quan": array("Các cơ quan trả lời", named("Một cơ quan")),
    "ngay_tra_loi": string(said(Question, "ngay_tra_loi"), pattern=DAY),
    "tra_loi_gon": string("Lời trả lời trong một, hai câu"),
    "tra_loi": string("Toàn văn lời trả lời, không có định dạng"),
    "van_ban": array(said(Question, "van_ban"), RELATIVE),
    "chu_de": array("Chủ đề", named("Một chủ đề")),
    "ngay_dang": string("Ngày, giờ đăng"),
    "cap_nhat": string("Lần thay đổi gần nhất"),
    "minh_hoa": boolean(said(Question, "minh_hoa")),
}
"""The schema of each property of the JSON object of a question."""


def question_records(catalogue: Catalogue, settings: Settings) -> list[JsonObject]:
    """Return the JSON objects of the current questions, in the order of ids."""
    questions = sorted(of_type(catalogue.current, Question), key=lambda one: one.id)
    return [_record(question, catalogue, settings) for question in questions]


def _record(question: Question, catalogue: Catalogue, settings: Settings) -> JsonObject:
    lists = catalogue.registries
    return {
        "ma": question.id,
        "dia_chi": absolute(address_of(question.path), settings),
        "tieu_de": question.title,
        "cau_hoi": question.question,
        "nguoi_hoi": question.asker,
        "ngay_hoi": question.asked_on.isoformat() if question.asked_on else None,
        "co_quan": [{"ma": id, "ten": lists.issuers[id].name} for id in question.bodies],
        "ngay_tra_loi": question.answered_on.isoformat(),
        "tra_loi_gon": question.summary,
        "tra_loi": plain(catalogue.text(question).rendered.html),
        "van_ban": related(question.documents, catalogue, settings),
        "chu_de": [{"ma": id, "ten": lists.topics[id].name} for id in question.topics],
        "ngay_dang": stamp(question.published),
        "cap_nhat": stamp(question.changed),
        "minh_hoa": question.illustrative,
    }
