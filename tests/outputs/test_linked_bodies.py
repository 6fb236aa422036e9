"""The page of links to other bodies' sites: by level, in the footer of every page, and only if there are any."""

from pathlib import Path

from infopage.content.catalogue import Catalogue
from infopage.outputs.site.site import Site
from tests.outputs.values import gather
from tests.sites import BASE, lay_out

ADDRESS = "lien-ket/"


def test_bodies_stand_by_level_with_the_hosts_of_their_sites(golden_values: tuple[Catalogue, Site]) -> None:
    groups = golden_values[1].pages[ADDRESS].view.groups
    assert [(group.title, [link.host for link in group.links]) for group in groups] == [
        ("Cấp trên", ["tinh.minhhoa.example"]),
        ("Cấp dưới", ["xa-dong.minhhoa.example"]),
    ]
    assert groups[0].links[0].address == "https://tinh.minhhoa.example/a?b=1&c=2"


def test_the_footer_and_the_sitemap_lead_to_the_page(golden_values: tuple[Catalogue, Site]) -> None:
    site = golden_values[1]
    assert ("Liên kết", ADDRESS) in {(link.text, link.address) for link in site.view.footer}
    assert f"/{ADDRESS}</loc>" in site.files["sitemap.xml"].decode()


def test_a_site_that_names_no_body_has_no_such_page(tmp_path: Path) -> None:
    _, site = gather(lay_out(tmp_path / "project", BASE))
    assert ADDRESS not in site.pages
    assert ADDRESS not in {link.address for link in site.view.footer}
