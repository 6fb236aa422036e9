"""The line on a document's page about the original: what the page is, whose copy counts, and where it can be read."""

from infopage.content.attached import attached
from infopage.content.catalogue import Catalogue
from infopage.content.model import OfficialDocument
from infopage.outputs.views.items import Original
from infopage.outputs.views.links import Link
from infopage.outputs.wording.originals import about_original


def original(document: OfficialDocument, catalogue: Catalogue) -> Original:
    """Return what the page says of the original; a document's first attached file is its main one."""
    files, origin = tuple(attached(document)), document.origin
    file = Link(files[0].rpartition("/")[2], "#__tep-1") if files and document.files else None
    source = Link(origin.name, origin.address) if origin and origin.address else None
    return Original(about_original(document, catalogue), file, source)
