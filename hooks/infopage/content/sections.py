"""The lists of current items by section, in Vietnamese, and the translations of items."""

from collections import defaultdict
from datetime import datetime
from functools import cached_property

from infopage.content.languages import in_vietnamese, translated_by
from infopage.content.model import Event, Item, NewsItem, OfficialDocument, StudyGuide


class Sections:
    """A base class of the catalogue, with the lists that follow from its :attr:`current` items."""

    current: tuple[Item, ...]
    """The current items: public, and neither withdrawn nor expired. Newest first."""

    def has_come(self, moment: datetime) -> bool:
        """Tell whether ``moment`` is past at the time as of which items are public."""
        raise NotImplementedError

    @cached_property
    def in_vietnamese(self) -> tuple[Item, ...]:
        """The current items in Vietnamese, newest first. General lists and feeds have only these."""
        return tuple(in_vietnamese(self.current))

    @cached_property
    def documents(self) -> tuple[OfficialDocument, ...]:
        """The official documents that are public, neither withdrawn nor expired; the latest issued first."""
        return tuple(i for i in self.current if isinstance(i, OfficialDocument))

    @cached_property
    def news(self) -> tuple[NewsItem, ...]:
        """The current news items in Vietnamese, newest first."""
        return tuple(i for i in self.in_vietnamese if isinstance(i, NewsItem))

    @cached_property
    def guides(self) -> tuple[StudyGuide, ...]:
        """The current study guides in Vietnamese, newest first."""
        return tuple(i for i in self.in_vietnamese if isinstance(i, StudyGuide))

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The current events in Vietnamese, the latest start first."""
        return tuple(i for i in self.in_vietnamese if isinstance(i, Event))

    @cached_property
    def coming_events(self) -> tuple[Event, ...]:
        """The events that have not ended, the earliest start first."""
        return tuple(e for e in reversed(self.events) if not self.has_come(e.end.at))

    @cached_property
    def past_events(self) -> tuple[Event, ...]:
        """The events that have ended, the latest start first."""
        return tuple(e for e in self.events if self.has_come(e.end.at))

    @cached_property
    def translations(self) -> dict[str, list[Item]]:
        """For the id of each item: its current translations, newest first."""
        found: dict[str, list[Item]] = defaultdict(list)
        for item in self.current:
            if original := translated_by(item):
                found[original].append(item)
        return dict(found)
