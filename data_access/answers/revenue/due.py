"""What was due by the dated sharing rules beside what was paid."""

from sqlalchemy import select

from data_access.answers import filters, sources
from data_access.answers.revenue import money
from data_access.answers.revenue.paths import names
from data_access.store.database import Snapshot
from data_access.vocabulary import schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from data_access.vocabulary.source import Source

table = schema.revenue_due


def by_payer(snapshot: Snapshot, selection: Selection) -> Answer:
    """Columns fiscal_year, payer (``operator:code``), level, due, paid, comparison; in the chosen currency and prices.

    Rows without a level are a payer's whole, rows without a payer are all payers together, compared with transfers.
    Of a chosen payer only its own rows.
    """
    choices = ((table.c.payer_code, selection.operator), (table.c.stream_code, selection.stream))
    where = tuple((column, value) for column, value in choices if value)
    known_years = filters.known_years(snapshot, table.c.fiscal_year, where)
    years = filters.chosen_years(selection, known_years)
    query = select(table).where(filters.equal(where)).order_by(table.c.fiscal_year, table.c.due_id)
    frame = snapshot.frame(query).rename(
        columns={"due_kgs": "due", "paid_kgs": "paid", "receiver_level": "level", "state": "comparison"}
    )
    conversion = money.convert(snapshot, frame.astype({"due": float, "paid": float}), selection, ("due", "paid"))
    rows = conversion.frame.assign(payer=("operator:" + conversion.frame["payer_code"]).fillna(""))
    years = filters.years_with_rows(years, rows["fiscal_year"])
    origins = (*sources.of_rows(snapshot, table), *_rules(snapshot), *conversion.sources)
    return Answer(rows, years, known_years, origins, money=conversion.money, names=names(snapshot))


def _rules(snapshot: Snapshot) -> tuple[Source, ...]:
    """The law behind what is due."""
    return tuple(source for source in sources.all_of(snapshot) if source.key == "sharing_rules")
