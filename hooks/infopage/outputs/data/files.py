"""The files of the open data: JSON, text and Akoma Ntoso for each document, the catalogue, the issuing bodies."""

from collections.abc import Iterable
from datetime import date

from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.content.effects.dated import DatedTexts
from infopage.content.model import OfficialDocument
from infopage.outputs.data.akn import akn_file, akn_version
from infopage.outputs.data.collections import collection_records
from infopage.outputs.data.drafts import draft_records
from infopage.outputs.data.issuers import issuer_records
from infopage.outputs.data.names import AKN_NAME, JSON_NAME, TEXT_NAME
from infopage.outputs.data.outside import outside_records
from infopage.outputs.data.plain_text import text_file
from infopage.outputs.data.provision_nodes import text_as_of, text_of
from infopage.outputs.data.questions import question_records
from infopage.outputs.data.records import JsonObject
from infopage.outputs.data.schemas import (
    CATALOGUE_SCHEMA,
    COLLECTIONS_SCHEMA,
    DOCUMENT_SCHEMA,
    DRAFTS_SCHEMA,
    FOLDER,
    ISSUERS_SCHEMA,
    OUTSIDE_SCHEMA,
    QUESTIONS_SCHEMA,
    schema_address,
    schemas,
)
from infopage.outputs.data.withdrawn import withdrawn_records
from infopage.outputs.views.links import TypedLink
from infopage.outputs.wording.effects import version_address
from infopage.outputs.wording.encoding import MEDIA_TYPES, absolute, json_file, json_text
from infopage.outputs.wording.frame import Settings

CATALOGUE_JSON, CATALOGUE_CSV, ISSUERS_JSON = "du-lieu/danh-muc.json", "du-lieu/danh-muc.csv", "du-lieu/co-quan.json"
OUTSIDE_JSON, QUESTIONS_JSON = "du-lieu/van-ban-ngoai.json", "du-lieu/hoi-dap.json"
COLLECTIONS_JSON = "du-lieu/chuyen-trang.json"
DRAFTS_JSON = "du-lieu/lay-y-kien.json"
PAGE = "du-lieu.md"
"""The Markdown file of the page that explains the open data; a site need not have it."""


def data_links(document: OfficialDocument) -> tuple[TypedLink, ...]:
    """Return the links to a document's own data files: JSON, plain text and Akoma Ntoso."""
    address = address_of(document.path)
    return (
        TypedLink("JSON", address + JSON_NAME, MEDIA_TYPES["json"]),
        TypedLink("văn bản thuần", address + TEXT_NAME, MEDIA_TYPES["txt"]),
        TypedLink("Akoma Ntoso", address + AKN_NAME, MEDIA_TYPES["akn"]),
    )


def version_links(document: OfficialDocument, day: date) -> tuple[TypedLink, ...]:
    """Return the links to the data files with a document's text as of a day: JSON and Akoma Ntoso."""
    address = version_address(document, day)
    return (
        TypedLink("JSON", address + JSON_NAME, MEDIA_TYPES["json"]),
        TypedLink("Akoma Ntoso", address + AKN_NAME, MEDIA_TYPES["akn"]),
    )


def downloads() -> tuple[TypedLink, ...]:
    """Return the links to the data files that cover all documents, and to the schemas."""
    json, csv = MEDIA_TYPES["json"], MEDIA_TYPES["csv"]
    return (
        TypedLink("Danh mục văn bản (JSON)", CATALOGUE_JSON, json),
        TypedLink("Danh mục văn bản (CSV, mở bằng phần mềm bảng tính)", CATALOGUE_CSV, csv),
        TypedLink("Các cơ quan ban hành và lịch sử (JSON)", ISSUERS_JSON, json),
        TypedLink("Các văn bản không có trên trang mà trang nhắc tới (JSON)", OUTSIDE_JSON, json),
        TypedLink("Câu hỏi của bạn đọc và lời trả lời (JSON)", QUESTIONS_JSON, json),
        TypedLink("Các chuyên trang và sách, với các mục theo thứ tự (JSON)", COLLECTIONS_JSON, json),
        TypedLink("Dự thảo lấy ý kiến và kết quả (JSON)", DRAFTS_JSON, json),
        TypedLink("JSON Schema của danh mục", FOLDER + CATALOGUE_SCHEMA, json),
        TypedLink("JSON Schema của một văn bản", FOLDER + DOCUMENT_SCHEMA, json),
        TypedLink("JSON Schema của danh sách cơ quan", FOLDER + ISSUERS_SCHEMA, json),
        TypedLink("JSON Schema của các văn bản không có trên trang", FOLDER + OUTSIDE_SCHEMA, json),
        TypedLink("JSON Schema của câu hỏi và lời trả lời", FOLDER + QUESTIONS_SCHEMA, json),
        TypedLink("JSON Schema của các chuyên trang", FOLDER + COLLECTIONS_SCHEMA, json),
        TypedLink("JSON Schema của dự thảo lấy ý kiến", FOLDER + DRAFTS_SCHEMA, json),
    )


def document_files(
    document: OfficialDocument, own: JsonObject, catalogue: Catalogue, settings: Settings
) -> dict[str, bytes]:
    """Return a document's own data files by path; ``own`` is the document's JSON object without its text."""
    address = address_of(document.path)
    text = text_of(catalogue.text(document).rendered, absolute(address, settings))
    return {
        address + JSON_NAME: json_file({**about(DOCUMENT_SCHEMA, catalogue, settings), **own, **text}),
        address + TEXT_NAME: text_file(document, catalogue, settings),
        address + AKN_NAME: akn_file(document, catalogue, settings),
    }


def version_files(
    document: OfficialDocument, own: JsonObject, texts: DatedTexts, catalogue: Catalogue, settings: Settings
) -> dict[str, bytes]:
    """Return by path the data files with a document's text as of each day on which it changes.

    ``own`` is the document's JSON object without its text, and ``texts`` are its texts by day.
    """
    files: dict[str, bytes] = {}
    for day, text in texts.from_day.items():
        address = version_address(document, day)
        said = text_as_of(day, text, absolute(address, settings))
        files[address + JSON_NAME] = json_file({**about(DOCUMENT_SCHEMA, catalogue, settings), **own, **said})
        files[address + AKN_NAME] = akn_version(document, day, text, catalogue, settings)
    return files


def catalogue_json(records: Iterable[str], catalogue: Catalogue, settings: Settings) -> bytes:
    """Return the JSON file with all documents; ``records`` are their JSON objects as texts, in the order of ids."""
    head = {**about(CATALOGUE_SCHEMA, catalogue, settings), "tinh_den": catalogue.today.isoformat()}
    withdrawn = json_text(withdrawn_records(catalogue))
    return f'{json_text(head)[:-1]},"van_ban":[{",".join(records)}],"da_thu_hoi":{withdrawn}}}\n'.encode()


def other_files(catalogue: Catalogue, settings: Settings) -> dict[str, bytes]:
    """Return by path the data files about everything except the documents on the site, and all schemas."""
    issuers = {**about(ISSUERS_SCHEMA, catalogue, settings), "co_quan": issuer_records(catalogue, settings)}
    files = {FOLDER + name: json_file(schema) for name, schema in schemas(settings).items()}
    outside = {**about(OUTSIDE_SCHEMA, catalogue, settings), "van_ban_ngoai": outside_records(catalogue, settings)}
    questions = {**about(QUESTIONS_SCHEMA, catalogue, settings), "hoi_dap": question_records(catalogue, settings)}
    collections = collection_records(catalogue, settings)
    drafts = {**about(DRAFTS_SCHEMA, catalogue, settings), "tinh_den": catalogue.today.isoformat()}
    drafts["lay_y_kien"] = draft_records(catalogue, settings)
    return {
        ISSUERS_JSON: json_file(issuers),
        OUTSIDE_JSON: json_file(outside),
        QUESTIONS_JSON: json_file(questions),
        COLLECTIONS_JSON: json_file({**about(COLLECTIONS_SCHEMA, catalogue, settings), "chuyen_trang": collections}),
        DRAFTS_JSON: json_file(drafts),
        **files,
    }


def about(schema: str, catalogue: Catalogue, settings: Settings) -> JsonObject:
    """Return the values that every data file has about itself, such as its source and terms of use.

    ``schema`` is the name of the file's JSON Schema.
    """
    identity = catalogue.registries.identity
    has_page = catalogue.has_page(PAGE)
    return {
        "$schema": schema_address(schema, settings),
        "nguon": f"{settings.name} – {identity.organisation}",
        "dieu_khoan_su_dung": absolute(address_of(PAGE), settings) if has_page else None,
        "trinh_dien": identity.demonstration,
    }
