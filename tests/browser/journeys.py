"""The ways of a newcomer to the answer of each question, and the numbers that must stand there."""

from tests.browser import counted, journeys_money, journeys_outcomes
from tests.browser.counted import Rows
from tests.browser.found import Found
from tests.browser.newcomer import Newcomer

DISTRICT = "chatkal"


def operators_of_a_site(new: Newcomer, rows: Rows) -> Found:
    (name,) = rows(f"SELECT name_{new.language} FROM site WHERE site_id = 'kumtor'")[0]
    new.site("kumtor", name)
    (since,) = rows("SELECT max(valid_from) FROM site_operator WHERE site_id = 'kumtor'")[0]
    return Found("site_operators", int(since[:4]), int(since[8:]))


def hectares(new: Newcomer, rows: Rows) -> Found:
    new.topic("monitoring")
    new.choose("measure", "rehab_ha")
    most = """SELECT max(value) FROM statistic WHERE indicator_code = 'rehab_ha'
              AND year = (SELECT max(year) FROM statistic WHERE indicator_code = 'rehab_ha')"""
    return Found("monitoring_map", rows(most)[0][0])


def without_work(new: Newcomer, rows: Rows) -> Found:
    new.search(DISTRICT, f"/district/{DISTRICT}")
    share = rows(
        """SELECT value FROM statistic JOIN district USING (district_code)
           WHERE indicator_code = 'unemp' AND slug = ? ORDER BY year DESC LIMIT 1""",
        DISTRICT,
    )
    return Found("conditions_newest", share[0][0], is_in_picture=True)


def overdue_by_body(new: Newcomer, rows: Rows) -> Found:
    new.topic("grievances")
    new.table("grievances_in_time")
    query = """SELECT answer, sum(grievance_count) FROM grievance_outcome
               WHERE question = 'resolved' AND kind = 'body' AND code = 'company' GROUP BY answer"""
    answers = dict(rows(query))
    return Found("grievances_in_time", answers["in_time"], answers["missed"], in_row=new.word("body.company"))


def age_of_data(new: Newcomer, rows: Rows) -> Found:
    new.topic("data")
    late = "SELECT count(*) FROM source WHERE expected_on < date('now') AND kind <> 'synthetic'"
    return Found("data_register", rows("SELECT count(*) FROM source")[0][0], rows(late)[0][0])


def our_water(new: Newcomer, rows: Rows) -> Found:
    new.topic("monitoring")
    new.row(DISTRICT)
    beyond, judged_count = rows(
        """SELECT sum(exceeds_count), sum(ok_count + near_count + exceeds_count) FROM reading
           JOIN district USING (district_code) WHERE slug = ?""",
        DISTRICT,
    )[0]
    return Found("readings_by_quarter", judged_count, beyond)


def who_measured(new: Newcomer, rows: Rows) -> Found:
    new.search(DISTRICT, f"/district/{DISTRICT}")
    (mean,) = rows(
        """SELECT mean_value, max(month) FROM station_month AS one
           JOIN station USING (station_id) JOIN district USING (district_code)
           WHERE slug = ? AND indicator_code = 'turb' AND collected_by = 'community' GROUP BY indicator_code""",
        DISTRICT,
    )[0][:1]
    return Found("readings_newest", mean, in_row=new.word("collected_by.community"))


def how_long_people_wait(new: Newcomer, rows: Rows) -> Found:
    new.topic("grievances")
    new.choose("issue", "water")
    query = """SELECT wait, median_days FROM grievance_wait
               WHERE kind = 'issue' AND code = 'water' AND median_days IS NOT NULL ORDER BY year"""
    days_by_wait = dict(rows(query))
    return Found("grievances_waits", days_by_wait["resolve"], days_by_wait["open"])


def the_next_district(new: Newcomer, rows: Rows) -> Found:
    new.topic("compare")
    new.beside(DISTRICT)
    new.beside("jeti-oguz")
    new.table("compare_standing")
    incidents = dict(
        rows(
            """SELECT slug, count(*) FROM incident JOIN district USING (district_code)
               WHERE is_conflict AND slug IN ('chatkal', 'jeti-oguz') GROUP BY 1"""
        )
    )
    return Found("compare_standing", *incidents.values(), in_row=new.word("measure.incident_count"))


def what_came_of_protests(new: Newcomer, rows: Rows) -> Found:
    new.topic("incidents")
    new.row("jeti-oguz")
    groups = dict(
        rows(
            """SELECT outcome_group, count(*) FROM incident JOIN district USING (district_code)
               WHERE is_conflict AND slug = 'jeti-oguz' GROUP BY 1"""
        )
    )
    return Found("incidents_by_outcome", sum(groups.values()), *groups.values())


def community_and_laboratory(new: Newcomer, rows: Rows) -> Found:
    new.topic("monitoring")
    return Found("readings_by_collector", *counted.agreeing_months(rows))


def unheard_before_incidents(new: Newcomer, rows: Rows) -> Found:
    new.topic("grievances")
    new.asks("unheard")
    return Found("compare_before", counted.before_incidents(rows))


JOURNEYS = {
    "msg_1": journeys_money.less_money,
    "msg_2": journeys_money.two_reports,
    "msg_3": journeys_money.due_and_paid,
    "msg_4": journeys_money.streams_of_local_budgets,
    "msg_5": operators_of_a_site,
    "msg_6": journeys_money.silent_companies,
    "msg_7": journeys_money.what_funds_spent_on,
    "msg_8": overdue_by_body,
    "msg_10": age_of_data,
    "community_1": journeys_money.money_of_our_district,
    "community_2": journeys_money.what_it_was_spent_on,
    "community_3": our_water,
    "community_4": who_measured,
    "community_5": how_long_people_wait,
    "community_7": the_next_district,
    "community_9": what_came_of_protests,
    "donor_5": hectares,
    "donor_6": community_and_laboratory,
    "r08": unheard_before_incidents,
    "r25": without_work,
    **journeys_outcomes.JOURNEYS,
}
