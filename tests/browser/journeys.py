"""The ways of a newcomer to the answer of each question, and the numbers that must stand there."""

from tests.browser import counted
from tests.browser.counted import Rows
from tests.browser.newcomer import Newcomer

DISTRICT = "chatkal"


class Found:
    """Where a journey ended: a panel, and numbers that its sentence must have, or the row of its table with a text."""

    def __init__(self, panel: str, *numbers: float, in_row: str | None = None) -> None:
        self.panel, self.numbers, self.in_row = panel, numbers, in_row


def less_money(new: Newcomer, rows: Rows) -> Found:
    new.topic("compare")
    new.asks("less_money")
    pairs = counted.money_and_incidents(rows)
    return Found("compare_pairs", len(pairs), abs(counted.spearman(pairs)))


def two_reports(new: Newcomer, rows: Rows) -> Found:
    new.topic("revenue")
    return Found("revenue_reconciliation", counted.unexplained_kgs(rows) / 1e6, counted.silent(rows))


def due_and_paid(new: Newcomer, rows: Rows) -> Found:
    new.topic("revenue")
    of_payers = "FROM revenue_due WHERE receiver_level IS NULL AND payer_code IS NOT NULL"
    due, paid = rows(f"SELECT sum(due_kgs), sum(paid_kgs) {of_payers} AND state <> 'cannot_be_checked'")[0]
    states = dict(rows(f"SELECT state, count(*) {of_payers} GROUP BY 1"))
    return Found("revenue_due", due / 1e9, paid / 1e9, sum(states.values()), *states.values())


def streams_of_local_budgets(new: Newcomer, rows: Rows) -> Found:
    new.topic("revenue")
    new.table("revenue_flow")
    (amount,) = rows(
        """SELECT sum(amount_kgs) FROM revenue WHERE stage = 'transfer' AND stream_code = 'infra_2pct'
           AND receiver_level = 'local_budget' GROUP BY district_code ORDER BY 1 DESC LIMIT 1"""
    )[0]
    return Found("revenue_flow", round(amount), in_row=new.word("level.local_budget"))


def silent_companies(new: Newcomer, rows: Rows) -> Found:
    new.topic("revenue")
    new.table("revenue_reconciliation")
    (payments,) = rows(
        """SELECT sum(amount_government_kgs) FROM revenue JOIN
           (SELECT payer_code, fiscal_year FROM revenue WHERE stage = 'payment' GROUP BY 1, 2
            HAVING count(amount_company_kgs) = 0) USING (payer_code, fiscal_year)
           WHERE stage = 'payment' GROUP BY payer_code ORDER BY 1 DESC LIMIT 1"""
    )[0]
    return Found("revenue_reconciliation", round(payments), in_row=new.word("recon.not_reporting"))


def what_funds_spent_on(new: Newcomer, rows: Rows) -> Found:
    new.topic("revenue")
    new.choose("stage", "spending")
    new.table("revenue_flow")
    (amount,) = rows(
        """SELECT sum(amount_kgs) FROM revenue WHERE stage = 'spending' AND receiver_level = 'district_fund'
           GROUP BY district_code, purpose_code ORDER BY 1 DESC LIMIT 1"""
    )[0]
    return Found("revenue_flow", round(amount), in_row=new.word("level.district_fund"))


def overdue_by_body(new: Newcomer, rows: Rows) -> Found:
    new.topic("grievances")
    new.table("grievances_in_time")
    query = """SELECT answer, grievance_count FROM grievance_outcome
               WHERE question = 'resolved' AND kind = 'body' AND code = 'company'"""
    answers = dict(rows(query))
    return Found("grievances_in_time", answers["in_time"], answers["missed"], in_row=new.word("body.company"))


def age_of_data(new: Newcomer, rows: Rows) -> Found:
    new.topic("data")
    late = "SELECT count(*) FROM source WHERE expected_on < date('now') AND kind <> 'synthetic'"
    return Found("data_register", rows("SELECT count(*) FROM source")[0][0], rows(late)[0][0])


def money_of_our_district(new: Newcomer, rows: Rows) -> Found:
    new.row(DISTRICT)
    new.place(DISTRICT)
    year, amount = rows(
        """SELECT fiscal_year, sum(amount_kgs) / population FROM revenue JOIN district USING (district_code)
           WHERE slug = ? AND stage = 'transfer' GROUP BY 1 ORDER BY 1 DESC LIMIT 1""",
        DISTRICT,
    )[0]
    return Found("revenue_by_stream", year, amount)


def what_it_was_spent_on(new: Newcomer, rows: Rows) -> Found:
    new.map(DISTRICT)
    new.place(DISTRICT)
    (amount,) = rows(
        """SELECT sum(amount_kgs) / count(DISTINCT fiscal_year) / population FROM revenue
           JOIN district USING (district_code) WHERE slug = ? AND stage = 'spending'""",
        DISTRICT,
    )[0]
    return Found("revenue_by_purpose", amount)


def our_water(new: Newcomer, rows: Rows) -> Found:
    new.topic("monitoring")
    new.row(DISTRICT)
    beyond, judged = rows(
        """SELECT sum(exceeds_count), sum(ok_count + near_count + exceeds_count) FROM reading
           JOIN district USING (district_code) WHERE slug = ?""",
        DISTRICT,
    )[0]
    return Found("readings_by_quarter", judged, beyond)


def who_measured(new: Newcomer, rows: Rows) -> Found:
    new.topic("monitoring")
    new.row(DISTRICT)
    new.table("readings_by_collector")
    counts = rows(
        """SELECT sum(exceeds_count), sum(near_count), sum(ok_count), sum(cannot_tell_count) FROM station_month
           JOIN station USING (station_id) JOIN district USING (district_code)
           WHERE slug = ? AND collected_by = 'community'""",
        DISTRICT,
    )[0]
    return Found("readings_by_collector", *counts, in_row=new.word("collected_by.community"))


def how_long_people_wait(new: Newcomer, rows: Rows) -> Found:
    new.topic("grievances")
    new.choose("issue", "water")
    waits = dict(rows("SELECT wait, median_days FROM grievance_wait WHERE kind = 'issue' AND code = 'water'"))
    return Found("grievances_waits", waits["resolve"], waits["open"])


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
    known = """SELECT count(*) FROM grievance_year JOIN district ON district_code = area_code
               WHERE year = 2020 AND NOT is_withheld AND open_count IS NOT NULL"""
    return Found("compare_pairs", rows(known)[0][0])


JOURNEYS = {
    "msg_1": less_money,
    "msg_2": two_reports,
    "msg_3": due_and_paid,
    "msg_4": streams_of_local_budgets,
    "msg_6": silent_companies,
    "msg_7": what_funds_spent_on,
    "msg_8": overdue_by_body,
    "msg_10": age_of_data,
    "community_1": money_of_our_district,
    "community_2": what_it_was_spent_on,
    "community_3": our_water,
    "community_4": who_measured,
    "community_5": how_long_people_wait,
    "community_7": the_next_district,
    "community_9": what_came_of_protests,
    "donor_6": community_and_laboratory,
    "r08": unheard_before_incidents,
}
