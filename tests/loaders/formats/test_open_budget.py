"""Answers of Open Budget: what is read of them, and how each difference from what is known of them is said."""

import json
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from loaders.formats.open_budget import OPEN_BUDGET
from loaders.gate.checks import LoadRefused
from loaders.gate.publisher_format import Reading
from tests.loaders import open_budget_service as service

ASKED = {"regionCode": service.AK_SUU, "dateFrom": "2020-02-01", "dateTo": "2020-02-29"}
QUERY = (
    f"countryCode={service.ISSYK_KUL}&regionCode={service.AK_SUU}&districtCode=&dateFrom=2020-02-01&dateTo=2020-02-29"
)
ADDRESS = f"https://budget.okmot.kg/ru/get-incomes?{QUERY}"


@pytest.fixture(autouse=True)
def march(monkeypatch) -> None:
    monkeypatch.setattr("data_access.vocabulary.clock.now", lambda: datetime(2020, 3, 31, 3, tzinfo=UTC))


@pytest.fixture
def reading(reference) -> Callable[..., Reading]:
    """Reads one saved answer, by default that of February, with this mapping."""

    def read(answer: object = None, address: str = ADDRESS, **mapping: object) -> Reading:
        answers = [{"address": address, "answer": service.revenue(ASKED) if answer is None else answer}]
        content = json.dumps(answers).encode()
        return OPEN_BUDGET.read(content, "answers.json", {**service.MAPPING, **mapping}, reference)

    return read


def test_facts_of_local_budgets_are_read_and_plans_are_not(reading):
    result = reading(unit=1000)
    rows = result.frame[["stage", "receiver_level", "district_code", "oblast_code", "stream_code", "amount_government"]]
    assert rows.to_numpy().tolist() == [
        ["transfer", "local_budget", "41702205", "41702", "royalty", "600000"],
        ["transfer", "local_budget", "41702205", "41702", "land_property", "300000"],
    ]
    assert set(result.frame["period_end"]) == {"2020-02-29"}


def test_a_code_that_nobody_has_decided_about_is_told_with_its_sum(reading):
    result = reading()
    assert [(one.value, one.reason) for one in result.set_aside] == [
        (service.TRADE, "is not in [stream_alias] of the mapping")
    ]
    assert result.warnings == (f"not loaded: '{service.TRADE}', received by 'local_budget': 2,700 KGS",)
    assert reading(not_mining=["114"]).set_aside == ()


def test_the_same_month_keeps_its_keys(reading):
    assert reading().frame["flow_id"].tolist() == reading(unit=1000).frame["flow_id"].tolist()


@pytest.mark.parametrize(("city", "codes"), [("0.00", ["royalty", "land_property"]), (None, ["royalty"])])
def test_what_no_budget_says_anything_of_is_no_zero(reading, city, codes):
    rows, totals = service.revenue(ASKED)
    row = next(row for row in rows if row["code"] == service.LAND)
    for above in (*rows[:2], totals):
        above |= {"gorod": above["gorod"] - row["gorod"], "ao": above["ao"] - row["ao"]}
    row |= {"rayon": "", "gorod": city, "ao": None}
    frame = reading([rows, totals]).frame
    assert (
        frame["stream_code"].tolist() == codes and frame["amount_government"].tolist()[1:] == ["0.00"][: len(codes) - 1]
    )


def test_a_code_that_vanished_and_an_entry_that_came_are_remarked_on(reading):
    answer = service.revenue(ASKED)
    answer[0][-1]["fond"] = 5
    warnings = reading(answer, stream_alias={**service.MAPPING["stream_alias"], "99999999": "bonus"}).warnings
    assert warnings[0].startswith("rows have further entries, which are not read: fond")
    assert warnings[1] == "no answer has these codes of [stream_alias]; has the classification changed? 99999999"


def _row(**changes: object) -> list:
    """The answer with these changes of the first row of eight digits; None takes an entry away."""
    rows, totals = service.revenue(ASKED)
    row = next(row for row in rows if len(row["code"]) == 8)
    row |= changes
    for name in [name for name, value in changes.items() if value == "away"]:
        del row[name]
    return [rows, totals]


def _totals(**changes: object) -> list:
    rows, totals = service.revenue(ASKED)
    return [rows, totals | changes]


TOLD = "revenue of 41702205000000, 2020-02-01 to 2020-02-29"
DIFFERENT = {
    "object": (
        {"error": "x", "status": 5},
        f"{TOLD} should be a list of two: rows, and their totals, and is an object",
    ),
    "rows alone": (
        [service.revenue(ASKED)[0]],
        f"{TOLD} should be a list of two: rows, and their totals, and is a list",
    ),
    "totals a list": ([service.revenue(ASKED)[0], []], f"{TOLD}: its totals should be an object, and is a list of 0"),
    "row a text": (
        [["a"], {}],
        f"{TOLD}: code of a row should be one to eight digits in quotation marks, and is missing",
    ),
    "number for a code": (_row(code=14520001), "and is 14520001: the service answers otherwise than is known of it"),
    "nine digits": (_row(code="145200010"), "and is the text '145200010'"),
    "code twice": (_row(code=service.LAND), f"{TOLD}: the code {service.LAND} occurs twice"),
    "budget missing": (_row(rayon="away"), "there is no rayon; there are code, name, rb, rb_p, rayon_p, gorod"),
    "plan missing": (_row(ao_p="away"), "there is no ao_p"),
    "decimal comma": (
        _row(ao="600,0"),
        ": ao should be a number with a decimal point, or nothing, and is the text '600,0'",
    ),
    "truth": (_row(ao=True), "and is True"),
    "more than its sum": (_row(ao=700), f"{TOLD}: the row of code 1 says ao = 3,510"),
    "plan does not add up": (_row(ao_p=1), "the row of code 1 says ao_p ="),
    "total": (_totals(ao=1), f"{TOLD}: the total says ao = 1; its rows of 8 digits add up to 3,510"),
    "total missing": ([service.revenue(ASKED)[0], {"ao": 1}], ": its totals: there is no rayon, rayon_p, gorod"),
}


@pytest.mark.parametrize("case", DIFFERENT)
def test_what_differs_is_said(reading, case):
    answer, reason = DIFFERENT[case]
    with pytest.raises(LoadRefused) as error:
        reading(answer)
    assert reason in str(error.value)


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        (ADDRESS.replace("get-incomes", "get-expenses"), "holds an answer of an address that is not asked"),
        (ADDRESS.replace(service.AK_SUU, "41702205"), "names no places by SOATE codes of 14 digits"),
        (ADDRESS.replace("dateTo=2020-02-29", "dateTo=29.02.2020"), "has no dateFrom and dateTo as 2019-01-31"),
        (ADDRESS.replace("dateFrom=2020", "dateFrom=2019"), "does not lie in one year"),
    ],
)
def test_an_address_that_tells_too_little_is_refused(reading, address, reason):
    with pytest.raises(LoadRefused, match=reason):
        reading(address=address)


@pytest.mark.parametrize("content", [service.revenue(ASKED), {"answer": []}, [{"answer": []}]])
def test_an_answer_without_its_address_is_refused(reference, content):
    with pytest.raises(LoadRefused, match="is not a list of saved answers"):
        OPEN_BUDGET.read(json.dumps(content).encode(), "answers.json", service.MAPPING, reference)


def test_the_same_month_twice_is_refused(reference):
    answers = [{"address": ADDRESS, "answer": service.revenue(ASKED)}] * 2
    with pytest.raises(LoadRefused, match="two answers of 41702205000000 for the month from 2020-02-01"):
        OPEN_BUDGET.read(json.dumps(answers).encode(), "answers.json", service.MAPPING, reference)
