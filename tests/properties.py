"""Settings of property tests: the same examples every time and on every machine, so a failure can be reproduced."""

from hypothesis import HealthCheck, settings

from tests.support import thorough

SHARE = 4
"""An ordinary run tries one in this many of the examples; ``make test-thorough`` tries all."""


def examples(count: int) -> settings:
    """Return the settings of a property test that tries ``count`` examples in a thorough run."""
    return settings(
        max_examples=count if thorough() else max(1, count // SHARE),
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )
