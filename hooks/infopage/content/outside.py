"""Official documents that are not on this site, such as those of the Party's centre: how they are named."""

from dataclasses import dataclass
from datetime import date

from infopage.content.field_types.addresses import WebAddress
from infopage.content.field_types.choices import RegistryId
from infopage.content.field_types.dates import Day, DayOrYear
from infopage.content.field_types.plain import Flag, Identifier, Line
from infopage.content.field_types.references import SymbolText
from infopage.content.fields import ListOf
from infopage.content.model import ISSUERS, ISSUERS_HELP, OfficialDocument
from infopage.content.printed import Printed
from infopage.content.schema import key
from infopage.language.dates import IssueDate
from infopage.language.symbols import Symbol

FOLDER = "van-ban/ngoai-trang/"
"""The folder of the pages about documents not on this site, as an address relative to the site's root."""


@dataclass(frozen=True, kw_only=True)
class OutsideDocument(Printed):
    """An official document that is not on this site: the data printed on it, and where its text can be read.

    It has the same attributes as :class:`OfficialDocument` for everything by which a document is named, cited and
    related to others. Its ``id`` is used in references and links in the same way, so no item may have the same one.
    """

    id: str = key("ma", Identifier("nq-57-tw-2024"), "mã của văn bản, dùng trong quan hệ và liên kết; không đổi")
    kind: str = key("loai", RegistryId("loai-van-ban"), "loại văn bản")
    symbol: Symbol | None = key("so_ky_hieu", SymbolText(), "số và ký hiệu như in trên văn bản")
    issuers: tuple[str, ...] = key("co_quan", ISSUERS, ISSUERS_HELP)
    issued: IssueDate = key("ngay_ban_hanh", DayOrYear(), "ngày ban hành")
    abstract: str = key("trich_yeu", Line("về một số nhiệm vụ trọng tâm", 1000), "trích yếu nội dung")
    title: str = key("tieu_de", Line("Nhiệm vụ trọng tâm", 300), "tiêu đề gọn, khi trích yếu quá dài", default="")
    known_as: tuple[str, ...] = key(
        "ten_goi", ListOf(Line("Luật Đất đai", 200)), "tên khác mà các bài dùng để nhắc tới văn bản", default=()
    )
    address: str = key("dia_chi", WebAddress(), "địa chỉ nơi đọc được toàn văn, ở trang khác", default="")
    ceased: date | None = key("ngay_het_hieu_luc", Day(), "ngày hết hiệu lực, khi đã biết", default=None)
    illustrative: bool = key("minh_hoa", Flag(), "văn bản minh họa, không có thật", default=False)

    @property
    def path(self) -> str:
        """The path of a Markdown file that does not exist, from which the address of the document's page is made."""
        return f"{FOLDER}{self.id}.md"

    @property
    def term(self) -> None:
        """Always None: registered terms of office are the province's, and these documents are of other bodies."""


OUTSIDE_MARK = "ngoài trang"
"""The words shown beside the name of a document that is not on this site."""

AnyDocument = OfficialDocument | OutsideDocument
"""A document that can be named, cited and referred to, whether it is on this site or not."""
