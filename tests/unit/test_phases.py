"""Before, during and after, with and without: the arithmetic, the places and years behind it, and what is not told."""

from datetime import date

import pandas as pd
import pytest

from dashboard.panels import BY_KEY
from dashboard.panels.compare import phases as panel_module
from dashboard.text import LANGUAGES, load
from data_access.answers import phases
from data_access.answers.chance import dispersion, interval, interval_of_mean
from data_access.answers.phases import Figure
from data_access.store.database import Database, Snapshot
from data_access.vocabulary.answer import Answer
from data_access.vocabulary.selection import Selection
from tests.support import money_store
from tests.support.spaces import plain_spaces

NAN = float("nan")
MET, PEERS = ("a", "b", "c"), ("x", "y", "z")
SPANS = dict.fromkeys(MET, (2019, 2020))


@pytest.mark.parametrize(
    ("year", "span", "phase"),
    [
        (2018, (2019, 2020), "before"),
        (2019, (2019, 2020), "during"),
        (2020, (2019, 2020), "during"),
        (2021, (2019, 2020), "after"),
        (2019, (2019, 2019), "during"),
        # A project of which no end is told goes on.
        (2030, (2019, float("inf")), "during"),
    ],
)
def test_a_year_with_any_of_it_is_no_year_before_or_after(year, span, phase):
    assert phases.phase_of(year, span) == phase


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [(0, 0.0, 3.689), (1, 0.0253, 5.572), (4, 1.090, 10.242), (10, 4.795, 18.390), (100, 81.364, 121.627)],
)
def test_the_interval_is_that_of_a_count_by_chance(count, low, high):
    """Exact ones (Garwood 1936); of one or none the approximation is a little wide."""
    assert interval([(1.0, count)]) == pytest.approx((low, high), rel=0.006, abs=0.022)
    assert interval([(0.5, count)]) == pytest.approx(tuple(end / 2 for end in interval([(1.0, count)])))


@pytest.mark.parametrize(
    ("counts", "times"), [([], 1), ([5], 1), ([0, 0, 0], 1), ([1, 1, 1], 1), ([0, 10], 10), ([0, 0, 9], 9), ([4, 6], 1)]
)
def test_counts_that_differ_more_than_by_chance_make_the_interval_wider(counts, times):
    assert dispersion(counts) == pytest.approx(times)


def test_districts_that_differ_make_a_mean_less_sure():
    many, few = {"a": 4, "b": 4, "c": 4}, {"a": 0, "b": 0, "c": 12}
    alike = rows(every(lambda place, _: many[place], found=MET))["during", "with"]
    apart = rows(every(lambda place, _: few[place], found=MET))["during", "with"]
    assert alike["rate"] == apart["rate"] == 4.0
    assert apart["rate_low"] < alike["rate_low"] and alike["rate_high"] < apart["rate_high"]


def test_a_sum_of_few_heavy_counts_is_less_sure_than_one_of_many():
    even, uneven = interval([(0.5, 6), (0.5, 6)]), interval([(0.9, 6), (0.1, 6)])
    assert uneven[1] - uneven[0] > even[1] - even[0]


@pytest.mark.parametrize(
    ("numbers", "ends"),
    [
        # One number of each of three districts, and of sixteen: mean ± t · s / √n, not below 0.
        ({"a": [10], "b": [20], "c": [30]}, (0, 20 + 4.303 * 10 / 3**0.5)),
        ({f"{number}": [number] for number in range(1, 17)}, (8.5 - 2.131 * 4.761 / 4, 8.5 + 2.131 * 4.761 / 4)),
        # Two numbers of a district that are the same are no more sure than one.
        ({"a": [50, 50], "b": [60, 60], "c": [70, 70]}, (60 - 4.303 * 10 / 3**0.5, 60 + 4.303 * 10 / 3**0.5)),
        # Whole numbers that are equal are so by rounding.
        ({"a": [5], "b": [5], "c": [5]}, (5 - 4.303 / 6, 5 + 4.303 / 6)),
    ],
)
def test_a_mean_is_as_sure_as_its_districts_are_alike(numbers, ends):
    many = sum(map(len, numbers.values()))
    parts = [(place, 1 / many, number) for place, found in numbers.items() for number in found]
    assert interval_of_mean(parts) == pytest.approx(ends, rel=0.008)


def test_days_are_means_of_medians_and_no_sum():
    """In one of two years among those without nothing is told: the other has all the weight."""
    days = {"a": 30, "b": 40, "c": 50, "x": 60, "y": 60, "z": 60}
    found = rows(every(lambda place, year: None if (place, year) == ("x", 2019) else days[place]), measure="days")
    ours, others = found["during", "with"], found["during", "without"]
    assert (ours["rate"], others["rate"]) == (40, 60) and ours["event_count"] != ours["event_count"]
    assert (others["place_years"], others["withheld_years"], others["state"]) == (5, 1, "value")
    assert ours["rate_low"] == pytest.approx(40 - 4.303 * 10 / 3**0.5, rel=0.02)


def test_days_that_most_districts_do_not_tell_are_told_of_the_others():
    few = every(lambda place, _: 9 if place in MET else None, found=(*MET, "d", "e", "f", "g"))
    row = rows(few, dict.fromkeys((*MET, "d", "e", "f", "g"), (2019, 2020)), "days")["during", "with"]
    assert (row["rate"], row["place_count"], row["withheld_years"], row["state"]) == (9, 3, 8, "value")


def rows(figures, spans=SPANS, measure="incidents") -> dict[tuple[str, str], dict]:
    found = phases.of_phases(figures, spans, phases.MEASURES[measure])
    return {(row["phase"], row["place_group"]): row for row in found}


def every(count_of, years=range(2017, 2023), found=(*MET, *PEERS)) -> list[Figure]:
    return [Figure(place, year, count_of(place, year)) for place in found for year in years]


def test_means_are_per_place_and_year_with_the_numbers_behind():
    found = rows(every(lambda place, year: 2 if place == "a" and year in (2019, 2020) else int(place == "x")))
    expected = {
        ("before", "with"): (3, 6, 0, 0.0, "zero"),
        ("before", "without"): (3, 6, 2, 1 / 3, "value"),
        ("during", "with"): (3, 6, 4, 4 / 6, "value"),
        ("during", "without"): (3, 6, 2, 1 / 3, "value"),
        ("after", "with"): (3, 6, 0, 0.0, "zero"),
        ("after", "without"): (3, 6, 2, 1 / 3, "value"),
    }
    names = ("place_count", "place_years", "event_count", "rate", "state")
    for key, values in expected.items():
        assert [found[key][name] for name in names] == pytest.approx([*values]), key
        assert found[key]["rate_low"] <= found[key]["rate"] <= found[key]["rate_high"]


def test_others_count_in_the_same_years_each_as_often_as_among_those_with():
    """Two places are before in 2018 alone, one in 2018 and 2019; elsewhere all happened in 2018."""
    spans = {"a": (2019, 2020), "b": (2019, 2020), "c": (2020, 2020)}
    found = rows(every(lambda place, year: 3 * (place in PEERS and year == 2018), range(2018, 2021)), spans)
    assert found["before", "with"]["place_years"] == 4
    assert found["before", "without"]["rate"] == pytest.approx((3 * 3 + 1 * 0) / 4)
    assert found["before", "without"]["event_count"] == 9 and found["before", "without"]["place_years"] == 6


@pytest.mark.parametrize(
    ("figures", "key", "state", "hidden"),
    [
        # Two places only.
        (every(lambda *_: 1, found=("a", "b", *PEERS)), ("during", "with"), "missing", 0),
        # As many years withheld as shown.
        (every(lambda place, year: None if place in MET and year == 2019 else 1), ("during", "with"), "withheld", 3),
        (every(lambda place, year: None if place == "a" and year == 2019 else 1), ("during", "with"), "value", 1),
        (every(lambda place, _: None if place in PEERS else 1), ("during", "without"), "withheld", 6),
        # Nothing is known of years after.
        (every(lambda *_: 1, range(2017, 2021)), ("after", "with"), "missing", 0),
    ],
)
def test_too_few_places_and_withheld_years_give_no_mean(figures, key, state, hidden):
    row = rows(figures)[key]
    assert (row["state"], row["withheld_years"]) == (state, hidden)
    assert (row["rate"] == row["rate"]) == (state == "value")


CODES = [f"4170100{number}" for number in range(1, 8)]


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Snapshot:
    """Seven districts, six with a site; in three of these people met in 2020."""
    told = {f"dialogue_{language}": "x" for language in LANGUAGES} | {"published_in": "x", "source_key": "s"}
    event = {"dialogue_kind": "hearing", "date_precision": "day", **told}
    meetings = [
        event
        | {"dialogue_id": f"m{code}", "starts_on": date(2020, 5, 1), "district_code": code}
        | {"dialogue_status": of}
        for code, of in zip(CODES, ("held", "held", "held", "planned", "cancelled"), strict=False)
    ]
    kind = {"category": "protest", "severity": 2, "outcome_code": "none", "outcome_group": "none", "report_title": "x"}
    incident = kind | {"date_precision": "day", "source_key": "s"}
    events = [
        incident | {"incident_id": f"i{number}", "starts_on": day, "district_code": code, "is_conflict": is_conflict}
        for number, (day, code, is_conflict) in enumerate(
            [
                (date(2019, 3, 1), CODES[0], True),
                (date(2021, 3, 1), CODES[0], True),
                (date(2021, 4, 1), CODES[1], True),
                (date(2021, 5, 1), CODES[6], True),
                (date(2021, 6, 1), CODES[1], False),
                (date(2021, 7, 1), None, True),
            ]
        )
    ]
    sites = [
        {"site_id": "mine", "area_code": code, "role": "host", "basis": "reported", "source_key": "s"}
        for code in CODES[:6]
    ]
    tables = {"incident": events, "dialogue_event": meetings, "site_district": sites}
    people = {code: {2020: 10} for code in CODES}
    return money_store.make(tmp_path_factory.mktemp("phases"), people=people, **tables)


def test_places_are_those_of_sites_and_with_is_where_people_have_met(store):
    frame = BY_KEY["compare_phases"].answer(store, Selection()).frame.set_index(["phase", "place_group"])
    assert frame["place_count"].tolist() == [3] * 6
    # The seventh district has no site, an accident is no conflict, and what has no district is in no number.
    assert frame["event_count"].tolist() == [1, 0, 0, 0, 2, 0]


@pytest.mark.parametrize("choice", [{"setting": "project"}, {"cases": "grievances"}, {"cases": "days"}])
def test_too_few_places_are_told_instead_of_a_picture(store, choice):
    answer = BY_KEY["compare_phases"].answer(store, Selection(**choice))
    assert answer.is_empty and answer.empty_reason == f"few_places_{choice.get('setting', 'dialogue')}"


@pytest.mark.parametrize(
    ("choice", "counts"),
    [({"since": "2020"}, [2, 0]), ({"until": "2019"}, [1, 0]), ({"since": "1990", "until": "1991"}, None)],
)
def test_the_chosen_years_alone_are_counted(store, choice, counts):
    answer = BY_KEY["compare_phases"].answer(store, Selection(**choice))
    assert (answer.is_empty, answer.empty_reason) == (counts is None, None)
    assert counts is None or answer.frame.groupby("place_group")["event_count"].sum().tolist() == counts


def test_a_project_is_of_the_places_of_its_oblasts_and_one_of_the_country_of_none(bundle_settings):
    real = Database(bundle_settings.public_url).snapshot()
    spans = phases.SPANS["project"](real)
    assert {code[:5] for code in spans} == {"41702", "41703", "41704"}
    assert all(until == (2019 if code.startswith("41702") else until) for code, (_, until) in spans.items())
    answer = BY_KEY["compare_phases"].answer(real, Selection(setting="project"))
    assert not answer.is_empty and {"value"} <= set(answer.frame["state"])


def answer_of(*ends: tuple[str, str, float, float, float]) -> Answer:
    frame = pd.DataFrame(ends, columns=["phase", "place_group", "rate", "rate_low", "rate_high"])
    more = {"place_count": 3, "place_years": 6, "event_count": 2, "withheld_years": 0}
    states = ["value" if rate == rate else "missing" for rate in frame["rate"]]
    return Answer(frame.assign(**more, state=states), (2017, 2022), (2017, 2022))


def both(phase: str, ours: tuple[float, float, float], others: tuple[float, float, float]) -> list[tuple]:
    return [(phase, "with", *ours), (phase, "without", *others)]


@pytest.mark.parametrize(
    ("during", "told"),
    [
        (((1.0, 0.5, 2.0), (0.4, 0.1, 0.6)), "say.phases.overlap"),
        (((1.0, 0.7, 2.0), (0.4, 0.1, 0.6)), "say.phases.apart"),
        (((0.4, 0.1, 0.6), (1.0, 0.7, 2.0)), "say.phases.apart"),
        (((NAN, NAN, NAN), (0.4, 0.1, 0.6)), None),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentence_says_where_chance_is_enough_and_never_why(during, told, language):
    words, nothing = load()[language], (NAN, NAN, NAN)
    answer = answer_of(*both("before", nothing, nothing), *both("during", *during), *both("after", nothing, nothing))
    said = panel_module.say(answer, words, Selection())
    overlap, apart = words("say.phases.overlap"), words("say.phases.apart", phases=words("phase.during"))
    assert [text for text in (overlap, apart) if text in said] == (
        [] if told is None else [overlap if told.endswith("overlap") else apart]
    )
    assert words("phases.few_places") in said and said.startswith(
        words("say.phases.dialogue", mean="{", years="", parts="").split("{")[0]
    )


def test_of_invented_figures_nothing_is_said(example_public_url):
    panel, words = BY_KEY["compare_phases"], load()["en"]
    answer = panel.answer(Database(example_public_url).snapshot(), Selection())
    assert plain_spaces(panel.say(answer, words, Selection())).startswith(
        "Districts with hearings and talks: 5; without: 18."
    )
