"""security.txt names the contact for reports of vulnerabilities and its expiry date (RFC 9116)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from infopage.content.catalogue import Catalogue
from infopage.content.field_types.addresses import Contact
from infopage.content.fields import Context, FieldError
from infopage.content.nodes import parse_yaml
from infopage.language.dates import HANOI
from infopage.outputs.metadata.security_txt import ADDRESS, security_txt
from infopage.outputs.site.site import Site
from tests.outputs.values import SETTINGS

DAY = timedelta(days=1)


def said(catalogue: Catalogue, **changed: object) -> dict[str, str]:
    """Return the fields of security.txt for a catalogue with ``changed`` fields; none if there is no file."""
    text = (security_txt(replace(catalogue, **changed), SETTINGS) or b"").decode()  # type: ignore[arg-type]
    return dict(line.split(": ", 1) for line in text.splitlines())


def naming(catalogue: Catalogue, contact: str) -> Catalogue:
    """Return a copy of the catalogue in which the site's owner has this contact."""
    identity = replace(catalogue.registries.identity, security_contact=contact)
    library = replace(catalogue.library, registries=replace(catalogue.registries, identity=identity))
    return replace(catalogue, library=library)


def test_it_is_among_the_files_and_names_contact_language_and_its_own_address(
    golden_values: tuple[Catalogue, Site],
) -> None:
    catalogue, site = golden_values
    assert dict(line.split(": ", 1) for line in site.files[ADDRESS].decode().splitlines()) == {
        "Contact": "mailto:baomat@minhhoa.example",
        "Expires": said(catalogue)["Expires"],
        "Preferred-Languages": "vi",
        "Canonical": "https://minhhoa.example/.well-known/security.txt",
    }


def test_a_page_may_be_the_contact_too(golden_values: tuple[Catalogue, Site]) -> None:
    page = "https://minhhoa.example/bao-loi/"
    assert said(naming(golden_values[0], page))["Contact"] == page


def test_there_is_none_in_a_preview_below_a_folder_or_where_nobody_is_named(
    golden_values: tuple[Catalogue, Site],
) -> None:
    catalogue = golden_values[0]
    assert said(catalogue, preview=True) == {}
    assert said(naming(catalogue, "")) == {}
    assert security_txt(catalogue, replace(SETTINGS, url="https://tinh.example/trang/")) is None


@pytest.mark.parametrize("first", [datetime(2026, 1, 1, tzinfo=HANOI) + number * 17 * DAY for number in range(30)])
def test_it_holds_for_less_than_a_year_and_is_the_same_all_month(
    golden_values: tuple[Catalogue, Site], first: datetime
) -> None:
    expires = {
        instant: datetime.fromisoformat(said(golden_values[0], instant=instant)["Expires"])
        for instant in (first, first.replace(day=1), first.astimezone(UTC))
    }
    assert len(set(expires.values())) == 1
    for instant, end in expires.items():
        assert 300 * DAY < end - instant < 365 * DAY
    after = said(golden_values[0], instant=first.replace(day=28) + 4 * DAY)["Expires"]
    assert datetime.fromisoformat(after) > expires[first]


@pytest.mark.parametrize(
    "written",
    [
        "baomat@minhhoa.example",
        "bao.mat+web@tinh.gov.vn",
        "https://minhhoa.example/bao-loi/",
        "https://tinh.gov.vn:8443/a?b=c",
    ],
)
def test_a_contact_is_an_address_of_mail_or_of_a_page_over_tls(written: str) -> None:
    assert _parsed(written) == written


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("http://minhhoa.example/bao-loi", "https://minhhoa.example/bao-loi"),
        ("mailto:baomat@minhhoa.example", "baomat@minhhoa.example"),
        ("'Email: baomat@minhhoa.example'", "baomat@minhhoa.example"),
        ("www.minhhoa.example/bao-loi", "https://www.minhhoa.example/bao-loi"),
        ("0200 000 000", "như baomat@minhhoa.example, hoặc https://vi-du.gov.vn/bao-loi"),
        ("Văn phòng Tỉnh ủy", "như baomat@minhhoa.example, hoặc https://vi-du.gov.vn/bao-loi"),
        ("a@b.vn, c@d.vn", "như baomat@minhhoa.example, hoặc https://vi-du.gov.vn/bao-loi"),
        ("bảomật@minhhoa.example", "như baomat@minhhoa.example, hoặc https://vi-du.gov.vn/bao-loi"),
        ("baomat@minhhoa", "như baomat@minhhoa.example, hoặc https://vi-du.gov.vn/bao-loi"),
        ("baomat(at)minhhoa.example", "như baomat@minhhoa.example, hoặc https://vi-du.gov.vn/bao-loi"),
        ("'baomat@minhhoa.example\\nExpires: 2099'", "như baomat@minhhoa.example, hoặc https://vi-du.gov.vn/bao-loi"),
        ("https://minhhoa.example/báo lỗi", "như baomat@minhhoa.example, hoặc https://vi-du.gov.vn/bao-loi"),
    ],
)
def test_what_is_none_is_refused_with_what_was_meant(written: str, instead: str) -> None:
    with pytest.raises(FieldError) as refused:
        _parsed(written)
    assert refused.value.faults[0].message.endswith(f"hãy viết {instead}")


def _parsed(written: str) -> str:
    node, faults = parse_yaml("x.yml", f"a: {written}\n")
    assert faults == []
    return Contact().parse(node.entries[0].value, Context({}))  # type: ignore[union-attr]
