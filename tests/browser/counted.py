"""Answers to questions, counted from the rows of the public store and not by the dashboard."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable

Rows = Callable[..., list[tuple]]


def rows_of(public_url: str) -> Rows:
    """A function that runs a query."""
    connection = sqlite3.connect(public_url.removeprefix("sqlite:///"))
    return lambda sql, *values: connection.execute(sql, values).fetchall()


def money_and_incidents(rows: Rows) -> list[tuple[float, float]]:
    """Money per person per year and incidents per 10,000 residents of each district with both, 2015 to 2021.

    The list of incidents does not claim to be complete: of a district that it does not name, nothing is known.
    """
    sums, years = defaultdict(float), defaultdict(set)
    for code, year, amount in rows(
        """SELECT district_code, fiscal_year, amount_kgs FROM revenue
           WHERE reached_local AND district_code IS NOT NULL AND fiscal_year BETWEEN 2015 AND 2021"""
    ):
        sums[code] += amount
        years[code].add(year)
    people = dict(rows("SELECT district_code, population FROM district"))
    incidents = dict(
        rows(
            """SELECT district_code, count(*) FROM incident WHERE is_conflict
               AND starts_on BETWEEN '2015-01-01' AND '2021-12-31' GROUP BY 1"""
        )
    )
    return [
        (sums[code] / len(years[code]) / people[code], 10_000 * incidents[code] / people[code])
        for code in sums
        if code in incidents
    ]


def silent(rows: Rows) -> int:
    """Companies and years in which no payment has a figure of the company."""
    return len(
        rows(
            """SELECT payer_code, fiscal_year FROM revenue WHERE stage = 'payment' AND payer_code IS NOT NULL
               GROUP BY 1, 2 HAVING count(amount_company_kgs) = 0"""
        )
    )


def unexplained_kgs(rows: Rows) -> float:
    """Differences without an explanation, company by company and year by year, whatever their sign."""
    return sum(
        abs(government - company)
        for government, company in rows(
            """SELECT sum(amount_government_kgs), sum(amount_company_kgs) FROM revenue
               WHERE stage = 'payment' AND recon_status = 'unexplained' GROUP BY fiscal_year, payer_code"""
        )
    )


def agreeing_months(rows: Rows) -> tuple[int, int]:
    """Months of a district and indicator that community and laboratory both detected; those within a factor of two."""
    values_by_key = defaultdict(dict)
    for *where, who, value in rows(
        """SELECT district_code, indicator_code, month, averaging, collected_by,
                  avg(mean_value)
           FROM station_month JOIN station USING (station_id)
           WHERE mean_value > 0 AND collected_by IN ('community', 'laboratory') GROUP BY 1, 2, 3, 4, 5"""
    ):
        values_by_key[tuple(where)][who] = value
    pairs = [sorted(both.values()) for both in values_by_key.values() if len(both) == 2]
    return len(pairs), sum(high <= 2 * low for low, high in pairs)


def before_incidents(rows: Rows) -> int:
    """Conflict incidents before which there are figures of grievances of their district."""
    receipts = defaultdict(dict)
    for code, year, count in rows("SELECT area_code, year, received_count FROM grievance_year"):
        receipts[code][year] = count
    full = {year for of_area in receipts.values() for year in of_area}
    total = 0
    for code, day in rows(
        """SELECT district_code, starts_on FROM incident
           WHERE is_conflict AND date_precision <> 'year' AND district_code IS NOT NULL"""
    ):
        before = int(day[:4]) - 1
        shown_counts = [count for count in receipts[code].values() if count is not None]
        is_told = before in full and receipts[code].get(before) is not None
        total += is_told and 2 * len(shown_counts) > len(receipts[code])
    return total
