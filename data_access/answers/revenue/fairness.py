"""How evenly money is spread over people, and what districts with a working mine get of it."""

from dataclasses import replace

import pandas as pd
from sqlalchemy import select

from data_access.answers.revenue import flows, money
from data_access.store.database import Snapshot, per_version
from data_access.vocabulary import languages, schema
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection

# Of fewer districts, each perhaps of other years, neither shares nor groups tell anything about the country.
FEWEST = 8
COLUMNS = ["district_code", "slug", *languages.columns("name"), "value"]
OPERATING_STATUS = "operating"


def shares(snapshot: Snapshot, selection: Selection) -> Answer:
    """One row per district with data, those that got least per person first.

    Columns slug, names, value (in total), residents, people_share and money_share (percent), ratio (money_share to
    people_share: 1 is equal), people_up_to and money_up_to (percent, summed up to the row), gini (the same in every
    row, weighted by people). ``why`` tells where these are not defined.
    """
    answer = flows.by_district(snapshot, replace(selection, district=None, per="total"))
    if answer.is_empty:
        return answer
    with_residents = _with_residents(snapshot, answer)
    why = why_undefined(with_residents["value"])
    if why:
        return replace(answer, frame=with_residents.head(0), empty_reason=why, unplaced=None)
    span = money.residents(snapshot, answer.years[1]).loc[with_residents["district_code"], "year"]
    names_without_people = money.named_without_people(
        snapshot, set(answer.frame.dropna(subset="value")["district_code"])
    )
    terms = replace(answer.money, people_years=(int(span.min()), int(span.max())), without_people=names_without_people)
    return replace(answer, frame=spread(with_residents), money=terms)


def why_undefined(values: pd.Series) -> str | None:
    """Key of the reason why shares of these amounts mean nothing; None where they do."""
    if len(values) < FEWEST:
        return "fairness_few"
    if (values < 0).any():
        return "fairness_negative"
    return "fairness_zero" if not values.sum() else None


def spread(frame: pd.DataFrame) -> pd.DataFrame:
    """Rows with ``value`` and ``residents``, ordered by their quotient, with shares and the Gini coefficient."""
    order = (frame["value"] / frame["residents"]).sort_values(kind="stable").index
    rows = frame.loc[order].reset_index(drop=True)
    people = 100 * rows["residents"] / rows["residents"].sum()
    amounts = 100 * rows["value"] / rows["value"].sum()
    people_up_to, money_up_to = people.cumsum(), amounts.cumsum()
    # Twice the area between the line of equal shares and the curve, by trapezoids.
    below = (people * (money_up_to + money_up_to - amounts)).sum() / 100**2
    return rows.assign(
        people_share=people,
        money_share=amounts,
        ratio=amounts / people,
        people_up_to=people_up_to,
        money_up_to=money_up_to,
        gini=1 - below,
    )


def hosts(snapshot: Snapshot, selection: Selection) -> Answer:
    """Districts with data, in two rows: code (host: with an operating mine; other), districts, value.

    ``value`` is money in the chosen terms: a sum, or per person and year of all residents of the group.
    """
    answer = flows.by_district(snapshot, replace(selection, district=None))
    if answer.is_empty:
        return answer
    is_share = answer.money.per == "person"
    known_rows = _with_residents(snapshot, answer) if is_share else answer.frame[COLUMNS].dropna(subset="value")
    if len(known_rows) < FEWEST:
        return replace(answer, frame=known_rows.head(0), empty_reason="fairness_few", unplaced=None)
    is_host = known_rows["district_code"].isin(host_districts(snapshot))
    weight = known_rows["residents"] if is_share else pd.Series(1.0, known_rows.index)
    sums = known_rows.assign(
        weight=weight, value=known_rows["value"] * weight, code=is_host.map({True: "host", False: "other"})
    )
    groups = sums.groupby("code", sort=True)[["value", "weight"]].sum()
    value = groups["value"] / groups["weight"] if is_share else groups["value"]
    frame = pd.DataFrame({"value": value, "districts": sums.groupby("code").size()}).reset_index()
    no_people = set(answer.frame.loc[answer.frame["is_without_people"], "district_code"])
    terms = replace(answer.money, without_people=money.named_without_people(snapshot, no_people))
    return replace(answer, frame=frame, money=terms)


def _with_residents(snapshot: Snapshot, answer: Answer) -> pd.DataFrame:
    """Districts with a value and with residents, of the last year of the answer."""
    people = money.residents(snapshot, answer.years[1])["residents"].rename("residents")
    return answer.frame[COLUMNS].join(people, on="district_code").dropna(subset=["value", "residents"])


@per_version
def host_districts(snapshot: Snapshot) -> frozenset[str]:
    """Codes of the districts with a site that works."""
    query = select(schema.site.c.district_code).where(schema.site.c.status == OPERATING_STATUS)
    return frozenset(snapshot.frame(query)["district_code"])
