"""The ways of a newcomer to the answers about money."""

from tests.browser import counted
from tests.browser.counted import Rows
from tests.browser.found import Found
from tests.browser.newcomer import Newcomer

DISTRICT = "chatkal"


def less_money(new: Newcomer, rows: Rows) -> Found:
    new.topic("compare")
    new.asks("less_money")
    pairs = counted.money_and_incidents(rows)
    return Found("compare_pairs", len(pairs))


def two_reports(new: Newcomer, rows: Rows) -> Found:
    new.topic("revenue")
    return Found("revenue_reconciliation", counted.unexplained_kgs(rows) / 1e6, counted.silent(rows))


def due_and_paid(new: Newcomer, rows: Rows) -> Found:
    new.topic("revenue")
    of_payers = "FROM revenue_due WHERE receiver_level IS NULL AND payer_code IS NOT NULL"
    due, payments = rows(f"SELECT sum(due_kgs), sum(paid_kgs) {of_payers} AND state <> 'cannot_be_checked'")[0]
    return Found("revenue_due", due / 1e9, payments / 1e9, (due - payments) / 1e6)


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


def money_of_our_district(new: Newcomer, rows: Rows) -> Found:
    new.row(DISTRICT)
    new.place(DISTRICT)
    year, amount = rows(
        """SELECT fiscal_year, sum(amount_kgs) / population FROM revenue JOIN district USING (district_code)
           WHERE slug = ? AND reached_local GROUP BY 1 ORDER BY 1 DESC LIMIT 1""",
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
