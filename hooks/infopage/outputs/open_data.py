"""The open data: a JSON and a text file for each document, the catalogue as JSON and CSV, the issuing bodies."""

from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.content.model import OfficialDocument
from infopage.outputs.catalogue_csv import csv_file
from infopage.outputs.data_issuers import issuer_records
from infopage.outputs.data_schemas import (
    CATALOGUE_SCHEMA,
    DOCUMENT_SCHEMA,
    FOLDER,
    ISSUERS_SCHEMA,
    schema_address,
    schemas,
)
from infopage.outputs.encoding import MEDIA_TYPES, absolute, json_file
from infopage.outputs.pages import Settings
from infopage.outputs.plain_text import text_file
from infopage.outputs.provision_nodes import text_of
from infopage.outputs.records import JSON_NAME, TEXT_NAME, Record, record
from infopage.outputs.views import FeedLink
from infopage.outputs.withdrawn_records import withdrawn_records

CATALOGUE_JSON, CATALOGUE_CSV, ISSUERS_JSON = "du-lieu/danh-muc.json", "du-lieu/danh-muc.csv", "du-lieu/co-quan.json"
PAGE = "du-lieu.md"
"""The standing page that explains the data, where the site has one."""


def data_links(document: OfficialDocument) -> tuple[FeedLink, ...]:
    """Return the links to a document's own files."""
    address = address_of(document.path)
    return (
        FeedLink("JSON", address + JSON_NAME, MEDIA_TYPES["json"]),
        FeedLink("văn bản thuần", address + TEXT_NAME, MEDIA_TYPES["txt"]),
    )


def downloads() -> tuple[FeedLink, ...]:
    """Return the links to what is published of all documents together, and the schemas."""
    json, csv = MEDIA_TYPES["json"], MEDIA_TYPES["csv"]
    return (
        FeedLink("Danh mục văn bản (JSON)", CATALOGUE_JSON, json),
        FeedLink("Danh mục văn bản (CSV, mở bằng phần mềm bảng tính)", CATALOGUE_CSV, csv),
        FeedLink("Các cơ quan ban hành và lịch sử (JSON)", ISSUERS_JSON, json),
        FeedLink("JSON Schema của danh mục", FOLDER + CATALOGUE_SCHEMA, json),
        FeedLink("JSON Schema của một văn bản", FOLDER + DOCUMENT_SCHEMA, json),
        FeedLink("JSON Schema của danh sách cơ quan", FOLDER + ISSUERS_SCHEMA, json),
    )


def data_files(catalogue: Catalogue, settings: Settings) -> dict[str, bytes]:
    """Return every file of data by its path."""
    records = {document.id: record(document, catalogue, settings) for document in catalogue.documents}
    files: dict[str, bytes] = {}
    for document in catalogue.documents:
        address = address_of(document.path)
        page = absolute(address, settings)
        text = text_of(catalogue.text(document).rendered, page)
        about = _about(DOCUMENT_SCHEMA, catalogue, settings)
        files[address + JSON_NAME] = json_file({**about, **records[document.id], **text})
        files[address + TEXT_NAME] = text_file(document, catalogue, settings)
    listed = [found for _, found in sorted(records.items())]
    today = {"tinh_den": catalogue.today.isoformat()}
    about = _about(CATALOGUE_SCHEMA, catalogue, settings)
    files[CATALOGUE_JSON] = json_file({**about, **today, "van_ban": listed, "da_thu_hoi": withdrawn_records(catalogue)})
    files[CATALOGUE_CSV] = csv_file(listed)
    about = _about(ISSUERS_SCHEMA, catalogue, settings)
    files[ISSUERS_JSON] = json_file({**about, "co_quan": issuer_records(catalogue, settings)})
    return files | {FOLDER + name: json_file(schema) for name, schema in schemas(settings).items()}


def _about(schema: str, catalogue: Catalogue, settings: Settings) -> Record:
    identity = catalogue.registries.identity
    has_page = any(page.path == PAGE for page in catalogue.pages)
    return {
        "$schema": schema_address(schema, settings),
        "nguon": f"{settings.name} – {identity.organisation}",
        "dieu_khoan_su_dung": absolute(address_of(PAGE), settings) if has_page else None,
        "trinh_dien": identity.demonstration,
    }
