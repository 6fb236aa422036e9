"""The clock of a build: a fixed instant, and the interval around it in which all answers given so far are the same."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from infopage.language.dates import HANOI

_EVER = datetime.min.replace(tzinfo=HANOI), datetime.max.replace(tzinfo=HANOI)


@dataclass
class _Span:
    """The interval around the instant in which every comparison made so far has the same result."""

    since: datetime = _EVER[0]
    until: datetime = _EVER[1]

    def meet(self, moment: datetime, *, is_past: bool) -> None:
        """Narrow the interval by a moment that the instant was compared with."""
        if is_past:
            self.since = max(self.since, moment)
        else:
            self.until = min(self.until, moment)


@dataclass(frozen=True)
class Clock:
    """A clock that stands at ``instant`` (Hà Nội time) and records what its answers depend on."""

    instant: datetime
    _span: _Span = field(default_factory=_Span, init=False, repr=False, compare=False)

    def has_come(self, moment: datetime) -> bool:
        """Tell whether a moment is at or before the instant."""
        is_past = moment <= self.instant
        self._span.meet(moment, is_past=is_past)
        return is_past

    @property
    def today(self) -> date:
        """The day of the instant, in Hà Nội."""
        begun = self.instant.replace(hour=0, minute=0, second=0, microsecond=0)
        self._span.meet(begun, is_past=True)
        self._span.meet(begun + timedelta(days=1), is_past=False)
        return begun.date()

    @property
    def minute(self) -> datetime:
        """The minute of the instant."""
        now = self.instant.replace(second=0, microsecond=0)
        self._span.meet(now, is_past=True)
        self._span.meet(now + timedelta(minutes=1), is_past=False)
        return now

    @property
    def span(self) -> tuple[datetime, datetime]:
        """The interval in which every answer given so far holds: from the first moment up to the second."""
        return self._span.since, self._span.until
