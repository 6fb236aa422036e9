"""How property tests run here: the same examples each time and on every machine, so that a red run can be repeated."""

from hypothesis import HealthCheck, settings

from tests.support import thorough

SHARE = 4
"""A part of so many of the examples is tried in every run, and all in ``make test-thorough``."""


def examples(count: int) -> settings:
    """Return the settings of a property test that tries ``count`` examples when it is thorough."""
    return settings(
        max_examples=count if thorough() else max(1, count // SHARE),
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )
