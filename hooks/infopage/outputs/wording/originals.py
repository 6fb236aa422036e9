"""Says of a document's text what it is: a copy for looking up, while the signed one counts."""

from infopage.content.catalogue import Catalogue
from infopage.content.designations import issuer_names
from infopage.content.model import OfficialDocument


def about_original(document: OfficialDocument, catalogue: Catalogue) -> str:
    """Return what a text of this site is beside the document's original, and whose original counts."""
    who = issuer_names(document, catalogue.registries)
    return f"Bản này để tra cứu. Bản gốc do {who} ký, ban hành; có chỗ khác nhau thì theo bản gốc."
