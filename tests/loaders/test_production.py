"""Production and sales of mines: what a file of them must look like, and what of it is kept."""

import pytest
from sqlalchemy import select

from data_access.vocabulary import schema
from loaders.engine.run import Terms
from loaders.gate.checks import LoadRefused
from loaders.store.database import reading
from tests.loaders.stand_ins import FILES, dump, load_text

PRODUCTION = FILES["production"]

REFUSED = {
    "a quantity in a currency": (",17500.5,kg,", ",17500.5,USD,", "values are in a currency"),
    "a value in kilograms": (",5000,USD,", ",5000,kg,", "values are in a currency"),
    "an unknown unit": (",17500.5,kg,", ",17500.5,oz,", "is not a known unit"),
    "an unknown product": (",gold,produced", ",diamonds,produced", "is not a known commodity"),
    "less than nothing": (",17500.5,", ",-17500.5,", "reported_figure"),
    "a note that readers of one language miss": ("бөлүгү,часть,A part", "бөлүгү,,A part", "in every language"),
    "a quote in no language": ("kilograms,en,", "kilograms,,", "both quote and quote_language"),
    "the same thing twice": (",gold,sales,5000,USD", ",gold,produced,5000,kg", "repeats the key of another row"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_refused_file_names_the_reason_and_changes_nothing(filled_stores, tmp_path, case):
    right, wrong, reason = REFUSED[case]
    before, content = dump(filled_stores.private), PRODUCTION.replace(right, wrong, 1)
    assert content != PRODUCTION
    with pytest.raises(LoadRefused, match=reason):
        load_text(filled_stores, tmp_path, "production", content)
    assert dump(filled_stores.private) == before


SET_ASIDE = {
    "a year to come": ("kumtor,2014,gold,produced", "kumtor,2099,gold,produced"),
    "a person as the producer": ("Mine A,company", "Asan Bekovna,company"),
    "a person in the quote": (",kilograms,en", ",as Asan Bekovich said,en"),
}


@pytest.mark.parametrize("case", SET_ASIDE)
def test_a_figure_that_names_somebody_or_is_of_a_year_to_come_is_set_aside(filled_stores, tmp_path, case):
    content = PRODUCTION.replace(*SET_ASIDE[case], 1)
    assert content != PRODUCTION
    outcome = load_text(filled_stores, tmp_path, "production", content, Terms(allow_removal=True))
    assert (outcome.rows_written, outcome.rows_rejected) == (1, 1)


def test_a_figure_is_published_as_it_was_loaded(published_stores):
    columns = schema.production.c
    query = select(columns.production_measure, columns.reported_figure, columns.production_unit, columns.note_en)
    with reading(published_stores.public) as connection:
        rows = [tuple(row) for row in connection.execute(query.order_by(columns.production_measure))]
    assert rows == [("produced", 17500.5, "kg", None), ("sales", 5000.0, "USD", "A part")]
