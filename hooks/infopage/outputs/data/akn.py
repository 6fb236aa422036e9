"""A document in Akoma Ntoso 3.0, the OASIS standard for legal documents: its metadata, then its whole text."""

from collections.abc import Iterator, Sequence
from datetime import date

from infopage.content.acts import ENDING, OF_WORDS, Action
from infopage.content.catalogue import Catalogue
from infopage.content.designations import designation, heading
from infopage.content.effects.blocks import TextBlock
from infopage.content.effects.folding import Modification
from infopage.content.model import OfficialDocument
from infopage.content.outside import AnyDocument
from infopage.content.rendered import Rendered
from infopage.content.targets import document_of
from infopage.outputs.data.akn_body import body
from infopage.outputs.data.akn_iris import COUNTRY, LANGUAGE, body_iri, expression_iri, work_iri
from infopage.outputs.data.akn_refs import with_refs
from infopage.outputs.data.akn_xml import tag, text
from infopage.outputs.wording.effects import CONSOLIDATED, received, version_address
from infopage.outputs.wording.encoding import MEDIA_TYPES, absolute, page_of
from infopage.outputs.wording.frame import Settings
from infopage.outputs.wording.notices import illustrative_notice
from infopage.outputs.wording.originals import about_original

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_SITE = "trang"
_ISSUER, _OTHER, _ACTING = "co-quan-", "van-ban-", "boi-"
"""Prefixes of the ``eId`` of issuers, of documents that this one changes, and of those that change it."""
_MODIFICATIONS = {"amends": "substitution", "replaces": "replacement", "repeals": "repeal"}
"""The ``type`` of the element ``textualMod`` for each relation between whole documents."""
_EFFECTS = {
    Action.SUBSTITUTION: ("textualMod", "substitution"),
    Action.CORRECTION: ("textualMod", "substitution"),
    Action.INSERTION: ("textualMod", "insertion"),
    Action.REPEAL: ("textualMod", "repeal"),
    Action.ANNULMENT: ("textualMod", "repeal"),
    Action.SUSPENSION: ("efficacyMod", "inapplication"),
    Action.RESUMPTION: ("forceMod", "reEnactment"),
    Action.PROLONGATION: ("forceMod", "prorogationOfForce"),
}
"""The element of Akoma Ntoso, and its ``type``, for each action of the key ``tac_dong``."""
_EVENTS = {"amends": "amendment", "replaces": "repeal", "repeals": "repeal"}


def akn_file(document: OfficialDocument, catalogue: Catalogue, settings: Settings) -> bytes:
    """Return a document as issued as an Akoma Ntoso file (XML in UTF-8)."""
    html = with_refs(catalogue.html(document), document, catalogue, settings)
    acting = {one.source for one in document.effects if one.source and one.action in OF_WORDS}
    written = body(catalogue.text(document).rendered, html, acting)
    return _file(document, None, written, catalogue, settings)


def akn_version(
    document: OfficialDocument, day: date, text: Sequence[TextBlock], catalogue: Catalogue, settings: Settings
) -> bytes:
    """Return a document as of a day as an Akoma Ntoso file; ``text`` is its text from that day."""
    html = with_refs("\n".join(one.html for one in text), document, catalogue, settings)
    lines = tuple(one.provision for one in text if one.provision)
    return _file(document, day, body(Rendered(provisions=lines), html), catalogue, settings)


def _file(
    document: OfficialDocument, day: date | None, written: str, catalogue: Catalogue, settings: Settings
) -> bytes:
    """Return an Akoma Ntoso file with the element ``body`` given as XML; ``day`` is None for the text as issued."""
    meta = tag("meta", None, "".join(_meta(document, day, catalogue, settings)))
    contains = "singleVersion" if day else "originalVersion"
    act = tag("act", {"name": document.kind, "contains": contains}, meta + written)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="{_NAMESPACE}">{act}</akomaNtoso>\n'.encode()


def _meta(document: OfficialDocument, day: date | None, catalogue: Catalogue, settings: Settings) -> Iterator[str]:
    source = {"source": f"#{_SITE}"}
    yield tag("identification", source, "".join(_identification(document, day, catalogue, settings)))
    published = {"date": document.published.date.isoformat(), "name": settings.name, "showAs": settings.name}
    yield tag("publication", published | {"number": str(document.symbol or "")})
    until = day or date.max
    yield tag("lifecycle", source, "".join(_events(document, until, catalogue)))
    if analysis := "".join(_analysis(document, until, catalogue)):
        yield tag("analysis", source, analysis)
    yield tag("references", source, "".join(_references(document, catalogue, settings)))
    yield tag("notes", source, "".join(_notes(document, day, catalogue)))


def _notes(document: OfficialDocument, day: date | None, catalogue: Catalogue) -> Iterator[str]:
    yield tag("note", {"eId": "ban-goc"}, tag("p", None, text(about_original(document, catalogue))))
    if document.illustrative:
        yield tag("note", {"eId": "minh-hoa"}, tag("p", None, text(illustrative_notice(document))))
    if day:
        yield tag("note", {"eId": "tong-hop"}, tag("p", None, text(CONSOLIDATED)))


def _identification(
    document: OfficialDocument, day: date | None, catalogue: Catalogue, settings: Settings
) -> Iterator[str]:
    lists = catalogue.registries
    work, expression = work_iri(document), expression_iri(document, day)
    page = absolute(version_address(document, day), settings) if day else page_of(document, settings)
    issued = tag("FRBRdate", {"date": document.issued.earliest.isoformat(), "name": "ban-hanh"})
    dated = tag("FRBRdate", {"date": day.isoformat(), "name": "tong-hop"}) if day else issued
    authors = [tag("FRBRauthor", {"href": f"#{_ISSUER}{issuer}"}) for issuer in document.issuers]
    yield tag(
        "FRBRWork",
        None,
        "".join(
            (
                *(tag("FRBRthis", {"value": f"{work}/!main"}), tag("FRBRuri", {"value": work})),
                tag("FRBRalias", {"value": heading(document, lists), "name": "ten"}),
                *(tag("FRBRalias", {"value": name, "name": "ten-goi"}) for name in document.known_as),
                *(
                    issued,
                    *authors,
                    tag("FRBRcountry", {"value": COUNTRY}),
                    tag("FRBRsubtype", {"value": document.kind}),
                ),
                tag("FRBRnumber", {"value": str(document.symbol)}) if document.symbol else "",
                tag("FRBRname", {"value": document.abstract}),
            )
        ),
    )
    same = (tag("FRBRthis", {"value": f"{expression}/!main"}), tag("FRBRuri", {"value": expression}), dated, *authors)
    yield tag("FRBRExpression", None, "".join((*same, tag("FRBRlanguage", {"language": LANGUAGE}))))
    changed = tag("FRBRdate", {"date": document.changed_on, "name": "cap-nhat"})
    yield tag(
        "FRBRManifestation",
        None,
        "".join(
            (
                tag("FRBRthis", {"value": f"{expression}/!main.xml"}),
                tag("FRBRuri", {"value": f"{expression}.xml"}),
                tag("FRBRalias", {"value": page, "name": "dia-chi"}),
                *(changed, tag("FRBRauthor", {"href": f"#{_SITE}"}), tag("FRBRformat", {"value": MEDIA_TYPES["akn"]})),
            )
        ),
    )


def _events(document: OfficialDocument, until: date, catalogue: Catalogue) -> Iterator[str]:
    """Yield the elements ``eventRef`` of a document's lifecycle: its issue, then its changes up to ``until``."""
    issued = {"date": document.issued.earliest.isoformat(), "type": "generation", "eId": "ban-hanh"}
    yield tag("eventRef", {"source": f"#{_SITE}", **issued})
    found = [
        (by.starts.isoformat(), by.id, _EVENTS[relation])
        for relation in _MODIFICATIONS
        for by, anchor in catalogue.acting.get(document.id, {}).get(relation, ())
        if (relation == "amends" or not anchor) and by.starts <= until
    ]
    ended = (one for one in _received(document, until, catalogue) if one[0].action is not Action.PROLONGATION)
    found += [(one.since.isoformat(), by.id, _event(one)) for one, by in ended]
    for number, (day, id, kind) in enumerate(sorted(set(found)), 1):
        yield tag("eventRef", {"source": f"#{_ACTING}{id}", "date": day, "type": kind, "eId": f"thay-doi-{number}"})


def _received(
    document: OfficialDocument, until: date, catalogue: Catalogue
) -> Iterator[tuple[Modification, OfficialDocument]]:
    return ((one, by) for one, by in received(document, catalogue) if one.since <= until)


def _event(one: Modification) -> str:
    return "repeal" if one.action in ENDING and not one.anchor else "amendment"


def _analysis(document: OfficialDocument, until: date, catalogue: Catalogue) -> Iterator[str]:
    active = [
        (("textualMod", kind), "#body", f"{work_iri(other)}{_place(reference.anchor)}")
        for relation, kind in _MODIFICATIONS.items()
        for reference in dict.fromkeys(getattr(document, relation))
        if (other := document_of(reference.id, catalogue))
    ]
    active += [
        (_EFFECTS[one.action], _place(one.source) or "#body", f"{work_iri(other)}{_place(one.target.anchor)}")
        for one in document.effects
        if (other := document_of(one.target.id, catalogue))
    ]
    passive = [
        (("textualMod", kind), work_iri(by), _place(anchor) or "#body")
        for relation, kind in _MODIFICATIONS.items()
        for by, anchor in catalogue.acting.get(document.id, {}).get(relation, ())
        if by.starts <= until
    ]
    passive += [
        (_EFFECTS[one.action], f"{work_iri(by)}{_place(one.place)}", _place(one.anchor) or "#body")
        for one, by in _received(document, until, catalogue)
    ]
    for name, found in (("activeModifications", active), ("passiveModifications", passive)):
        if found:
            yield tag(name, None, "".join(_modification(name, number, *one) for number, one in enumerate(found, 1)))


def _modification(name: str, number: int, kind: tuple[str, str], source: str, destination: str) -> str:
    places = tag("source", {"href": source}) + tag("destination", {"href": destination})
    return tag(kind[0], {"type": kind[1], "eId": f"{name[:3]}-{number}"}, places)


def _place(anchor: str) -> str:
    return f"#{anchor}" if anchor else ""


def _references(document: OfficialDocument, catalogue: Catalogue, settings: Settings) -> Iterator[str]:
    lists = catalogue.registries
    yield tag("original", {"href": expression_iri(document), "showAs": heading(document, lists)})
    named = (
        r.id
        for relation in (*_MODIFICATIONS, "based_on", "implements", "consolidates")
        for r in getattr(document, relation)
    )
    stated = (effect.target.id for effect in document.effects)
    others = (document_of(id, catalogue) for id in dict.fromkeys((*named, *stated)))
    yield from (_reference("activeRef", _OTHER, other, catalogue) for other in others if other)
    acting = [by for relation in _MODIFICATIONS for by, _ in catalogue.acting.get(document.id, {}).get(relation, ())]
    acting += (by for _, by in received(document, catalogue))
    yield from (_reference("passiveRef", _ACTING, by, catalogue) for by in dict.fromkeys(acting))
    for issuer in (lists.issuers[id] for id in document.issuers):
        yield tag("TLCOrganization", {"eId": _ISSUER + issuer.id, "href": body_iri(issuer), "showAs": issuer.name})
    yield tag("TLCOrganization", {"eId": _SITE, "href": settings.url, "showAs": lists.identity.organisation})
    for number, signer in enumerate(document.signers, 1):
        said = ", ".join(filter(None, (signer.name, signer.title)))
        id = f"nguoi-ky-{number}"
        yield tag("TLCPerson", {"eId": id, "href": f"/akn/ontology/person/{COUNTRY}/{id}", "showAs": said})


def _reference(name: str, prefix: str, document: AnyDocument, catalogue: Catalogue) -> str:
    said = designation(document, catalogue.registries)
    return tag(name, {"eId": f"{prefix}{document.id}", "href": work_iri(document), "showAs": said})
