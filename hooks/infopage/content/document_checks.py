"""Checks the number, dates and term of office of an official document against its issuer and kind."""

from collections.abc import Iterator

from infopage.content.diagnostics import Diagnostic
from infopage.content.model import OfficialDocument
from infopage.content.registries import Registries
from infopage.content.registry_entries import DocumentKind, Issuer
from infopage.content.texts import Text
from infopage.language.dates import format_date


def check_document(text: Text, document: OfficialDocument, lists: Registries) -> Iterator[Diagnostic]:
    """Yield the faults in a document's number, dates and term of office that the registries show."""
    for id in document.issuers:
        yield from _at_work(text, document, lists.issuers[id])
    issuer = lists.issuers[document.issuer]
    day = document.issued
    if issuer.run == "nhiem-ky" and document.term is None:
        message = f"thiếu khóa “nhiem_ky”, vì {issuer.short_name} đánh số văn bản theo nhiệm kỳ; hãy thêm như 2025-2030"
        yield Diagnostic(text.path, text.page.header.line, "thieu-khoa", message)
    term = lists.terms[document.term] if document.term else None
    if term and (document.issued.latest < term.since or document.issued.earliest > term.until):
        span = f"từ {format_date(term.since)} đến {format_date(term.until)}"
        message = f"ngày ban hành {day} nằm ngoài {term.name} ({span}); hãy xem lại"
        yield Diagnostic(text.path, text.line_of("nhiem_ky"), "nhiem-ky", message)
    if document.ceased and document.ceased < document.starts:
        message = f"{format_date(document.ceased)} trước ngày văn bản có hiệu lực; hãy xem lại hai ngày này"
        yield Diagnostic(text.path, text.line_of("ngay_het_hieu_luc"), "ngay-het-hieu-luc", message)
    yield from _number(text, document, lists.kinds[document.kind])


def _at_work(text: Text, document: OfficialDocument, issuer: Issuer) -> Iterator[Diagnostic]:
    """Yield a fault if the ``issuer`` issued a document before it was founded or after it was dissolved."""
    day = document.issued
    if issuer.since and day.latest < issuer.since:
        message = (
            f"ngày ban hành {day} trước khi {issuer.short_name} thành lập ({format_date(issuer.since)}); hãy xem lại"
        )
        yield Diagnostic(text.path, text.line_of("ngay_ban_hanh"), "doi-co-quan", message)
    if issuer.until and day.earliest > issuer.until:
        until = format_date(issuer.until)
        message = f"ngày ban hành {day} sau khi {issuer.short_name} kết thúc hoạt động ({until}); hãy xem lại"
        yield Diagnostic(text.path, text.line_of("ngay_ban_hanh"), "doi-co-quan", message)


def _number(text: Text, document: OfficialDocument, kind: DocumentKind) -> Iterator[Diagnostic]:
    symbol = document.symbol
    if symbol is None:
        if not kind.may_lack_number:
            message = (
                f"văn bản loại {kind.name} phải có số, ký hiệu; nếu loại này có văn bản không đánh số thì thêm "
                f"“khong_so: co” vào mục {kind.id} của data/loai-van-ban.yml"
            )
            yield Diagnostic(text.path, text.line_of("so_ky_hieu"), "so-ky-hieu", message)
        return
    printed, slash, _ = symbol.suffix.partition("/")
    is_coded = symbol.party and slash and not printed.isdigit() and kind.abbreviation
    if is_coded and not symbol.is_joint and printed != kind.abbreviation:
        message = f"ký hiệu “{symbol}” không phải của loại {kind.name} ({kind.abbreviation}); hãy xem lại khóa loai"
        yield Diagnostic(text.path, text.line_of("loai"), "loai", message)
