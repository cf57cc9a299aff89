"""Statements of named authors: what a file of them must look like, and what of it is kept."""

import pytest
from sqlalchemy import select

from data_access.vocabulary import schema
from loaders.engine.run import Terms
from loaders.gate.checks import LoadRefused
from loaders.store.database import reading
from tests.loaders.stand_ins import FILES, dump, load_text

STATEMENTS = FILES["published_statements"]

REFUSED = {
    "an unknown subject": (",money,", ",rumour,", "is not a known subject"),
    "a day without its precision": ("2020-03-01,day", "2020-03-01,", "both date_precision and said_on"),
    "a period that ends first": ("2019-12-31", "2014-12-31", "period_start is above period_end"),
    "a range that ends first": (",5,5,", ",6,5,", "value_low is above value_high"),
    "a figure without its unit": (",5,5,KGS,more_than", ",5,5,,", "both a figure and its unit"),
    "a unit without a figure": (",5,5,KGS", ",,,KGS", "both a figure and its unit"),
    "a figure of an unknown unit": (",KGS,", ",GBP,", "is not a known unit"),
    "a quote in no language": (",five,en,", ",five,,", "both quote_language and quote"),
    "a place twice": ("41702210,,kumtor", "41702210,41702,kumtor", "not both"),
    "a stream of what is no money": ("s-1,money", "s-1,monitoring", "only money is of a revenue stream"),
    "an address that runs": ("https://24.kg/1", "javascript:alert(1)", "begins with https://"),
    "no author": (",A company,", ",,", "must not be empty"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_refused_file_names_the_reason_and_changes_nothing(filled_stores, tmp_path, case):
    right, wrong, reason = REFUSED[case]
    before, content = dump(filled_stores.private), STATEMENTS.replace(right, wrong, 1)
    assert content != STATEMENTS
    with pytest.raises(LoadRefused, match=reason):
        load_text(filled_stores, tmp_path, "published_statements", content)
    assert dump(filled_stores.private) == before


SET_ASIDE = {
    "a day to come": ("2020-03-01", "2190-03-01"),
    "a person as the author": ("A company", "Asan Bekovna"),
    "a person in the text": ("один,Taxes", "Сказал Асанов Бек уулу,Taxes"),
    "a person in the quote": (",five,en", ",as Asan Bekovich said,en"),
    "a home in the text": ("Taxes of five years", "the house at 12 Manas street"),
}


@pytest.mark.parametrize("case", SET_ASIDE)
def test_a_statement_that_names_somebody_or_a_home_is_set_aside(filled_stores, tmp_path, case):
    content = STATEMENTS.replace(*SET_ASIDE[case], 1)
    assert content != STATEMENTS
    outcome = load_text(filled_stores, tmp_path, "published_statements", content, Terms(allow_removal=True))
    assert (outcome.rows_written, outcome.rows_rejected) == (1, 1)


def test_a_statement_is_published_as_it_was_loaded(published_stores):
    columns = schema.published_statement.c
    query = select(columns.statement_id, columns.value_low, columns.qualifier, columns.said_on).order_by(
        columns.statement_id
    )
    with reading(published_stores.public) as connection:
        rows = [tuple(row) for row in connection.execute(query)]
    assert [row[:3] for row in rows] == [("s-1", 5.0, "more_than"), ("s-2", None, None)]
    assert str(rows[0][3]) == "2020-03-01" and rows[1][3] is None
