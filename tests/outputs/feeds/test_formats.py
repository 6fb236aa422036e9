"""The three formats are valid by grammar, schema and the W3C's rules, and feed readers find the same in each."""

import gzip
import json
from datetime import datetime
from pathlib import Path

import jsonschema
import pytest
from lxml import etree

from infopage.content.catalogue import Catalogue
from infopage.language.dates import HANOI
from infopage.outputs.feeds.archives import LEAST, MOST_BYTES, MOST_ENTRIES
from infopage.outputs.feeds.notices import is_told
from infopage.outputs.feeds.site_notices import shown_notices
from infopage.outputs.site.site import Site
from tests.outputs.feeds import w3c
from tests.outputs.feeds.values import ATOM, JSON, RSS, URL, entries, slugs, walk, whole
from tests.outputs.values import SETTINGS
from tests.sites import INSTANT

HERE = Path(__file__).parent
NOW = datetime.fromtimestamp(int(INSTANT), HANOI)
BY_ANOTHER_TIME = ("cap-nhat", "dinh-chinh")
"""Feeds that are not ordered by first publication. Those of collections are ordered by when an item was added."""

Values = tuple[Catalogue, Site]


def test_every_xml_feed_archive_page_and_the_opml_pass_the_w3c(each_site: Values) -> None:
    files = {path: content for path, content in whole(each_site[1]).items() if path.endswith((".xml", ".opml"))}
    assert len(files) > 20
    told = {path: list(w3c.faults(content, URL + path, NOW)) for path, content in files.items()}
    assert {path: faults for path, faults in told.items() if faults} == {}


def test_every_atom_document_fits_the_grammar_of_rfc_4287(each_site: Values) -> None:
    grammar = etree.RelaxNG(etree.parse(HERE / "atom.rng"))
    for path, content in whole(each_site[1]).items():
        if path.endswith(ATOM):
            assert grammar.validate(etree.fromstring(content)), (path, grammar.error_log)


def test_every_json_feed_fits_the_schema(each_site: Values) -> None:
    schema = json.loads((HERE / "json_feed.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for path, content in whole(each_site[1]).items():
        if path.endswith(JSON):
            assert [error.message[:300] for error in validator.iter_errors(json.loads(content))] == [], path


def test_the_formats_say_the_same_entry_by_entry(each_site: Values) -> None:
    files = whole(each_site[1])
    for path in (path for path in files if path.endswith(RSS)):
        rss, atom, feed = (entries(other, files[other]) for other in (path, *_others(path)))
        assert rss == atom == feed, path


def _others(path: str) -> tuple[str, str]:
    return path.removesuffix(RSS) + ATOM, path.removesuffix(RSS) + JSON


@pytest.mark.parametrize("file", [RSS, ATOM, JSON])
def test_a_walk_meets_every_item_once_the_newest_first(each_site: Values, file: str) -> None:
    catalogue, contents = each_site
    files = whole(contents)
    walked: set[str] = set()
    for slug in slugs(files):
        pages = list(walk(slug, file, files))
        walked.update(path for path, _ in pages)
        found = [entry for path, content in pages for entry in entries(path, content)]
        assert len({entry.id for entry in found}) == len(found), slug
        if slug not in BY_ANOTHER_TIME and not slug.startswith("chuyen-trang/"):
            assert found == sorted(found, key=lambda entry: (entry.published, entry.id), reverse=True), slug
        for path, content in pages[1:]:
            assert path.endswith(ATOM)
            assert 0 < len(entries(path, content)) <= MOST_ENTRIES
            assert len(content) < MOST_BYTES + 5_000
            assert (b"<content" in content) is (slug == "tat-ca")
    everything = {entry.id for path, content in walk("tat-ca", file, files) for entry in entries(path, content)}
    told = (item for item in catalogue.gone if is_told(item, catalogue))
    ids = {f"tag:minhhoa.example,2026-01-01:{item.id}" for item in (*catalogue.in_vietnamese, *told)}
    assert everything == ids | {notice.id for notice in shown_notices(catalogue, SETTINGS)}
    assert walked == {path for path in files if path.endswith(f"/{file}") or "/luu/" in path}


def test_there_are_archives_to_walk(many_values: Values) -> None:
    slugs = {path.split("/luu/")[0] for path in whole(many_values[1]) if "/luu/" in path}
    assert slugs == {f"nguon-tin/{slug}" for slug in ("tat-ca", "cap-nhat", "tin-tuc", "chu-de/chuyen-doi-so")}


def test_a_subscription_document_has_thirty_entries_in_full_and_is_light(each_site: Values) -> None:
    catalogue, contents = each_site
    files = whole(contents)
    for slug in slugs(files):
        for file in (RSS, ATOM, JSON):
            content = files[f"nguon-tin/{slug}/{file}"]
            assert len(gzip.compress(content)) <= 512 * 1024
            pages = list(walk(slug, file, files))
            assert len(pages) == 1 or LEAST <= len(entries(*pages[0])) < LEAST + MOST_ENTRIES
    assert len(entries("nguon-tin/tat-ca/" + RSS, files["nguon-tin/tat-ca/" + RSS])) >= min(30, len(catalogue.current))


def test_an_archive_page_says_what_it_is(many_values: Values) -> None:
    files = whole(many_values[1])
    pages = [etree.fromstring(content) for path, content in walk("tat-ca", ATOM, files) if "/luu/" in path]
    marks = [page.find(f"{w3c.HISTORY}archive") is not None for page in pages]
    links = [{link.get("rel"): link.get("href") for link in page.findall(f"{w3c.ATOM}link")} for page in pages]
    assert all(marks)
    assert {one["current"] for one in links} == {f"{URL}nguon-tin/tat-ca/{ATOM}"}
    assert ["prev-archive" in one for one in links] == [True] * (len(links) - 1) + [False]
    assert links[-1]["next-archive"] == links[-2]["self"]
    first = etree.fromstring(files[f"nguon-tin/tat-ca/{ATOM}"])
    assert first.find(f"{w3c.HISTORY}archive") is None


def test_the_opml_leads_to_every_feed(each_site: Values) -> None:
    files = whole(each_site[1])
    outlines = etree.fromstring(files["nguon-tin/danh-sach.opml"]).xpath("//outline[@xmlUrl]")
    assert sorted(one.get("xmlUrl") for one in outlines) == sorted(
        f"{URL}nguon-tin/{slug}/{RSS}" for slug in slugs(files)
    )
    for one in outlines:
        feed = etree.fromstring(files[one.get("xmlUrl").removeprefix(URL)])
        assert feed.findtext("channel/title") == one.get("title")
        assert feed.findtext("channel/link") == one.get("htmlUrl")
        place = one.get("htmlUrl").removeprefix(URL)
        assert place in each_site[1].pages
