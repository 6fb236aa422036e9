"""Loads and checks all content that the editors wrote. The result is the catalogue, or the faults that prevent it."""

from datetime import datetime
from pathlib import Path

from infopage.content import library as library_module
from infopage.content.catalogue import Catalogue
from infopage.content.diagnostics import Diagnostic, has_errors
from infopage.content.first_published import FirstPublished, backdated
from infopage.content.lints.agreements import agreements_over
from infopage.content.lints.announced import check_announced
from infopage.content.lints.attachments import check_attachments, check_pictures
from infopage.content.lints.authors import check_authors
from infopage.content.lints.collections import check_collections
from infopage.content.lints.effects import check_effects, misfits
from infopage.content.lints.hidden import hidden_items, public_texts, references_to_hidden
from infopage.content.lints.kept_words import words_in_doubt
from infopage.content.lints.links import links_to_hidden
from infopage.content.lints.names import shared_names
from infopage.content.lints.not_come import days_not_come
from infopage.content.lints.quotations import false_quotations
from infopage.content.lints.recordings import check_recordings
from infopage.content.lints.references import check_library
from infopage.content.lints.relations import check_relations
from infopage.content.lints.told import told_in_words
from infopage.content.lints.translations import check_translations
from infopage.content.lints.unused import leftovers
from infopage.content.unfilled import unfilled
from infopage.language.dates import hanoi
from infopage.progress.phases import SILENT, Phase, Progress
from infopage.store.store import Store


def build(
    root: Path,
    instant: datetime,
    *,
    preview: bool,
    before: FirstPublished | None = None,
    progress: Progress = SILENT,
    store: Store | None = None,
) -> tuple[Catalogue | None, list[Diagnostic]]:
    """Read and check the content of the project in ``root``, as of the time ``instant``.

    Returns the catalogue (None if there are errors) and all faults. With ``preview``, items that are not public yet are
    included. ``before`` has the times at which the public first saw each item. ``progress`` observes the steps. The
    cache ``store`` saves time for unchanged files, but never changes the result.
    """
    store = store or Store()
    library, faults = library_module.load(root, store, progress)
    progress.begin(Phase.CHECKS)
    faults += unfilled(root, texts=False)
    if library is None:
        return None, faults
    for body in (*library.texts, *library.bodies):
        faults += check_pictures(body, library)
    faults += check_library(library)
    checked = check_attachments(root / "docs", library)
    faults += checked.faults
    library = checked.added_to(library)
    faults += told_in_words(library)
    faults += check_recordings(library)
    faults += check_relations(library)
    faults += check_collections(library)
    faults += check_translations(library)
    faults += check_effects(library)
    faults += shared_names(library)
    faults += check_authors(library)
    catalogue = Catalogue(library, hanoi(instant), preview, None if preview else before)
    texts, hidden = public_texts(catalogue), hidden_items(catalogue)
    faults += references_to_hidden(texts, hidden)
    faults += links_to_hidden(texts, hidden)
    faults += days_not_come(catalogue)
    faults += agreements_over(catalogue)
    faults += check_announced(catalogue)
    faults += false_quotations(catalogue)
    if has_errors(faults):
        return None, faults
    faults += misfits(catalogue)
    faults += words_in_doubt(catalogue)
    faults += leftovers(library)
    faults += (fault for linked in catalogue.linked.values() for fault in linked.faults)
    faults += backdated(map(catalogue.text, catalogue.current), before)
    return catalogue, faults
