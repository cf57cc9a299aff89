"""The ways to what came of promises, plans, grants and projects."""

from collections import Counter

from tests.browser.counted import Rows
from tests.browser.found import Found
from tests.browser.newcomer import Newcomer

NEWEST_REPORT = """SELECT fulfilment, count(*) FROM commitment_step AS step WHERE reported_on =
    (SELECT max(reported_on) FROM commitment_step WHERE commitment_id = step.commitment_id) GROUP BY 1"""


def decided_and_overdue(new: Newcomer, rows: Rows) -> Found:
    new.topic("outcomes")
    reports = dict(rows(NEWEST_REPORT))
    return Found("commitments_by_body", _count("commitment", rows), reports["not_kept"], reports["kept"])


def promised_and_kept(new: Newcomer, rows: Rows) -> Found:
    new.topic("outcomes")
    slug, count = rows(
        """SELECT slug, count(*) FROM commitment JOIN district USING (district_code)
           GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1"""
    )[0]
    new.beside(slug)
    return Found("commitments_by_body", count)


def land_cleaned(new: Newcomer, rows: Rows) -> Found:
    new.topic("outcomes")
    plan, cleaned_area = rows(
        """SELECT sum(planned), sum(done) FROM
           (SELECT max(hectares_planned) AS planned, max(hectares_done) AS done FROM rehabilitation GROUP BY site_id)"""
    )[0]
    return Found("rehabilitation_stages", plan, cleaned_area)


def plans_of_two_months(new: Newcomer, rows: Rows) -> Found:
    new.topic("outcomes")
    return Found("plans_by_day", _count("plan", rows))


def targets_and_actuals(new: Newcomer, rows: Rows) -> Found:
    new.topic("outcomes")
    indicators = """SELECT count(*) FROM
        (SELECT DISTINCT project_id, result_number, result_indicator_number FROM project_result)"""
    return Found("project_results", rows(indicators)[0][0], _count("project", rows))


def with_and_without_a_project(new: Newcomer, rows: Rows) -> Found:
    new.topic("compare")
    new.choose("setting", "project")
    of_sites = {code for (code,) in rows("SELECT area_code FROM site_district WHERE role IN ('host', 'affected')")}
    districts = of_sites & {code for (code,) in rows("SELECT district_code FROM district")}
    areas = {code for (listed,) in rows("SELECT project_areas FROM project") for code in (listed or "").split(",")}
    ours = {code for code in districts if {code, code[:5]} & areas}
    return Found("compare_phases", len(ours), len(districts - ours))


def days_around_talks(new: Newcomer, rows: Rows) -> Found:
    new.topic("compare")
    new.choose("cases", "days")
    of_sites = {code for (code,) in rows("SELECT area_code FROM site_district WHERE role IN ('host', 'affected')")}
    medians = """SELECT code, min(year) FROM grievance_wait
        WHERE kind = 'district' AND wait = 'resolve' AND median_days IS NOT NULL GROUP BY code"""
    first = {code: year for code, year in rows(medians) if code in of_sites}
    met = dict(
        rows(
            """SELECT district_code, min(starts_on) FROM dialogue_event
               WHERE dialogue_status = 'held' AND district_code IS NOT NULL GROUP BY district_code"""
        )
    )
    before = [code for code, day in met.items() if first.get(code, 9999) < int(str(day)[:4])]
    return Found("compare_phases", len(before), len(first.keys() - met.keys()))


def indicators_of_goals(new: Newcomer, rows: Rows) -> Found:
    new.topic("outcomes")
    series: dict[tuple[str, str, str], list[float]] = {}
    for *key, value in rows(
        """SELECT indicator_code, direction, district_code, value FROM statistic JOIN indicator USING (indicator_code)
           WHERE sdg <> '' AND direction <> 'range' AND unit NOT IN ('KGS', 'USD', 'EUR') AND value IS NOT NULL
           ORDER BY year"""
    ):
        series.setdefault(tuple(key), []).append(value)
    balances: Counter[str] = Counter()
    for (code, direction, _), values in series.items():
        better = 1 if direction in ("higher_better", "lower_worse") else -1
        if len(values) > 1:
            difference = better * (values[-1] - values[0])
            balances[code] += (round(difference, 6) > 0.1) - (round(difference, 6) < -0.1)
    moves = [*balances.values()]
    return Found("goal_indicators", len(moves), sum(one > 0 for one in moves), sum(one < 0 for one in moves))


def people_of_meetings(new: Newcomer, rows: Rows) -> Found:
    new.topic("outcomes")
    held = "dialogue_participants JOIN dialogue_event USING (dialogue_id) WHERE dialogue_status = 'held'"
    sums = dict(rows(f"SELECT part, sum(people_count) FROM {held} GROUP BY 1"))
    meetings = rows(f"SELECT count(DISTINCT dialogue_id) FROM {held}")[0][0]
    return Found("meeting_participants", meetings, sums["all"], sums["women"], sums["men"])


def grants_spent(new: Newcomer, rows: Rows) -> Found:
    new.topic("outcomes")
    stages = dict(rows("SELECT grant_stage, count(*) FROM small_grant GROUP BY 1"))
    return Found("grants_by_stage", sum(stages.values()), *stages.values())


def recommendations_adopted(new: Newcomer, rows: Rows) -> Found:
    new.topic("outcomes")
    stages = dict(rows("SELECT recommendation_stage, count(*) FROM recommendation GROUP BY 1"))
    return Found("recommendations_by_stage", sum(stages.values()), *stages.values())


def _count(table: str, rows: Rows) -> int:
    return rows(f"SELECT count(*) FROM {table}")[0][0]


JOURNEYS = {
    "msg_9": decided_and_overdue,
    "community_6": promised_and_kept,
    "community_8": land_cleaned,
    "community_10": plans_of_two_months,
    "donor_1": targets_and_actuals,
    "donor_2": with_and_without_a_project,
    "donor_8": days_around_talks,
    "donor_3": people_of_meetings,
    "donor_4": grants_spent,
    "donor_7": indicators_of_goals,
    "donor_9": recommendations_adopted,
}
