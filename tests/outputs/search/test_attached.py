"""The text of attached files follows the files from build to build, and scans are named on the item's page."""

from pathlib import Path

from infopage.outputs.pages.items import item_page
from infopage.outputs.search.attached import AttachedPart
from tests.files.test_shown_text import pdf
from tests.outputs.search.values import catalogue_of, outlined
from tests.outputs.values import SETTINGS

RESOLUTION = "van-ban/tinh-uy/2025-2030/05-nq-tu"
ITEM = "nq-05-tu-2026"


def read(project: Path, *pages: str) -> tuple[str, tuple[AttachedPart, ...], bool]:
    """Return three values for a project whose resolution has a PDF with these ``pages`` attached.

    They are the fingerprint of the resolution in the index, its attached parts, and whether its page names a scan.
    """
    (project / f"docs/{RESOLUTION}.pdf").write_bytes(pdf(*pages))
    catalogue = catalogue_of(project)
    outline = next(one for one in outlined(catalogue) if one.address == f"{RESOLUTION}/")
    (file,) = item_page(catalogue.public[ITEM].item, catalogue, SETTINGS).view.files
    return outline.signature, outline.read().attached, file.is_scan


def test_a_changed_file_is_read_again_and_a_file_of_scans_is_said_to_be_one(small: Path) -> None:
    first, parts, is_scan = read(small, "Mot hai ba", "Bon nam sau")
    assert [(part.title, part.text) for part in parts] == [
        ("trong tệp 05-nq-tu.pdf, trang 1", "Mot hai ba"),
        ("trong tệp 05-nq-tu.pdf, trang 2", "Bon nam sau"),
    ]
    assert not is_scan
    changed, _, is_partly_scan = read(small, "Mot hai ba", "")
    assert changed != first
    assert not is_partly_scan
    assert read(small, "", "")[1:] == ((), True)
