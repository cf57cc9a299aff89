"""Open Budget asked as the operator's timetable asks it; a stand-in answers, since nobody has reached the service."""

import json
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from loaders.commands.refresh import refresh
from loaders.formats import open_budget_walk
from loaders.store.database import reading
from loaders.store.revenue import flow
from loaders.store.settings import LoaderSettings
from tests.loaders import open_budget_service as service
from tests.loaders.stand_ins import source_of


@pytest.fixture
def march(monkeypatch) -> None:
    """It is the last day of March 2020: 14 months since 2019 have ended."""
    monkeypatch.setattr("data_access.vocabulary.clock.now", lambda: datetime(2020, 3, 31, 3, tzinfo=UTC))


@pytest.fixture
def refresh_source(published_stores, tmp_path, march) -> Callable[..., tuple[list[str], str]]:
    """Refreshes the one source, with these changes of its mapping; gives the failed ones and what was said."""
    (tmp_path / "mappings").mkdir()

    def run(address: str, **changes: object) -> tuple[list[str], str]:
        mapping = {**service.MAPPING, "not_mining": ["1141"], **changes}
        lines = [f"{name} = {json.dumps(value)}" for name, value in mapping.items() if name != "stream_alias"]
        lines += ["[stream_alias]", *(f'"{code}" = "{stream}"' for code, stream in mapping["stream_alias"].items())]
        (tmp_path / "mappings" / "o.toml").write_text("\n".join(lines), encoding="utf-8")
        about = {"address": address, "folder": tmp_path, "format": "open_budget", "mapping": "o.toml", "key": "open"}
        messages: list[str] = []
        settings = LoaderSettings("", "", reports=tmp_path / "reports")
        keys = refresh(published_stores, settings, {"open": source_of("revenue", **about)}, messages.append)
        return keys, "\n".join(messages)

    return run


def flows(stores) -> list[tuple]:
    query = select(flow).where(flow.c.source_key == "open").order_by(flow.c.period_start, flow.c.district_code)
    with reading(stores.private) as connection:
        return list(connection.execute(query.order_by(flow.c.stream_code)))


def test_each_ended_month_of_each_district_is_money_that_reached_it(published_stores, refresh_source):
    with service.serving() as (address, calls):
        keys, output = refresh_source(address, first_year=2019)
        count = len(calls)
        assert keys == [] and "published as version 2" in output
        assert "nothing new" in refresh_source(address, first_year=2019)[1]
    rows = flows(published_stores)
    assert len(rows) == 14 * 2 * 2
    assert {(row.stage, row.receiver_level, row.currency, row.payer_code) for row in rows} == {
        ("transfer", "local_budget", "KGS", None)
    }
    first = rows[0]
    assert (str(first.period_start), str(first.period_end), first.district_code) == (
        "2019-01-01",
        "2019-01-31",
        "41702205",
    )
    # City and aiyl aimaks, 3 and 7, of parts that weigh 5 and 10; of royalties 20.
    assert [row.amount_government for row in rows[:4]] == [150, 300, 50, 100]
    # Two years of whole periods, a list, and a month that has not begun for each of the two districts.
    assert count == 14 * 2 + 2 * 2 + 1 + 2


def test_aiyl_aimaks_are_asked_one_by_one(published_stores, refresh_source):
    with service.serving() as (address, _):
        keys, output = refresh_source(address, level="aiyl_aimak", unit=1000, districts=["41702205"])
    assert keys == [], output
    royalties = [row.amount_government for row in flows(published_stores) if row.stream_code == "royalty"]
    assert sorted(royalties) == [100_000, 200_000, 200_000, 400_000]


def test_one_address_is_tried_alone(published_stores, refresh_source):
    query = (
        f"get-incomes?countryCode={service.ISSYK_KUL}&regionCode={service.AK_SUU}&dateFrom=2020-02-01&dateTo=2020-02-29"
    )
    with service.serving() as (address, calls):
        keys, output = refresh_source(f"{address}/{query}")
    assert (keys, len(calls), len(flows(published_stores))) == ([], 1, 2), output


def with_change(change: Callable[[str, dict[str, str], object], object]) -> service.Answer:
    """The stand-in whose answers are changed: path, what was asked, answer -> answer."""
    return lambda path, query: change(path, query, service.answer_of(path, query))


def _as_if_nothing_were_asked(_path: str, query: dict[str, str], answer: object) -> object:
    return service.revenue(query | {"regionCode": service.AK_SUU}) if "regionCode" in query else answer


def _the_first_of_the_next_month_too(_path: str, query: dict[str, str], answer: object) -> object:
    """As where the last day did not count, or the next month's first did."""
    if query.get("dateFrom") != "2020-02-01":
        return answer
    return service.revenue(query | {"dateTo": "2020-03-01"})


def _plan_and_fact_swapped(_path: str, query: dict[str, str], answer: object) -> object:
    if query.get("dateFrom") != "2020-04-01":
        return answer
    text = json.dumps(answer).replace('gorod_p"', 'x"').replace('gorod"', 'gorod_p"').replace('x"', 'gorod"')
    return json.loads(text)


WRONG = {
    "a page": (lambda *_: b"<html>", "is not JSON text"),
    "other codes": (
        lambda path, _query, answer: [[{"code": "41702"}]] if "get-regions" in path else answer,
        "the list of places in 41702000000000: code should be a SOATE code of 14 digits in quotation marks, and is the",
    ),
    "all places alike": (_as_if_nothing_were_asked, "so the service does not tell these places apart"),
    "other months": (_the_first_of_the_next_month_too, "41702205000000, code 11310001: 2020-01-01 to 2020-02-29 is"),
    "a fact of the future": (_plan_and_fact_swapped, "has not begun (2020-04-01), as gorod: plan and fact stand"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_different_is_said_and_nothing_is_loaded(published_stores, refresh_source, case):
    change, reason = WRONG[case]
    with service.serving(with_change(change)) as (address, _):
        keys, output = refresh_source(address)
    assert keys == ["open"] and reason in output and flows(published_stores) == []


def test_districts_that_one_list_lacks_are_told(refresh_source):
    answer = with_change(
        lambda path, _query, answer: (
            [[{"code": service.AK_SUU, "name": {"ru": "а"}}, {"code": "41702999000000"}]]
            if "get-regions" in path
            else answer
        )
    )
    with service.serving(answer) as (address, _):
        keys, output = refresh_source(address)
    assert keys == [] and "is a district of the service that is not in the list of districts here" in output
    assert "the service does not list these districts of 41702000000000: 41702210000000" in output


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"first_year": 2018}, "would ask 60 addresses, and asks at most 59 at a time"),
        ({"districts": ["41702999"]}, "the mapping's districts are not all in the list here: 41702999"),
        ({"frist_year": 2019}, "the mapping has an entry 'frist_year'"),
    ],
)
def test_what_a_mapping_asks_has_bounds(refresh_source, monkeypatch, changes, reason):
    monkeypatch.setattr(open_budget_walk, "MOST_ADDRESSES", 59)
    with service.serving() as (address, calls):
        keys, output = refresh_source(address, **changes)
    assert keys == ["open"] and reason in output and len(calls) <= 1
