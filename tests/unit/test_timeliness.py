"""When a source's next figures are expected."""

from datetime import date

import pytest

from data_access.vocabulary.timeliness import expected_on

NEWEST = date(2024, 1, 31)


@pytest.mark.parametrize(
    ("dataset", "kind", "newest", "cadence", "expected"),
    [
        ("incidents", "compiled", NEWEST, 7, date(2024, 2, 7)),
        ("incidents", "published", NEWEST, None, date(2024, 3, 1)),
        ("incidents", "compiled", NEWEST, None, None),
        ("revenue", "published", NEWEST, None, date(2025, 8, 1)),
        ("revenue", "compiled", NEWEST, None, None),
        ("revenue", "compiled", NEWEST, 365, date(2025, 1, 30)),
        ("monitoring", "published", NEWEST, None, date(2024, 5, 30)),
        ("grievances", "published", NEWEST, None, date(2024, 3, 1)),
        ("reference", "compiled", NEWEST, None, None),
        ("reference", "compiled", NEWEST, 365, date(2025, 1, 30)),
        ("incidents", "synthetic", NEWEST, 7, None),
        ("monitoring", "compiled", NEWEST, 0, None),
        ("incidents", "compiled", None, 7, None),
    ],
)
def test_newer_figures_are_expected_after_the_promised_or_usual_time(dataset, kind, newest, cadence, expected):
    assert expected_on(dataset, kind, newest, cadence) == expected
