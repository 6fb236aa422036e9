"""The JSON keys of collections in the open data, as JSON Schemas. The page about open data shows them as tables."""

from infopage.content.collecting import FORMS, Member, Part
from infopage.content.model import ITEM_TYPES, Collection
from infopage.outputs.data.fields import DAY, MOMENT, named, said
from infopage.outputs.data.json_schema import Schema, array, boolean, group, maybe, string

COLLECTION: Schema = {
    "ma": string(said(Collection, "ma")),
    "dia_chi": string("Trang của chuyên trang", format="uri"),
    "dia_chi_toan_van": string("Trang có toàn văn mọi mục, để đọc liền hoặc in", format="uri"),
    "dia_chi_epub": string("Sách điện tử có toàn văn mọi mục", format="uri"),
    "ten": string(said(Collection, "tieu_de")),
    "tom_tat": string(said(Collection, "tom_tat")),
    "kieu": string(said(Collection, "kieu"), enum=list(FORMS)),
    "chu_de": array(said(Collection, "chu_de"), named("Một chủ đề")),
    "phan": array(
        "Các phần theo thứ tự hiện ra; phần chưa có mục nào đã đăng thì không có ở đây",
        group(
            "Một phần",
            ten=maybe(string(said(Part, "ten"))),
            loi_dan=maybe(string(said(Part, "loi_dan"))),
            muc=array(
                said(Part, "muc"),
                group(
                    "Một mục",
                    ma=string("Mã của mục"),
                    loai=string("Loại mục", enum=[cls.section for cls in ITEM_TYPES]),
                    ten=string("Tiêu đề; của văn bản thì có tên loại, số và ký hiệu"),
                    dia_chi=string("Trang của mục", format="uri"),
                    tu=maybe(string(said(Member, "tu"), pattern=DAY)),
                ),
            ),
        ),
    ),
    "ngay_dang": string(said(Collection, "ngay_dang"), pattern=MOMENT),
    "cap_nhat": string("Lần thay đổi gần nhất mà người đọc thấy", pattern=MOMENT),
    "minh_hoa": boolean(said(Collection, "minh_hoa")),
}
"""The schema of each property of a collection's JSON object."""
