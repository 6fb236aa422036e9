"""The clock of a build. It always shows the same time, and finds out until when a rebuild would change nothing."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from infopage.language.dates import HANOI

_EVER = datetime.min.replace(tzinfo=HANOI), datetime.max.replace(tzinfo=HANOI)


@dataclass
class _Span:
    """The period around a clock's time in which all comparisons made with it so far would have the same results."""

    since: datetime = _EVER[0]
    until: datetime = _EVER[1]

    def meet(self, moment: datetime, *, is_past: bool) -> None:
        """Narrow the period after the clock's time was compared with ``moment``.

        ``is_past`` tells whether ``moment`` is at or before the clock's time. If so, the period begins no earlier than
        ``moment``; otherwise it ends no later.
        """
        if is_past:
            self.since = max(self.since, moment)
        else:
            self.until = min(self.until, moment)


@dataclass(frozen=True)
class Clock:
    """A clock that stands still at ``instant`` (Hà Nội time).

    Each answer about a time narrows :attr:`span`, the period in which a clock would give the same answers. Within this
    period, a new build of the same content would give the same site.
    """

    instant: datetime
    _span: _Span = field(default_factory=_Span, init=False, repr=False, compare=False)

    def has_come(self, moment: datetime) -> bool:
        """Tell whether ``moment`` is at or before the time that the clock shows."""
        is_past = moment <= self.instant
        self._span.meet(moment, is_past=is_past)
        return is_past

    @property
    def today(self) -> date:
        """The date that the clock shows, in Hà Nội time."""
        begun = self.instant.replace(hour=0, minute=0, second=0, microsecond=0)
        self._span.meet(begun, is_past=True)
        self._span.meet(begun + timedelta(days=1), is_past=False)
        return begun.date()

    @property
    def minute(self) -> datetime:
        """The time that the clock shows, rounded down to a whole minute."""
        now = self.instant.replace(second=0, microsecond=0)
        self._span.meet(now, is_past=True)
        self._span.meet(now + timedelta(minutes=1), is_past=False)
        return now

    @property
    def span(self) -> tuple[datetime, datetime]:
        """The period (start, end) in which a clock would give the same answers as this one so far.

        The start belongs to the period, the end does not.
        """
        return self._span.since, self._span.until
