"""Replies: what a file may say, what is published of it, and that nothing of a hidden incident comes out by a reply."""

import pytest
from sqlalchemy import select

from data_access.vocabulary import schema
from loaders.commands import incidents
from loaders.decisions.release import release
from loaders.decisions.takedown import take_down
from loaders.engine.run import Terms
from loaders.engine.undo import undo
from loaders.gate.checks import LoadRefused
from loaders.publish import publish, withdraw
from loaders.store.database import Stores, reading
from loaders.store.replies import reply
from loaders.store.settings import LoaderSettings
from tests.loaders.databases import LIMIT, both_databases
from tests.loaders.stand_ins import FILES, dump, load_text

REPLIES = FILES["replies"]
TO_HIDDEN = "r-3"


def replies_by_id(stores: Stores) -> dict[str, dict]:
    """The public replies by their keys."""
    publish(stores, LIMIT)
    with reading(stores.public) as connection:
        return {row["reply_id"]: dict(row) for row in connection.execute(select(schema.reply)).mappings()}


def source(stores: Stores) -> dict:
    """What is published of the source of the replies."""
    with reading(stores.public) as connection:
        query = select(schema.source).where(schema.source.c.source_key == "replies")
        return dict(connection.execute(query).mappings().one())


def test_a_reply_is_published_as_it_was_given(published_incidents):
    reply_row = replies_by_id(published_incidents)["r-1"]
    assert (reply_row["by_kind"], reply_row["by_en"], reply_row["organisation_code"]) == ("company", "Mine A", "mine-a")
    assert (reply_row["text_ky"], reply_row["text_en"], reply_row["original_language"]) == (
        "жооп бир",
        "reply one",
        "ru",
    )
    assert (reply_row["stage"], reply_row["stream_code"], reply_row["first_year"]) == ("payment", "land_property", 2014)
    assert replies_by_id(published_incidents)["r-2"]["by_en"] == "A ministry"


def test_a_reply_to_an_incident_is_public_as_long_as_the_incident_is(published_incidents):
    assert [*replies_by_id(published_incidents)] == ["r-1", "r-2", "r-4", "r-5"]
    for by in ("A.", "B."):
        release(published_incidents, "i-2", by)
    assert TO_HIDDEN in replies_by_id(published_incidents)


def test_its_source_tells_nothing_of_a_reply_that_is_held_back(published_incidents):
    replies_by_id(published_incidents)
    assert (source(published_incidents)["row_count"], source(published_incidents)["read_count"]) == (4, None)
    for by in ("A.", "B."):
        release(published_incidents, "i-2", by)
    replies_by_id(published_incidents)
    assert (source(published_incidents)["row_count"], source(published_incidents)["read_count"]) == (5, None)


def test_the_day_of_a_reply_that_is_held_back_is_told_nowhere(incident_stores, tmp_path):
    load_text(incident_stores, tmp_path, "replies", REPLIES.replace("2020-03-03", "2021-09-09"))
    replies_by_id(incident_stores)
    assert str(source(incident_stores)["newest_on"]) == "2020-03-05"


def test_a_reply_to_what_left_the_list_goes_with_it(incident_stores, tmp_path):
    content = FILES["incidents"].replace("i-1", "i-9")
    load_text(incident_stores, tmp_path, "incidents", content, Terms(allow_removal=True))
    assert [*replies_by_id(incident_stores)] == ["r-1", "r-4", "r-5"]


TOLD_TWO = REPLIES.replace("reply two", "told two")


def test_a_takedown_takes_the_replies_along(published_incidents, tmp_path):
    load_text(published_incidents, tmp_path, "replies", TOLD_TWO)
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "replies-20260102-030405-000006.csv").write_text("told two")
    settings = LoaderSettings("", "", reports=reports)
    incidents.takedown(published_incidents, settings, "i-1", "privacy", "A.B.", lambda _message: None)
    with reading(published_incidents.private) as connection:
        assert "i-1" not in connection.scalars(select(reply.c.incident_id)).all()
    assert [*replies_by_id(published_incidents)] == ["r-1", "r-4", "r-5"]
    assert "told two" not in str(dump(published_incidents.public)) and not [*reports.iterdir()]


def test_no_file_and_no_undo_brings_them_back(incident_stores, tmp_path):
    load_text(incident_stores, tmp_path, "replies", TOLD_TWO)
    take_down(incident_stores, "i-1", "privacy", "A.B.")
    outcome = load_text(incident_stores, tmp_path, "replies", REPLIES + "\n")
    assert (outcome.rows_written, outcome.rows_rejected) == (4, 1)
    undo(incident_stores, outcome.run_id)
    assert [*replies_by_id(incident_stores)] == ["r-1", "r-4", "r-5"]


@both_databases
def test_an_incident_that_is_withdrawn_alone_takes_them_along_too(published_incidents):
    assert withdraw(published_incidents, "i-1")
    with reading(published_incidents.public) as connection:
        assert "r-2" not in connection.scalars(select(schema.reply.c.reply_id)).all()


LONG = "я" * 601
REFUSED = {
    "a language that is missing": ("жооп бир", "", "must not be empty"),
    "a text that is too long": ("ответ один", LONG, "is longer than 600 characters"),
    "markup": ("reply one", "<b>reply</b>", "plain text, without markup"),
    "a mark of a term": ("reply one", "a [[gini|x]]", "plain text, without markup"),
    "two paragraphs": ("reply one", '"reply\none"', "plain text, without markup"),
    "a formula": ("reply one", "=1+1", "plain text, without markup"),
    "a phone number": ("reply one", "call 0555 123 456", "phone number"),
    "an e-mail": ("reply one", "write to a@b.kg", "e-mail"),
    "somebody else": ("company,mine-a", "person,mine-a", "is not a known kind of body"),
    "nobody": ("company,mine-a", "company,", "must have organisation_code, or by_ky"),
    "two names": ("mine-a,,,,figure", "mine-a,а,б,c,figure", "must have organisation_code, or by_ky"),
    "an unknown organisation": ("company,mine-a", "company,mine-z", "is not a known organisation"),
    "an unknown topic": ("figure,revenue", "figure,weather", "is not a known topic"),
    "a figure of nothing": ("figure,revenue", "figure,", "must have the column of its subject"),
    "a site and a figure": ("site,,", "site,revenue,", "must have the column of its subject"),
    "an unknown site": (",kumtor,", ",nowhere,", "is not a known site"),
    "an unknown incident": (",i-1,", ",i-77,", "is not a known incident"),
    "an unknown district": (",41702205,", ",41702299,", "is not a known district"),
    "a stream of incidents": ("figure,revenue", "figure,incidents", "figures of its topic have no such code"),
    "a payer of transfers": ("payment,land", "transfer,land", "a payer needs a stage at which companies pay"),
    "half a period": ("2014,2014", "2014,", "both first_year and last_year"),
    "years in the wrong order": ("2014,2014", "2015,2014", "both first_year and last_year"),
    "an address that runs": ("https://example.kg/5", "javascript:alert(1)", "begins with https://"),
    "no document": ("Letter 5", "", "must not be empty"),
    "a fourth language": (",ru,Letter", ",de,Letter", "is not a known language"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_refused_file_names_the_reason_and_changes_nothing(filled_stores, tmp_path, case):
    right, wrong, reason = REFUSED[case]
    before, content = dump(filled_stores.private), REPLIES.replace(right, wrong, 1)
    assert content != REPLIES
    with pytest.raises(LoadRefused, match=reason) as error:
        load_text(filled_stores, tmp_path, "replies", content)
    assert dump(filled_stores.private) == before
    # A file may hold what only its operator may know.
    assert "found" not in str(error.value)


SET_ASIDE = {
    "a day to come": ("2020-03-01", "2190-03-01"),
    "a person": ("reply one", "Asan Bekovich said so"),
    "a person in another language": ("ответ один", "Ответил Асанов Бек уулу"),
    "a person as the body": ("A ministry", "Asan Bekovna"),
    "a home": ("reply one", "we live at 12 Manas street"),
    "a home in another language": ("ответ один", "живём на ул. Ленина 12"),
    "a home in Kyrgyz": ("жооп бир", "Манас көчөсү 5 дарегинде"),
}


@pytest.mark.parametrize("case", SET_ASIDE)
def test_a_reply_that_names_somebody_or_a_home_is_set_aside(filled_stores, tmp_path, case):
    content = REPLIES.replace(*SET_ASIDE[case], 1)
    assert content != REPLIES
    outcome = load_text(filled_stores, tmp_path, "replies", content, Terms(allow_removal=True))
    assert (outcome.rows_written, outcome.rows_rejected) == (4, 1)


@pytest.mark.parametrize("text", ["Law No. 67, article 5", "за 2022 год уплачено 12 млн сомов", "2019-жылы 5 айылда"])
def test_what_only_resembles_an_address_is_kept(filled_stores, tmp_path, text):
    content = REPLIES.replace("reply one", f'"{text}"')
    assert load_text(filled_stores, tmp_path, "replies", content).rows_written == 5
