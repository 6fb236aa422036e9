"""Axes, the ways to divide a section into lists, such as by kind, issuer, term of office, year, topic or audience."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from infopage.content.catalogue import Catalogue
from infopage.content.designations import short_designation
from infopage.content.model import Draft, Item, OfficialDocument, Question, StudyGuide
from infopage.content.registries import Registry
from infopage.content.registry_entries import DocumentKind, Issuer, Topic
from infopage.content.targets import document_of
from infopage.language.dates import format_month


@dataclass(frozen=True)
class Axis:
    """One way to divide the items of a section into lists, such as by year.

    ``folder`` is the folder of the lists. ``values`` returns the values of an item, each as (id, name). ``subjects`` is
    the registry (a list from data/) of the values, if each value has a feed. ``facet`` is the id of the search filter
    with the same values, or empty.
    """

    title: str
    folder: str
    values: Callable[[Item], Iterable[tuple[str, str]]]
    newest_first: bool = False
    subjects: Registry[Topic] | Registry[Issuer] | Registry[DocumentKind] | None = None
    facet: str = ""

    def divide(self, items: Iterable[Item]) -> dict[tuple[str, str], list[Item]]:
        """Return the items of each value; the values are ordered by id, in reverse if ``newest_first`` (for years)."""
        found: dict[tuple[str, str], list[Item]] = defaultdict(list)
        for item in items:
            for value in self.values(item):
                found[value].append(item)
        return dict(sorted(found.items(), reverse=self.newest_first))

    def address(self, id: str) -> str:
        """Return the address of the list of the value with this id."""
        return f"{self.folder}{id}/"


def _topics(catalogue: Catalogue, folder: str) -> Axis:
    names = catalogue.registries.topics
    return Axis(
        "Chủ đề", folder, lambda item: ((id, names[id].name) for id in item.topics), subjects=names, facet="topic"
    )


def document_axes(catalogue: Catalogue) -> tuple[Axis, ...]:
    """Return the ways to divide documents: kind, issuer, term of office, year, topic."""
    lists = catalogue.registries

    def of(read: Callable[[OfficialDocument], tuple[str, str] | None]) -> Callable[[Item], Iterable[tuple[str, str]]]:
        def values(item: Item) -> Iterable[tuple[str, str]]:
            assert isinstance(item, OfficialDocument)
            found = read(item)
            return (found,) if found else ()

        return values

    def issuers(item: Item) -> Iterable[tuple[str, str]]:
        assert isinstance(item, OfficialDocument)
        return ((id, lists.issuers[id].short_name) for id in item.issuers)

    return (
        Axis(
            "Loại văn bản",
            "van-ban/loai/",
            of(lambda d: (d.kind, lists.kinds[d.kind].name)),
            subjects=lists.kinds,
            facet="kind",
        ),
        Axis(
            "Cơ quan ban hành",
            "van-ban/",
            issuers,
            subjects=lists.issuers,
            facet="issuer",
        ),
        Axis(
            "Nhiệm kỳ",
            "van-ban/nhiem-ky/",
            of(lambda d: (d.term, lists.terms[d.term].name) if d.term else None),
            True,
            facet="term",
        ),
        Axis(
            "Năm ban hành",
            "van-ban/nam/",
            of(lambda d: (str(d.issued.year), f"Năm {d.issued.year}")),
            True,
            facet="year",
        ),
        _topics(catalogue, "van-ban/chu-de/"),
    )


def news_axes(catalogue: Catalogue) -> tuple[Axis, ...]:
    """Return the ways to divide news: month, year, topic."""

    def month(item: Item) -> Iterable[tuple[str, str]]:
        day = item.published.date
        return ((f"{day.year:04}-{day.month:02}", format_month(day).capitalize()),)

    def year(item: Item) -> Iterable[tuple[str, str]]:
        return ((str(item.published.date.year), f"Năm {item.published.date.year}"),)

    return (
        Axis("Tháng", "tin-tuc/thang/", month, True),
        Axis("Năm", "tin-tuc/", year, True, facet="year"),
        _topics(catalogue, "tin-tuc/chu-de/"),
    )


def guide_axes(catalogue: Catalogue) -> tuple[Axis, ...]:
    """Return the ways to divide study guides: audience, document explained."""
    names = catalogue.registries.audiences

    def audience(item: Item) -> Iterable[tuple[str, str]]:
        assert isinstance(item, StudyGuide)
        return ((id, names[id].name) for id in item.audience)

    def taught(item: Item) -> Iterable[tuple[str, str]]:
        assert isinstance(item, StudyGuide)
        for reference in item.documents:
            if document := document_of(reference.id, catalogue):
                named = short_designation(document, catalogue.registries)
                yield reference.id, f"{named}: {document.title}" if document.symbol else named

    return (
        Axis("Người học", "hoc-tap/doi-tuong/", audience, facet="audience"),
        Axis("Văn bản được học", "hoc-tap/van-ban/", taught),
    )


def question_axes(catalogue: Catalogue) -> tuple[Axis, ...]:
    """Return the ways to divide questions from readers: topic, body that answers."""
    return _topics(catalogue, "hoi-dap/chu-de/"), _bodies("Cơ quan trả lời", "hoi-dap/co-quan/", catalogue)


def draft_axes(catalogue: Catalogue) -> tuple[Axis, ...]:
    """Return the ways to divide drafts that are put to the people: topic, body that asks for opinions."""
    return _topics(catalogue, "lay-y-kien/chu-de/"), _bodies("Cơ quan lấy ý kiến", "lay-y-kien/co-quan/", catalogue)


def _bodies(title: str, folder: str, catalogue: Catalogue) -> Axis:
    names = catalogue.registries.issuers

    def bodies(item: Item) -> Iterable[tuple[str, str]]:
        assert isinstance(item, Question | Draft)
        return ((id, names[id].short_name) for id in item.bodies)

    return Axis(title, folder, bodies)
