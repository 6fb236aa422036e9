"""The JSON keys of the open data as JSON Schema (draft 2020-12); the meaning of each key is defined only here.

The tables on the web page “Dữ liệu mở” (open data) are made from these schemas. If a value comes from the front matter,
its description is the help text of the front matter key.
"""

from typing import Any

from infopage.content.acts import RELATIONS, Action
from infopage.content.model import OfficialDocument
from infopage.content.model_parts import ChangeNote, Correction, Signer, Withdrawal
from infopage.content.outside import OutsideDocument
from infopage.content.registry_entries import BRANCHES, CHANGES, LEVELS, RUNS, Issuer, IssuerChange
from infopage.content.schema import keys
from infopage.content.validity import Force
from infopage.outputs.data.json_schema import Schema, array, boolean, group, maybe, string
from infopage.outputs.data.records import BACKWARD, FORWARD

DAY = r"^\d{4}-\d{2}-\d{2}$"
"""The pattern of a day in ISO form."""
MOMENT = r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}\+07:00)?$"
"""The pattern of a day or time in ISO form."""
_TEXT = {"type": "string"}


def said(cls: type[Any], key: str) -> str:
    """Return the help text of a key of front matter or of a registry, as a sentence."""
    help = keys(cls)[key][1].help
    return help[:1].upper() + help[1:]


def named(description: str) -> Schema:
    """Return the schema of an entry of a registry: its id and its name."""
    return group(description, ma=string("Mã trong danh mục của trang"), ten=string("Tên đầy đủ"))


def _issuing(description: str) -> Schema:
    return group(
        description,
        ma=string("Mã của cơ quan"),
        ten=string("Tên như in trên văn bản"),
        nay_la=array("Các cơ quan kế tục hiện nay; trống khi cơ quan vẫn như cũ", named("Một cơ quan")),
    )


def _signing(description: str) -> Schema:
    return group(
        description,
        ten=string(said(Signer, "ten")),
        chuc_vu=maybe(string(said(Signer, "chuc_vu"))),
        thay_mat=maybe(string(said(Signer, "thay_mat"))),
    )


RELATIVE = group(
    "Một văn bản có quan hệ",
    ma=string("Mã của văn bản kia"),
    ten=string("Tên loại, số và ký hiệu của văn bản kia, hoặc tên và ngày khi không có số"),
    dieu_khoan=maybe(string("Neo của điều khoản bị tác động; null khi là cả văn bản")),
    dia_chi=string("Địa chỉ của văn bản kia, hoặc của điều khoản trong đó", format="uri"),
    ngoai_trang=boolean("Đúng khi văn bản kia không có trên trang này; dia_chi là trang giới thiệu văn bản ấy"),
)
"""The schema of the JSON object of a related document, such as one that this document amends."""


def _document_key(key: str, schema: Schema) -> Schema:
    return {"description": said(OfficialDocument, key), **schema}


def _effect(other: str) -> Schema:
    """Return the schema of an effect; ``other`` says, in Vietnamese, which of the two documents the object names."""
    return group(
        "Một việc tác động",
        viec=string("Việc", enum=[action.value for action in Action if action is not Action.REPLACEMENT]),
        ma=string(f"Mã của văn bản {other}"),
        ten=string(f"Tên loại, số và ký hiệu của văn bản {other}"),
        dia_chi=string(f"Địa chỉ của chỗ {other}", format="uri"),
        dieu_khoan=maybe(string("Neo của điều khoản chịu tác động; null khi là cả văn bản")),
        theo=maybe(string("Neo của điều khoản tác động; null khi không ghi")),
        tu=string("Ngày bắt đầu", pattern=DAY),
        den=maybe(string("Ngày cuối cùng; null khi không có", pattern=DAY)),
    )


DOCUMENT: Schema = {
    "ma": _document_key("ma", _TEXT),
    "dia_chi": string("Địa chỉ vĩnh viễn của trang văn bản; thêm # và neo để dẫn một điều khoản", format="uri"),
    "dia_chi_json": string("Văn bản này dạng JSON, có cây điều khoản", format="uri"),
    "dia_chi_txt": string("Văn bản này dạng văn bản thuần", format="uri"),
    "dia_chi_akn": string("Văn bản này theo chuẩn Akoma Ntoso 3.0 (OASIS)", format="uri"),
    "dinh_danh_akn": string("Định danh theo quy ước đặt tên của Akoma Ntoso", pattern="^/akn/vn/act/"),
    "ten": string("Tên loại, số, ký hiệu và tiêu đề; tên và ngày khi văn bản không có số"),
    "loai": named("Loại văn bản"),
    "so_ky_hieu": maybe(string("Số và ký hiệu như in trên văn bản; null khi văn bản không có số")),
    "co_quan": _issuing("Cơ quan ban hành như in trên văn bản; của văn bản liên tịch là cơ quan chủ trì"),
    "cung_ban_hanh": array("Các cơ quan khác cùng ban hành văn bản liên tịch", _issuing("Một cơ quan")),
    "nhiem_ky": maybe(string("Mã nhiệm kỳ; null khi cơ quan đánh số theo năm")),
    "ngay_ban_hanh": string("Ngày ban hành, hoặc chỉ năm khi không biết ngày", pattern=r"^\d{4}(-\d{2}-\d{2})?$"),
    "ngay_hieu_luc": maybe(_document_key("ngay_hieu_luc", {"type": "string", "pattern": DAY})),
    "ngay_het_hieu_luc": maybe(_document_key("ngay_het_hieu_luc", {"type": "string", "pattern": DAY})),
    "trich_yeu": _document_key("trich_yeu", _TEXT),
    "duoi_ten_loai": maybe(string(said(OfficialDocument, "duoi_ten_loai"))),
    "ten_goi": array(said(OfficialDocument, "ten_goi"), _TEXT),
    "tom_tat": maybe(_document_key("tom_tat", _TEXT)),
    "nguoi_ky": maybe(_signing("Người ký; của văn bản nhiều người ký là người thứ nhất")),
    "cung_ky": array("Những người khác cùng ký, từ trái sang phải như in", _signing("Một người ký")),
    "hieu_luc": group(
        "Tình trạng hiệu lực vào lúc dựng trang",
        trang_thai=string("Tình trạng", enum=[force.value for force in Force]),
        dien_giai=string("Tình trạng bằng lời"),
        ngay=maybe(string("Ngày bắt đầu hoặc chấm dứt hiệu lực, khi tình trạng có ngày ấy", pattern=DAY)),
        boi=array("Mã các văn bản làm thay đổi hiệu lực", _TEXT),
    ),
    "chu_de": array("Chủ đề", named("Một chủ đề")),
    **{key: array(said(OfficialDocument, key), RELATIVE) for key in FORWARD.values()},
    **{
        key: array(f"Chiều ngược lại: {RELATIONS[of][1].lower()} các văn bản này", RELATIVE)
        for of, key in BACKWARD.items()
    },
    "tac_dong": array(said(OfficialDocument, "tac_dong"), _effect("chịu tác động")),
    "chiu_tac_dong": array("Việc các văn bản khác làm với từng điều khoản của văn bản này", _effect("tác động")),
    "cac_ban": array(
        "Những ngày nội dung văn bản thay đổi; mỗi ngày có một trang với bản tổng hợp để tra cứu",
        group(
            "Một bản",
            tu=string("Ngày bắt đầu có nội dung ấy", pattern=DAY),
            dia_chi=string("Địa chỉ của bản", format="uri"),
            dia_chi_json=string("Bản ấy dạng JSON, có cây điều khoản", format="uri"),
            dia_chi_akn=string("Bản ấy theo chuẩn Akoma Ntoso", format="uri"),
        ),
    ),
    "tep": array(
        said(OfficialDocument, "tep"),
        group(
            "Một tệp",
            dia_chi=string("Địa chỉ của tệp", format="uri"),
            dinh_dang=string("Kiểu nội dung (IANA)"),
            kich_thuoc={"description": "Kích thước, tính bằng byte", "type": "integer", "minimum": 0},
        ),
    ),
    "dinh_chinh": array(
        said(OfficialDocument, "dinh_chinh"),
        group(
            "Một chỗ đính chính",
            ngay=string(said(Correction, "ngay"), pattern=DAY),
            sai=maybe(string("Nội dung đã đăng sai; null khi nhắc lại sẽ lộ đời tư của người được nêu")),
            dung=string(said(Correction, "dung")),
            cua_nguon=boolean(said(Correction, "cua_nguon")),
        ),
    ),
    "ghi_chu_sua": array(
        said(OfficialDocument, "ghi_chu_sua"),
        group(
            "Một lần sửa",
            ngay=string("Ngày sửa", pattern=DAY),
            noi_dung=string(said(ChangeNote, "noi_dung")),
        ),
    ),
    "ngay_dang": string("Ngày đăng lên trang, giờ Hà Nội", pattern=MOMENT),
    "cap_nhat": string("Lần thay đổi gần nhất mà người đọc cần biết", pattern=MOMENT),
    "minh_hoa": boolean(said(OfficialDocument, "minh_hoa")),
}
"""The schema of each property of a document's JSON object."""

NODE = group(
    "Một dòng của văn bản, cùng các dòng thuộc về nó",
    nhan=string("Nhãn như trên văn bản: “I-”, “1.”, “a)”, “Điều 5.”; trống khi không có nhãn"),
    chu=string("Phần chữ sau nhãn, nguyên văn"),
    neo=maybe(string("Neo vĩnh viễn trong địa chỉ: II.1.a, dieu-5.2.dd", pattern="^[!-~]+$")),
    dia_chi=maybe(string("Địa chỉ vĩnh viễn của điều khoản", format="uri")),
    trich=boolean("Đúng khi dòng nằm trong đoạn trích của một văn bản khác, như phần được sửa đổi"),
    muc_con=array("Các dòng thuộc về dòng này", {"$ref": "#/$defs/dieu_khoan"}),
)
"""The schema of the JSON object of a provision (a numbered part of the text), with the provisions inside it."""

TEXT: Schema = {
    "tai_ngay": maybe(string("Ngày của bản tổng hợp này; null là văn bản như đã ban hành", pattern=DAY)),
    "noi_dung": array("Nội dung: cây điều khoản theo thứ tự trong văn bản", {"$ref": "#/$defs/dieu_khoan"}),
    "bang": array(
        "Các bảng trong văn bản",
        group(
            "Một bảng",
            neo=maybe(string("Neo của điều khoản ngay trước bảng")),
            hang=array("Các hàng, hàng đầu là tên cột", {"type": "array", "items": _TEXT}),
        ),
    ),
    "chu_thich": array(
        "Chú thích; trong câu chữ, số chú thích nằm giữa hai dấu ngoặc vuông",
        group("Một chú thích", so=string("Số hoặc ký hiệu của chú thích"), chu=string("Nội dung chú thích")),
    ),
}
"""The schemas of the keys that a document's own JSON file has in addition to those of ``DOCUMENT``."""

WITHDRAWN = group(
    "Một văn bản đã bị thu hồi",
    ma=maybe(string("Mã của văn bản; null khi phải giấu tên")),
    ten=string("Tên loại, số, ký hiệu và tiêu đề; chỉ là “Một mục đã bị thu hồi” khi phải giấu tên"),
    ngay=string(said(Withdrawal, "ngay"), pattern=DAY),
    ly_do=maybe(string("Lý do; null khi phải giấu tên")),
)
"""The schema of the JSON object of a withdrawn document."""

ABOUT: Schema = {
    "nguon": string("Tên trang và đơn vị công bố"),
    "dieu_khoan_su_dung": maybe(string("Trang nói về điều khoản sử dụng", format="uri")),
    "trinh_dien": boolean("Đúng khi đây là bản trình diễn, không phải trang có thật"),
}
"""The schemas of the keys in every data file that describe the file itself: source, terms of use."""

OUTSIDE: Schema = {
    "ma": string(said(OutsideDocument, "ma")),
    "dia_chi": string("Trang giới thiệu văn bản, có các văn bản trên trang này liên quan tới nó", format="uri"),
    "ten": string("Tên loại, số, ký hiệu và tiêu đề; tên và ngày khi văn bản không có số"),
    "loai": named("Loại văn bản"),
    "so_ky_hieu": maybe(string("Số và ký hiệu như in trên văn bản; null khi văn bản không có số")),
    "co_quan": array(said(OutsideDocument, "co_quan"), named("Một cơ quan")),
    "ngay_ban_hanh": string("Ngày ban hành, hoặc chỉ năm khi không biết ngày", pattern=r"^\d{4}(-\d{2}-\d{2})?$"),
    "ngay_het_hieu_luc": maybe(string(said(OutsideDocument, "ngay_het_hieu_luc"), pattern=DAY)),
    "trich_yeu": string(said(OutsideDocument, "trich_yeu")),
    "ten_goi": array(said(OutsideDocument, "ten_goi"), _TEXT),
    "dia_chi_goc": maybe(string(said(OutsideDocument, "dia_chi"), format="uri")),
    "minh_hoa": boolean(said(OutsideDocument, "minh_hoa")),
}
"""The schema of each property of the JSON object of a document that is not on this site."""

ISSUER: Schema = {
    "ma": string(said(Issuer, "ma")),
    "ten": string(said(Issuer, "ten")),
    "ten_ngan": string(said(Issuer, "ten_ngan")),
    "dia_chi": maybe(string("Trang của cơ quan: văn bản và lịch sử; chưa có văn bản thì không có", format="uri")),
    "cap": string(said(Issuer, "cap"), enum=list(LEVELS)),
    "khoi": string(said(Issuer, "khoi"), enum=list(BRANCHES)),
    "danh_so": string(said(Issuer, "danh_so"), enum=list(RUNS)),
    "tu": maybe(string(said(Issuer, "tu"), pattern=DAY)),
    "den": maybe(string(said(Issuer, "den"), pattern=DAY)),
    "truc_thuoc": array("Mã các cơ quan cấp trên trực tiếp", _TEXT),
    "su_kien": array(
        said(Issuer, "su_kien"),
        group(
            "Một sự kiện",
            loai=string(said(IssuerChange, "loai"), enum=list(CHANGES)),
            ngay=string(said(IssuerChange, "ngay"), pattern=DAY),
            thanh=array("Mã các cơ quan kế tục", _TEXT),
            van_ban=maybe(string(said(IssuerChange, "van_ban"))),
        ),
    ),
    "nay_la": array("Mã các cơ quan kế tục hiện nay, qua mọi lần thay đổi", _TEXT),
    "so_van_ban": {"description": "Số văn bản của cơ quan trên trang", "type": "integer", "minimum": 0},
}
"""The schema of each property of an issuing body's JSON object."""
