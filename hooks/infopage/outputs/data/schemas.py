"""The JSON Schemas (draft 2020-12) that are published with the open data."""

from infopage.outputs.data.collection_fields import COLLECTION
from infopage.outputs.data.drafts import CONSULTATION
from infopage.outputs.data.fields import ABOUT, DOCUMENT, ISSUER, NODE, OUTSIDE, TEXT, WITHDRAWN
from infopage.outputs.data.json_schema import DRAFT, Schema, array, closed
from infopage.outputs.data.questions import QUESTION
from infopage.outputs.wording.encoding import absolute
from infopage.outputs.wording.frame import Settings

FOLDER = "du-lieu/schema/"
DOCUMENT_SCHEMA, CATALOGUE_SCHEMA, ISSUERS_SCHEMA = "van-ban.json", "danh-muc.json", "co-quan.json"
OUTSIDE_SCHEMA, QUESTIONS_SCHEMA, COLLECTIONS_SCHEMA = "van-ban-ngoai.json", "hoi-dap.json", "chuyen-trang.json"
DRAFTS_SCHEMA = "lay-y-kien.json"

_TODAY: Schema = {
    "tinh_den": {
        "description": "Ngày mà tình trạng được tính đến, giờ Hà Nội",
        "type": "string",
        "pattern": r"^\d{4}-\d{2}-\d{2}$",
    }
}


def schemas(settings: Settings) -> dict[str, Schema]:
    """Return the schemas by file name. The ``$id`` of each is its address, and none refers to another schema."""
    found = {
        DOCUMENT_SCHEMA: ("Một văn bản", {**ABOUT, **DOCUMENT, **TEXT}, {"dieu_khoan": NODE}),
        CATALOGUE_SCHEMA: (
            "Danh mục văn bản",
            {
                **ABOUT,
                **_TODAY,
                "van_ban": array("Các văn bản, xếp theo mã", {"$ref": "#/$defs/van_ban"}),
                "da_thu_hoi": array("Các văn bản đã bị thu hồi, mới nhất trước", WITHDRAWN),
            },
            {"van_ban": closed(DOCUMENT)},
        ),
        ISSUERS_SCHEMA: (
            "Các cơ quan ban hành và lịch sử của từng cơ quan",
            {**ABOUT, "co_quan": array("Các cơ quan, xếp theo mã", {"$ref": "#/$defs/co_quan"})},
            {"co_quan": closed(ISSUER)},
        ),
        OUTSIDE_SCHEMA: (
            "Các văn bản không có trên trang mà trang nhắc tới",
            {**ABOUT, "van_ban_ngoai": array("Các văn bản, xếp theo mã", {"$ref": "#/$defs/van_ban_ngoai"})},
            {"van_ban_ngoai": closed(OUTSIDE)},
        ),
        QUESTIONS_SCHEMA: (
            "Câu hỏi của bạn đọc và lời trả lời",
            {**ABOUT, "hoi_dap": array("Các câu hỏi, xếp theo mã", {"$ref": "#/$defs/hoi_dap"})},
            {"hoi_dap": closed(QUESTION)},
        ),
        COLLECTIONS_SCHEMA: (
            "Các chuyên trang",
            {**ABOUT, "chuyen_trang": array("Các chuyên trang, xếp theo mã", {"$ref": "#/$defs/chuyen_trang"})},
            {"chuyen_trang": closed(COLLECTION)},
        ),
        DRAFTS_SCHEMA: (
            "Dự thảo lấy ý kiến và kết quả",
            {**ABOUT, **_TODAY, "lay_y_kien": array("Các dự thảo, xếp theo mã", {"$ref": "#/$defs/lay_y_kien"})},
            {"lay_y_kien": closed(CONSULTATION)},
        ),
    }
    return {
        name: {
            "$schema": DRAFT,
            "$id": schema_address(name, settings),
            "title": title,
            **closed({"$schema": {"const": schema_address(name, settings)}, **properties}),
            "$defs": parts,
        }
        for name, (title, properties, parts) in found.items()
    }


def schema_address(name: str, settings: Settings) -> str:
    """Return the absolute address of a schema, which is the value of ``$schema`` in the data files."""
    return absolute(FOLDER + name, settings)
