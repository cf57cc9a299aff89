"""The day that it is: the one of Kyrgyzstan, wherever the server stands."""

from datetime import UTC, date, datetime

import pytest

from data_access.vocabulary.clock import day_of


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 3, 1, 17, 59, tzinfo=UTC), date(2026, 3, 1)),
        (datetime(2026, 3, 1, 18, 0, tzinfo=UTC), date(2026, 3, 2)),
    ],
)
def test_the_day_begins_at_midnight_in_bishkek(moment, day):
    assert day_of(moment) == day
