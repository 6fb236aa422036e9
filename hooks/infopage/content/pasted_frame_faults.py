"""Warns of letterheads and signatures pasted into a document's text; says which front-matter keys print them."""

import re
from collections.abc import Iterator

from infopage.content.diagnostics import Diagnostic, warning
from infopage.content.letterhead_cells import BLANK, Lines
from infopage.content.model import OfficialDocument
from infopage.content.pasted_frame import frames_in
from infopage.content.pasted_part import PastedFrame, plain
from infopage.content.registries import Registries
from infopage.content.texts import Text

RULE = "the-thuc-trong-bai"
_GLUED = re.compile(r"(?:CỘNG HÒA XÃ HỘI CHỦ NGHĨA|CỘNG HOÀ XÃ HỘI CHỦ NGHĨA|ĐẢNG CỘNG SẢN) VIỆT NAM.{0,200}?\bngày \d")


def check_pasted_frame(lines: Lines, text: Text, document: OfficialDocument, lists: Registries) -> Iterator[Diagnostic]:
    """Yield a warning for each letterhead or signature pasted into a document's text, naming the keys that print it.

    ``lines`` are the lines of the text that have words.
    """
    found = list(frames_in(lines, text, document, lists))
    for frame in found:
        yield warning(text.path, frame.first, RULE, _message(frame))
    at, first = lines[0] if lines else (0, "")
    if any(frame.first <= at <= frame.last for frame in found):
        return
    if "VIỆT NAM" in first and _GLUED.search(first):
        message = (
            "đầu văn bản (quốc hiệu, cơ quan, số, ngày) dính vào lời văn ở dòng này nên in ra hai lần; hãy xóa phần ấy"
        )
        yield warning(text.path, at, RULE, message)
    elif _has_title([line for _, line in lines[:2]], lists.kinds[document.kind].name, document.abstract):
        message = "tên loại và trích yếu ở đây được in từ các khóa loai, trich_yeu nên in ra hai lần; hãy xóa phần ấy"
        yield warning(text.path, at, RULE, message)


def _has_title(lines: list[str], kind: str, abstract: str) -> bool:
    """Tell whether a text begins with the kind of the document in capitals, and its abstract.

    ``lines`` are the first lines of the text.
    """
    if not lines or not lines[0].lstrip(BLANK).startswith(kind.upper()):
        return False
    title = " ".join(lines) if plain(lines[0]) == plain(kind) else lines[0]
    return plain(abstract) in plain(title)


def _message(frame: PastedFrame) -> str:
    where = f"dòng {frame.first}" if frame.first == frame.last else f"dòng {frame.first} đến {frame.last}"
    fix = "hoặc chạy scripts/infopage check --fix"
    if not frame.is_end:
        keys = "so_ky_hieu, co_quan, ngay_ban_hanh, trich_yeu"
        what = f"đầu văn bản ({where}) được in từ các khóa {keys} nên in ra hai lần"
        if frame.place:
            what += f"; địa danh “{frame.place}” không có ở khóa dia_danh của cơ quan trong data/co-quan.yml"
        fill = f"hãy ghi “duoi_ten_loai: {frame.under_kind}” rồi xóa" if frame.under_kind else "hãy xóa"
        return f"{what}; {fill} khỏi bài, {fix}" if frame.is_said else f"{what}; hãy so các khóa ấy rồi xóa khỏi bài"
    missing = [key for key, values in (("noi_nhan", frame.recipients), ("nguoi_ky", frame.signers)) if values]
    what = f"nơi nhận, chỗ ký ({where}) được in từ các khóa noi_nhan, nguoi_ky"
    if frame.lacks_power:
        also = " và noi_nhan" if frame.recipients else ""
        return f"{what}; hãy ghi đủ chuc_vu, thay_mat của nguoi_ky{also} như trong bài rồi xóa khỏi bài, {fix}"
    fill = f"hãy ghi vào {' và '.join(missing)} rồi xóa khỏi bài" if missing else "hãy xóa khỏi bài"
    return f"{what}; {fill}, {fix}" if frame.is_said else f"{what}; hãy so các khóa ấy rồi xóa khỏi bài"
