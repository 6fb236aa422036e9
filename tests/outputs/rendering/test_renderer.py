"""Rendering of pages: the result does not depend on earlier pages, and a value is never markup."""

from dataclasses import fields, replace
from pathlib import Path

import html5lib
import pytest

from infopage.content.catalogue import Catalogue
from infopage.outputs.jobs.job import file_job, page_job
from infopage.outputs.site.keeping import KeptFolder
from infopage.outputs.site.site import Site
from infopage.outputs.site.writing import file_of, write_site
from infopage.outputs.theme.renderer import Renderer
from infopage.outputs.views.links import Link
from infopage.outputs.views.page import SiteView
from infopage.outputs.wording.frame import Settings
from infopage.store.store import Store
from tests.support import ROOT

THEME = ROOT / "hooks" / "theme"
SETTINGS = Settings("Trang", "https://minhhoa.example/trang/")
POLICY = "default-src 'none'"
HOSTILE = "\"'><zz zz=1 onerror=alert(1)>]]></script></title><!-- &amp; {{ zz }}"
Golden = tuple[Catalogue, Site]


def renderer(view: SiteView) -> Renderer:
    return Renderer(THEME, view, SETTINGS, POLICY)


def test_a_page_is_the_same_whichever_were_rendered_before_it(golden_values: Golden) -> None:
    _, site = golden_values
    one, other = renderer(site.view), renderer(site.view)
    forwards = {address: one.render(page) for address, page in site.pages.items()}
    backwards = {address: other.render(site.pages[address]) for address in reversed(list(site.pages))}
    assert forwards == backwards
    assert len(forwards) > 80


@pytest.mark.parametrize("address", ["", "van-ban/", "tin-tuc/2026/hoi-nghi/", "van-ban/tinh-uy/2025-2030/05-nq-tu/"])
def test_what_pages_share_leads_from_each_to_the_same_places(golden_values: Golden, address: str) -> None:
    _, site = golden_values
    deep = Link("Một trang sâu", "gioi-thieu/a/b/")
    view = replace(site.view, footer=(*site.view.footer, deep))
    page = site.pages[address]
    lone = renderer(view).render(page)
    shared = renderer(view)
    for at in ("gioi-thieu/a/", "gioi-thieu/a/b/c/", "gioi-thieu/", "van-ban/a/b/c/"):
        shared.render(replace(page, address=at))
    assert shared.render(page) == lone


def test_what_pages_share_is_never_markup(golden_values: Golden) -> None:
    """The HTML that pages share, such as the header, is cached, so values in it must already be escaped."""
    _, site = golden_values
    texts = {one.name: HOSTILE for one in fields(SiteView) if isinstance(getattr(site.view, one.name), str)}
    links = tuple(replace(link, text=HOSTILE) for link in site.view.sections)
    view = replace(site.view, **texts, sections=links, footer=(Link(HOSTILE, "a/"),), search_examples=(HOSTILE,))
    hostile = renderer(view)
    rendered = [hostile.not_found(), *(hostile.render(page) for page in list(site.pages.values())[:20])]
    for html in rendered + rendered[1:]:
        root = html5lib.parse(html.decode(), namespaceHTMLElements=False)
        assert [one.tag for one in root.iter() if not isinstance(one.tag, str) or one.tag == "zz"] == []
        assert [name for one in root.iter() for name in one.attrib if name in ("zz", "onerror")] == []
        assert HOSTILE in "".join(root.itertext())


def test_no_value_is_looked_for_that_no_view_has(golden_values: Golden, tmp_path: Path) -> None:
    _, site = golden_values
    (tmp_path / "search").symlink_to(THEME / "search")
    (tmp_path / "mistaken.html").write_text("{{ document.titel }}", "utf-8")
    mistaken = Renderer(tmp_path, site.view, SETTINGS, POLICY)
    for name in ("links", "header", "search", "footer"):
        (tmp_path / "partials").mkdir(exist_ok=True)
        (tmp_path / "partials" / f"{name}.html").write_text("", "utf-8")
    with pytest.raises(AttributeError, match="titel"):
        mistaken.render(replace(site.pages[""], template="mistaken.html"))


def test_a_site_is_written_page_by_page_each_at_its_file(golden_values: Golden, tmp_path: Path) -> None:
    _, site = golden_values
    gone = next(page for page in site.pages.values() if page.gone)
    jobs = (page_job(site.pages[""]), page_job(gone), file_job("x/y.txt", b"z"))
    small = replace(site, jobs=jobs, assets=("a b/c.pdf",), pictures={})
    (tmp_path / "docs" / "a b").mkdir(parents=True)
    (tmp_path / "docs" / "a b" / "c.pdf").write_bytes(b"%PDF")
    of_site = renderer(site.view)
    write_site(small, KeptFolder(tmp_path / "site", tmp_path / "old", {}), of_site, tmp_path / "docs", Store())
    written = {one.relative_to(tmp_path / "site").as_posix() for one in (tmp_path / "site").rglob("*") if one.is_file()}
    assert file_of(gone) == f"{gone.address}410.html"
    feeds = {document.path for document in site.feeds.documents()}
    assert written == {"index.html", file_of(gone), "404.html", "a b/c.pdf", "x/y.txt", *of_site.assets, *feeds}
    assert (tmp_path / "site" / file_of(gone)).read_bytes() == of_site.render(gone)
    assert all(name.count(".") == 2 for name in of_site.assets)
