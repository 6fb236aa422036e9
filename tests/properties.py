"""How property tests run here: the same examples each time and on every machine, so that a red run can be repeated."""

from hypothesis import HealthCheck, settings


def examples(count: int) -> settings:
    """Return the settings of a property test that tries ``count`` examples."""
    return settings(
        max_examples=count,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )
